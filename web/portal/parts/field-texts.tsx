// Hint, warning and problem of a field, and the attribute that ties them to the input for a screen reader.
import type { FieldView } from './field-view.tsx';

export const describedBy = (field: FieldView): { 'aria-describedby'?: string } => {
  const ids = [
    field.hint === undefined ? [] : [`${field.id}-petunjuk`],
    field.known === undefined ? [] : [`${field.id}-tersimpan`],
    field.warning === undefined ? [] : [`${field.id}-periksa`],
    field.problem === undefined ? [] : [`${field.id}-masalah`],
  ].flat();
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

export const FieldTexts = ({ field }: { field: FieldView }) => (
  <>
    {field.hint === undefined ? null : (
      <p class="hint" id={`${field.id}-petunjuk`}>
        {field.hint}
      </p>
    )}
    {field.known === undefined ? null : (
      <p class="hint" id={`${field.id}-tersimpan`}>
        Yang tersimpan sekarang: <span translate="no">{field.known}</span>
      </p>
    )}
    {field.warning === undefined ? null : (
      <p class="warning" id={`${field.id}-periksa`}>
        <strong>Periksa lagi:</strong> {field.warning}
      </p>
    )}
    {field.problem === undefined ? null : (
      <p class="problem" id={`${field.id}-masalah`}>
        <span class="unseen">Perlu diperbaiki: </span>
        {field.problem}
      </p>
    )}
  </>
);

export const labelText = (field: FieldView): string =>
  field.required ? field.label : `${field.label} (boleh dikosongkan)`;

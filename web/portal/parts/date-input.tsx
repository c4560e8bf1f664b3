// A date in three boxes: no calendar to page through, and it is typed the way it stands on the card.

import { describedBy, FieldTexts, labelText } from './field-texts.tsx';
import type { FieldView } from './field-view.tsx';

const boxes = [
  { part: 'hari', label: 'Tanggal', width: 'width-2', from: 2 },
  { part: 'bulan', label: 'Bulan', width: 'width-2', from: 1 },
  { part: 'tahun', label: 'Tahun', width: 'width-4', from: 0 },
] as const;

/** Names of the three inputs of a date, in the order day, month, year. */
export const datePartNames = (id: string) =>
  ({ day: `${id}-hari`, month: `${id}-bulan`, year: `${id}-tahun` }) as const;

export const DateInput = ({ field }: { field: FieldView }) => {
  const typed = field.value.split('-');
  return (
    <fieldset class={field.problem === undefined ? 'field' : 'field wrong'} {...describedBy(field)}>
      <legend>{field.isHeading ? <h1>{labelText(field)}</h1> : labelText(field)}</legend>
      <FieldTexts field={field} />
      <div class="date" id={field.id}>
        {boxes.map(({ part, label, width, from }) => (
          <div>
            <label for={`${field.id}-${part}`}>{label}</label>
            <input
              id={`${field.id}-${part}`}
              name={`${field.id}-${part}`}
              class={width}
              type="text"
              inputmode="numeric"
              autocomplete="off"
              maxlength={width === 'width-4' ? 4 : 2}
              value={typed[from] ?? ''}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
};

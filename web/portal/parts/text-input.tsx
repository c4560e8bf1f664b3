// Everything that is typed. The keyboard, the suggestions and the width follow from the type of the fact.
import type { FactType } from '@layan/domain/standard/facts';
import { describedBy, FieldTexts, labelText } from './field-texts.tsx';
import type { FieldView } from './field-view.tsx';

const digits = { inputmode: 'numeric', autocomplete: 'off', spellcheck: false, translate: 'no' } as const;

const code = {
  autocomplete: 'off',
  autocapitalize: 'characters',
  spellcheck: false,
  translate: 'no',
  maxlength: 24,
} as const;

const typing: Partial<Record<FactType, Readonly<Record<string, string | number | boolean>>>> = {
  nik: digits,
  familyCardNumber: digits,
  integer: { inputmode: 'numeric', autocomplete: 'off' },
  phone: { type: 'tel', autocomplete: 'tel', translate: 'no' },
  email: { type: 'email', autocomplete: 'email', spellcheck: false, translate: 'no' },
};

const widths: Partial<Record<FactType, string>> = {
  nik: 'width-20',
  familyCardNumber: 'width-20',
  phone: 'width-20',
  integer: 'width-5',
};

export const TextInput = ({ field }: { field: FieldView }) => {
  const common = {
    id: field.id,
    name: field.id,
    ...describedBy(field),
    ...(field.problem === undefined ? {} : { 'aria-invalid': 'true' as const }),
  };
  const label = <label for={field.id}>{labelText(field)}</label>;
  return (
    <div class={field.problem === undefined ? 'field' : 'field wrong'}>
      {field.isHeading ? <h1>{label}</h1> : label}
      <FieldTexts field={field} />
      {field.type === 'longText' ? (
        <textarea {...common} rows={5} maxlength={field.maxLength}>
          {field.value}
        </textarea>
      ) : (
        <input
          {...common}
          class={field.code ? 'width-20' : (widths[field.type] ?? 'width-full')}
          type="text"
          value={field.value}
          {...(field.code ? code : (typing[field.type] ?? { maxlength: field.maxLength }))}
        />
      )}
    </div>
  );
};

// One question of a form, drawn from the fact it asks for. Nothing here knows any particular service.
import { Choices } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import type { FieldView } from './field-view.tsx';
import { TextInput } from './text-input.tsx';

/** A question that hangs on another says so; with JavaScript it appears only when it is asked. */
export const Field = ({ field }: { field: FieldView }) =>
  field.depends ? (
    <div
      class="depends"
      data-on={field.depends.on}
      data-answers={JSON.stringify(field.depends.answers)}
      {...(field.depends.negated ? { 'data-negated': '' } : {})}
    >
      <p class="hint">{field.depends.words}</p>
      <Input field={field} />
    </div>
  ) : (
    <Input field={field} />
  );

const Input = ({ field }: { field: FieldView }) => {
  switch (field.type) {
    case 'choice':
    case 'boolean':
      return <Choices field={field} />;
    case 'date':
      return <DateInput field={field} />;
    case 'region':
      return field.options.length > 0 ? <Choices field={field} /> : <TextInput field={field} />;
    case 'text':
    case 'longText':
    case 'nik':
    case 'familyCardNumber':
    case 'phone':
    case 'email':
    case 'integer':
    case 'rupiah':
    case 'multichoice':
    case 'geo':
      return <TextInput field={field} />;
  }
};

// One of several. Few options are shown all at once; many go into a list that a phone opens full screen.

import { describedBy, FieldTexts, labelText } from './field-texts.tsx';
import type { FieldView } from './field-view.tsx';

const SHOWN_AT_ONCE = 8;

export const Choices = ({ field }: { field: FieldView }) =>
  field.options.length > SHOWN_AT_ONCE ? <LongList field={field} /> : <Radios field={field} />;

const Radios = ({ field }: { field: FieldView }) => (
  <fieldset class={field.problem === undefined ? 'field' : 'field wrong'} {...describedBy(field)}>
    <legend>{field.isHeading ? <h1>{labelText(field)}</h1> : labelText(field)}</legend>
    <FieldTexts field={field} />
    {field.options.map(({ value, label }, index) => {
      // The first keeps the id of the field, so that the summary above leads there.
      const id = index === 0 ? field.id : `${field.id}-${index + 1}`;
      return (
        <div class="choice">
          <input type="radio" id={id} name={field.id} value={value} checked={value === field.value} />
          <label for={id}>{label}</label>
        </div>
      );
    })}
  </fieldset>
);

type Option = FieldView['options'][number];

const grouped = (options: readonly Option[]) => {
  const groups: { group: string | undefined; options: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
};

const LongList = ({ field }: { field: FieldView }) => {
  const label = <label for={field.id}>{labelText(field)}</label>;
  return (
    <div class={field.problem === undefined ? 'field' : 'field wrong'}>
      {field.isHeading ? <h1>{label}</h1> : label}
      <FieldTexts field={field} />
      <select id={field.id} name={field.id} {...describedBy(field)}>
        <option value="" selected={field.value === ''}>
          Pilih satu
        </option>
        {grouped(field.options).map(({ group, options }) => {
          const items = options.map(({ value, label: text }) => (
            <option value={value} selected={value === field.value}>
              {text}
            </option>
          ));
          return group === undefined ? items : <optgroup label={group}>{items}</optgroup>;
        })}
      </select>
    </div>
  );
};

// Which documents or answers the citizen is asked to bring again.
import type { CaseView } from '@layan/contract/staff/case';
import { Checkbox, Fieldset, Stack } from '@mantine/core';

interface Props {
  readonly view: CaseView;
  readonly texts: Readonly<Record<string, string>>;
  readonly set: (name: string, value: string) => void;
}

export function MissingChoice({ view, texts, set }: Props) {
  const choices = [
    ...view.requirements.map(({ id, label }) => ({ name: `missing.requirement.${id}`, label })),
    ...view.facts.map(({ fact, label }) => ({ name: `missing.fact.${fact}`, label })),
  ];
  return (
    <Fieldset legend="Apa yang kurang atau belum jelas?">
      <Stack gap={0}>
        {choices.map(({ name, label }) => (
          <Checkbox
            key={name}
            label={label}
            checked={texts[name] === 'yes'}
            onChange={(event) => set(name, event.currentTarget.checked ? 'yes' : '')}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

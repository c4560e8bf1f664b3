// Which documents or answers the citizen is asked to bring again.
import type { CaseView } from '@layan/contract/staff/case';
import { Checkbox, Stack, Text } from '@mantine/core';
import { Disclosure } from '../../shared/disclosure.tsx';
import { missingOf } from './form-rules.ts';

interface Props {
  readonly view: CaseView;
  readonly texts: Readonly<Record<string, string>>;
  readonly set: (name: string, value: string) => void;
  readonly problem: string | undefined;
}

export function MissingChoice({ view, texts, set, problem }: Props) {
  const boxes = (choices: readonly { name: string; label: string }[]) => (
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
  );
  return (
    <fieldset className="missing" data-at="missing" aria-describedby={problem && 'missing-problem'}>
      <legend>Apa yang kurang atau belum jelas?</legend>
      {boxes(view.requirements.map(({ id, label }) => ({ name: `missing.requirement.${id}`, label })))}
      {view.facts.length === 0 ? null : (
        <Disclosure summary="Isian yang perlu diperbaiki" startOpen={missingOf(texts).facts.length > 0}>
          {boxes(view.facts.map(({ fact, label }) => ({ name: `missing.fact.${fact}`, label })))}
        </Disclosure>
      )}
      {problem === undefined ? null : (
        <Text size="xs" c="red.9" id="missing-problem" role="alert">
          {problem}
        </Text>
      )}
    </fieldset>
  );
}

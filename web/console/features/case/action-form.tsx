// One step as a form: its fields, what is missing when it is returned, a note, and one button per outcome.
// What is typed is kept until the step is done, also over a reload or a lost sign-in.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Field } from './field.tsx';
import { choicesOf, fieldProblems, fieldsFor, whyNotYet } from './form-rules.ts';
import { MissingChoice } from './missing-choice.tsx';
import { NoteField } from './note-field.tsx';
import type { Overtaking } from './overtaken.tsx';
import { TaskHolder } from './task-holder.tsx';
import { useCommand } from './use-command.ts';

interface Props {
  readonly view: CaseView;
  readonly action: ActionView;
  readonly onDone: (what: string) => void;
  readonly onOvertaken: (overtaking: Overtaking) => void;
}

const toneColours = { proceed: 'layan', return: 'orange.9', refuse: 'red.9' } as const;

export function ActionForm({ view, action, onDone, onOvertaken }: Props) {
  const kept = useKeptTexts(`${view.id}.${action.task ?? action.id}`);
  const [chosen, setChosen] = useState<string | undefined>(kept.texts.outcome);
  const [early, setEarly] = useState<string>();
  const command = useCommand(view, action, {
    done(what) {
      kept.forget();
      onDone(what);
    },
    overtaken: onOvertaken,
  });
  const choices = choicesOf(action);
  const outcome = choices.find(({ id }) => id === chosen) ?? (choices.length === 1 ? choices[0] : undefined);
  const fields = fieldsFor(action, outcome, view, kept.texts);
  const problems = fieldProblems(command.error);
  const choose = (id: string): void => {
    setChosen(id);
    setEarly(undefined);
    kept.set('outcome', id);
    command.reset();
  };
  const send = (): void => {
    const reason = whyNotYet(outcome, fields, kept.texts);
    setEarly(reason);
    if (reason === undefined && outcome !== undefined) command.send(outcome, fields, kept.texts);
  };
  return (
    <form
      className="action"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>{action.label}</Text>
        <TaskHolder view={view} action={action} />
      </Group>
      <Stack gap="sm" mt="xs">
        {choices.length < 2 ? null : (
          <Radio.Group label="Hasil" value={chosen ?? null} onChange={choose}>
            <Stack gap={0}>
              {choices.map(({ id, label, allowed, reason }) => (
                <Radio
                  key={id}
                  value={id}
                  label={label}
                  disabled={!allowed}
                  description={allowed ? undefined : reason}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {outcome === undefined
          ? null
          : fields.map((field) => (
              <Field
                key={field.fact}
                field={field}
                value={kept.texts[`fact.${field.fact}`] ?? ''}
                problem={problems.get(field.fact)}
                onChange={(value) => kept.set(`fact.${field.fact}`, value)}
              />
            ))}
        {outcome?.missing === true ? <MissingChoice view={view} texts={kept.texts} set={kept.set} /> : null}
        {outcome === undefined || outcome.note === 'none' ? null : (
          <NoteField
            required={outcome.note === 'required'}
            value={kept.texts.note ?? ''}
            onChange={(note) => kept.set('note', note)}
          />
        )}
        {early === undefined ? null : (
          <Text role="alert" size="sm" c="red.9">
            {early}
          </Text>
        )}
        <ProblemNotice error={command.error} />
        {outcome === undefined ? (
          <Text size="sm" c="dark.6">
            Pilih hasil untuk melanjutkan.
          </Text>
        ) : (
          <Button type="submit" color={toneColours[outcome.tone]} loading={command.sending}>
            {outcome.label}
          </Button>
        )}
      </Stack>
    </form>
  );
}

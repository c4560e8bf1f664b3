// One step as a form: its outcome, what that outcome asks, and one button that says what happens.
// What is typed is kept until the step is done, also over a reload or a lost sign-in.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { Button, Text, Title } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { Field } from './field.tsx';
import { choicesOf, fieldProblems, fieldsFor, type Lack, whyNotYet } from './form-rules.ts';
import { MissingChoice } from './missing-choice.tsx';
import { NoteField } from './note-field.tsx';
import { answersFor } from './outcome-answers.ts';
import { OutcomeChoice } from './outcome-choice.tsx';
import { TaskHolder } from './task-holder.tsx';
import { type CommandEnds, useCommand } from './use-command.ts';

interface Props {
  readonly view: CaseView;
  readonly action: ActionView;
  readonly on: CommandEnds;
}

const toneColours = { proceed: 'layan', return: '#96480f', refuse: '#a61e1e' } as const;

export function ActionForm({ view, action, on }: Props) {
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const { texts, set, forget } = useKeptTexts(`${view.id}.${action.task ?? action.id}`);
  const [lack, setLack] = useState<Lack>();
  const command = useCommand(view, action, {
    ...on,
    done: (what) => {
      forget();
      on.done(what);
    },
  });
  const choices = choicesOf(action);
  const outcome =
    choices.find(({ id, allowed }) => allowed && id === texts.outcome) ??
    (choices.length === 1 ? choices[0] : undefined);
  const answers = answersFor(action, outcome, texts);
  const fields = fieldsFor(action, outcome, view, answers);
  const problems = fieldProblems(command.error);
  const lackAt = (at: string): string | undefined => (lack?.at === at ? lack.sentence : undefined);

  const [marked] = problems.keys();
  const toMend = lack?.at ?? (marked === undefined ? undefined : `fact.${marked}`);
  useFocusAt(form, toMend, lack ?? command.error);

  const send = (): void => {
    const found = whyNotYet(outcome, fields, answers);
    setLack(found);
    if (found === undefined && outcome !== undefined) command.send(outcome, fields, answers);
  };
  const write = (name: string, value: string): void => {
    setLack(undefined);
    set(name, value);
  };
  return (
    <form
      ref={form}
      className="action"
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Title order={3} size="h4" id={title}>
        {action.label}
      </Title>
      <TaskHolder view={view} action={action} />
      {choices.length < 2 ? null : (
        <OutcomeChoice
          choices={choices}
          chosen={outcome?.id}
          problem={lackAt('outcome')}
          onChoose={(id) => {
            command.reset();
            write('outcome', id);
          }}
        />
      )}
      {fields.map((field) => (
        <Field
          key={field.fact}
          field={field}
          value={answers[`fact.${field.fact}`] ?? ''}
          problem={lackAt(`fact.${field.fact}`) ?? problems.get(field.fact)}
          onChange={(value) => write(`fact.${field.fact}`, value)}
        />
      ))}
      {outcome?.missing === true ? (
        <MissingChoice view={view} texts={texts} set={write} problem={lackAt('missing')} />
      ) : null}
      {outcome === undefined || outcome.note === 'none' ? null : (
        <NoteField
          required={outcome.note === 'required'}
          value={texts.note ?? ''}
          problem={lackAt('note')}
          onChange={(note) => write('note', note)}
        />
      )}
      <ProblemNotice error={command.error} arrive={marked === undefined} />
      {outcome === undefined ? (
        <Text size="sm" c="dark.6">
          Pilih hasil untuk melanjutkan.
        </Text>
      ) : (
        <Button type="submit" color={toneColours[outcome.tone]} loading={command.sending}>
          {outcome.label}
        </Button>
      )}
    </form>
  );
}

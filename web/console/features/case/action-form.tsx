// One step as a form: its outcome, what that outcome asks, what the worker brings, and one button that says what happens.
// What is typed is kept until the step is done, also over a reload or a lost sign-in.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { Button, Text, Title } from '@mantine/core';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { useKeptTexts } from '../../shared/kept.ts';
import { ladderOf, letterOfAction } from '../../shared/letter/letter-of-action.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { focusAt, useFocusAt } from '../../shared/use-focus-at.ts';
import { buttonWords, capacityOf } from './button-words.ts';
import { Evidence } from './evidence.tsx';
import { attachmentsOf, droppedAs, evidenceNow } from './evidence-rules.ts';
import { answersNow, choicesOf, fieldProblems, fieldsFor, lacksOf, textsNow } from './form-rules.ts';
import { FormSections } from './form-sections.tsx';
import { KnownAnswers } from './known-answers.tsx';
import type { Lack } from './lack.ts';
import { LackSummary } from './lack-summary.tsx';
import { HandingOver } from './letter/handing-over.tsx';
import { Returns } from './letter/ladder.tsx';
import { LetterDesk } from './letter/letter-desk.tsx';
import { Signing } from './letter/signing.tsx';
import { lackOfSignature, signatureOf } from './letter/signing-rules.ts';
import { useUndecided } from './lines/use-undecided.ts';
import { liveScores } from './live-scores.ts';
import { MissingChoice } from './missing-choice.tsx';
import { NoteField, type NoteReader } from './note-field.tsx';
import { answersFor } from './outcome-answers.ts';
import { OutcomeChoice } from './outcome-choice.tsx';
import { Scores } from './scores.tsx';
import { ShownForm } from './shown-forms.tsx';
import { DraftReturned, ReviewTag, StepWay } from './step-way.tsx';
import { TaskHolder } from './task-holder.tsx';
import { type CommandEnds, typedFacts, useCommand } from './use-command.ts';
import './step.css';
import { usePasted } from './use-pasted.ts';
import { useUploads } from './use-uploads.ts';

interface Props {
  readonly view: CaseView;
  readonly action: ActionView;
  readonly on: CommandEnds;
}

/** What goes back within a review is between colleagues. */
const readerOf = ({ kind, review }: ActionView, tone: 'proceed' | 'return' | 'refuse'): NoteReader => {
  if (kind === 'suspension' || kind === 'extension') return 'reason';
  return review !== undefined && tone === 'return' ? 'colleague' : 'applicant';
};

const toneColours = { proceed: 'layan', return: '#96480f', refuse: '#a61e1e' } as const;

export function ActionForm({ view, action, on }: Props) {
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const { texts, set, forget } = useKeptTexts(`${view.id}.${action.task ?? action.id}`);
  const [told, setTold] = useState<readonly Lack[]>([]);
  const [mend, setMend] = useState<Lack>();
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
  const answers = textsNow(action, view, answersFor(action, outcome, texts));
  const fields = fieldsFor(action, outcome, view, answers);
  const values = answersNow(action, view, answers);
  const evidence = evidenceNow(action, outcome, values, texts);
  const problems = fieldProblems(command.error);
  const ladder = ladderOf(view, action);
  const letter = letterOfAction(view, action);
  const signs = outcome !== undefined && (action.signsWith?.includes(outcome.id) ?? false);
  const unsigned = signs && letter !== undefined ? lackOfSignature(letter, texts) : undefined;
  const undecided = useUndecided(view, action);
  const open = [
    ...(undecided === undefined || outcome?.tone !== 'proceed' ? [] : [undecided]),
    ...lacksOf(outcome, fields, answers, evidence, action.capacities),
    ...(unsigned === undefined ? [] : [unsigned]),
  ];
  // What was mended since it was told is told no longer; what is new waits until the next try.
  const lacks = open.filter(({ at }) => told.some((lack) => lack.at === at));
  const lackAt = (at: string): string | undefined => lacks.find((lack) => lack.at === at)?.sentence;

  const onAbandoned = useCallback((document: string) => set(droppedAs(document), 'yes'), [set]);
  const uploads = useUploads(view, action.id, onAbandoned);
  const asked = evidence.map(({ id }) => id).join(' ');
  usePasted(
    form,
    useMemo(() => asked.split(' ').filter((id) => id !== ''), [asked]),
    uploads.send,
  );

  const [marked] = problems.keys();
  const toMend = mend?.at ?? (marked === undefined ? undefined : `fact.${marked}`);
  useFocusAt(form, toMend, mend ?? command.error);

  const send = (): void => {
    setTold(open);
    setMend(open[0]);
    if (open.length === 0 && outcome !== undefined) {
      const signature = signs && letter !== undefined ? signatureOf(letter, texts) : {};
      command.send(outcome, fields, answers, { attachments: attachmentsOf(evidence), signature });
    }
  };
  const desk =
    letter === undefined ? null : (
      <LetterDesk
        letter={letter}
        typed={{ caseId: view.id, seq: view.seq, step: action.id, facts: typedFacts(fields, answers) }}
        asked={new Set(fields.map(({ fact }) => fact))}
        onGo={(fact) => focusAt(form.current, `fact.${fact}`)}
      />
    );
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
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Title order={3} size="h4" id={title}>
        {action.label}
      </Title>
      <ReviewTag action={action} />
      <TaskHolder view={view} action={action} />
      <DraftReturned action={action} />
      {ladder === undefined ? null : (
        <Returns ladder={ladder} lastIsShown={action.draftReturned !== undefined} />
      )}
      {action.effect === undefined ? null : <Text size="sm">{action.effect}</Text>}
      {action.shows.map((shown) => (
        <ShownForm key={shown.form} caseId={view.id} step={action.label} shown={shown} />
      ))}
      {letter?.id === undefined ? null : desk}
      {choices.length < 2 ? null : (
        <OutcomeChoice
          choices={choices}
          chosen={outcome?.id}
          problem={lackAt('outcome')}
          onChoose={(id) => {
            command.reset();
            setTold([]);
            set('outcome', id);
          }}
        />
      )}
      <KnownAnswers
        view={view}
        fields={fields}
        texts={answers}
        onTake={(known) => {
          for (const [fact, value] of Object.entries(known)) set(`fact.${fact}`, value);
        }}
      />
      <FormSections
        action={action}
        fields={fields}
        texts={answers}
        problemOf={(fact) => lackAt(`fact.${fact}`) ?? problems.get(fact)}
        onChange={(fact, value) => set(`fact.${fact}`, value)}
      />
      {outcome === undefined ? null : (
        <StepWay action={action} texts={texts} set={set} problem={lackAt('as')} />
      )}
      {evidence.map((one) => (
        <Evidence
          key={one.id}
          caseId={view.id}
          evidence={one}
          uploads={uploads}
          problem={lackAt(`evidence.${one.id}`)}
          onDrop={onAbandoned}
        />
      ))}
      {outcome === undefined ? null : <Scores scores={liveScores(action, values)} />}
      {outcome?.missing === true ? (
        <MissingChoice view={view} texts={texts} set={set} problem={lackAt('missing')} />
      ) : null}
      {outcome === undefined || outcome.note === 'none' ? null : (
        <NoteField
          reader={readerOf(action, outcome.tone)}
          required={outcome.note === 'required'}
          value={texts.note ?? ''}
          problem={lackAt('note')}
          onChange={(note) => set('note', note)}
        />
      )}
      {letter?.id === undefined ? desk : null}
      <HandingOver view={view} action={action} />
      {signs && letter !== undefined ? (
        <Signing view={view} letter={letter} texts={texts} set={set} lackAt={lackAt} />
      ) : null}
      {undecided === undefined ? null : (
        <Text>
          <strong>{undecided.sentence}</strong> <a href="#baris">Ke baris</a>
        </Text>
      )}
      <LackSummary lacks={lacks} onGo={(at) => focusAt(form.current, at)} />
      <ProblemNotice error={command.error} arrive={marked === undefined} />
      {outcome === undefined ? (
        <Text size="sm" c="dark.6">
          Pilih hasil untuk melanjutkan.
        </Text>
      ) : (
        <Button type="submit" color={toneColours[outcome.tone]} loading={command.sending}>
          {buttonWords(outcome, capacityOf(action, texts), signs && letter?.method === 'seal')}
        </Button>
      )}
    </form>
  );
}

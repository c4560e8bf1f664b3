// A returned file: what is asked for in one list, then the data, then back to the officer.

import type { RequirementView } from '@layan/application/filing/filing-view';
import {
  choiceField,
  makeCompleteFile,
  outcomeField,
  remarkField,
} from '@layan/application/tracking/complete-file';
import type { Completion } from '@layan/application/tracking/get-completion';
import { InstantText } from '@layan/domain/kernel/ids';
import type { FieldProblem } from '@layan/domain/person/form-input';
import { CompletionPage } from '@layan/portal/pages/completion';
import type { FieldView } from '@layan/portal/parts/field-view';
import type { Hono } from 'hono';
import { goOn, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { fieldProps, problemsOf } from '../present/field.ts';
import { paths } from '../present/filing-way.ts';
import { typedAnswers } from '../present/typed.ts';
import { route } from '../route.ts';
import { writeCookie } from '../session/cookies.ts';
import { fieldSetting } from '../session/field-setting.ts';
import { formGuard } from '../session/form-guard.ts';
import { type Asked, scanPath, withCompletion } from '../session/own-completion.ts';
import type { SentForm } from '../session/read-form.ts';
import { sessionEnded } from '../session/session-ended.ts';
import { changedMeanwhile, notPossible } from './own-case-answers.ts';

export const completionRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.completion, {
    show: (c) => withCompletion(c, ({ completion }) => showCompletion(c, completion)),
    take: (c, form) => withCompletion(c, (asked) => complete(c, asked, form)),
  });
};

const stateOf = ({ state }: RequirementView) => (state === 'expected' ? 'missing' : state);

interface Attempt {
  readonly missing: readonly string[];
  /** What was chosen and written besides the fields, by name. */
  readonly own: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** Ways to answer, which of several things is sent, and the sentence that goes with it: fields like the others. */
const ownFields = (completion: Completion, attempt: Attempt | undefined): readonly FieldView[] => {
  const common = { required: true, maxLength: 1000, isHeading: false };
  const problemOf = (fact: string) => {
    const message = attempt?.problems.find((problem) => problem.fact === fact)?.message;
    return message === undefined ? {} : { problem: message };
  };
  const value = (id: string) => attempt?.own[id] ?? '';
  const options = (all: readonly { readonly id: string; readonly label: string }[]) =>
    all.map(({ id, label }) => ({ value: id, label }));
  return [
    ...completion.choices.map(({ requirement, label, options: all }) => ({
      ...common,
      id: `_berkas-${requirement}`,
      label: `Yang Anda kirim: ${label}`,
      type: 'choice' as const,
      value: value(`_berkas-${requirement}`),
      options: options(all),
      ...problemOf(choiceField(requirement)),
    })),
    ...(completion.outcomes.length === 0
      ? []
      : [
          {
            ...common,
            id: '_hasil',
            label: 'Yang ingin Anda lakukan',
            type: 'choice' as const,
            value: value('_hasil'),
            options: options(completion.outcomes),
            ...problemOf(outcomeField),
          },
        ]),
    ...(completion.remark === 'none'
      ? []
      : [
          {
            ...common,
            required: completion.remark === 'required',
            id: '_catatan',
            label: 'Catatan Anda',
            type: 'longText' as const,
            value: value('_catatan'),
            options: [],
            ...problemOf(remarkField),
          },
        ]),
  ];
};

const showCompletion = async (c: PortalContext, completion: Completion, attempt?: Attempt) => {
  const asked = fieldProps(completion.fields, await fieldSetting(c, attempt !== undefined)).map((field) => ({
    ...field,
    isHeading: false,
  }));
  const fields = [...asked, ...ownFields(completion, attempt)];
  const scans = completion.requirements.map((requirement) => ({
    id: `foto-${requirement.id}`,
    label: requirement.label,
    path: scanPath(requirement.id),
    state: stateOf(requirement),
  }));
  const missing = (attempt?.missing ?? []).map((id) => ({
    field: `foto-${id}`,
    message: `Kirim foto ${completion.requirements.find((requirement) => requirement.id === id)?.label ?? id}`,
  }));
  return personalPage(
    c,
    <CompletionPage
      site={c.get('site')}
      service={completion.service}
      {...(completion.note === undefined ? {} : { note: completion.note })}
      {...(completion.reply === undefined ? {} : { reply: completion.reply })}
      {...(completion.answered ? { answerPath: paths.answer } : {})}
      scans={scans}
      // Typed data would be lost on the way to a scan: first the scans, then the data.
      scansFirst={completion.requirements.some(({ required, state }) => required && state !== 'accepted')}
      fields={fields}
      problems={[...missing, ...problemsOf(fields)]}
      back={paths.ownCase}
      action={paths.completion}
      asked={completion.asked}
      guard={formGuard(c)}
    />,
    attempt ? 422 : 200,
  );
};

async function complete(c: PortalContext, { session, completion }: Asked, form: SentForm): Promise<Response> {
  const raw = typedAnswers(completion.fields, form.answers);
  const asked = InstantText.safeParse(form.own._asked);
  const done = await makeCompleteFile(c.get('ports'))({
    session,
    asked: asked.data ?? completion.asked,
    raw,
    outcome: form.own._hasil,
    remark: form.own._catatan,
    choices: Object.fromEntries(
      completion.choices.map(({ requirement }) => [requirement, form.own[`_berkas-${requirement}`] ?? '']),
    ),
  });
  if (done.ok) {
    writeCookie(c, 'berkas', done.value.session);
    return goOn(c, `${paths.ownCase}?selesai=${completion.reply === undefined ? 'lengkap' : 'tanggapan'}`);
  }
  switch (done.error.code) {
    case 'session-ended':
      return sessionEnded(c);
    case 'case-changed':
      return changedMeanwhile(c);
    case 'case-ended':
    case 'refused':
      return notPossible(c);
    case 'completion-incomplete': {
      const { problems, requirements } = done.error;
      const fields = completion.fields.map((field) => ({
        ...field,
        entered: raw[field.fact] ?? '',
        problems: problems.filter(({ fact }) => fact === field.fact),
      }));
      return showCompletion(c, { ...completion, fields }, { missing: requirements, own: form.own, problems });
    }
  }
}

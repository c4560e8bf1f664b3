// Files the case: everything is read again by the standard it began with, written once, and answered with a receipt.
// Sent twice, it files once and answers the same receipt.
import type { CaseRejection } from '@layan/domain/case/command';
import { decideFiling } from '@layan/domain/case/decide-filing';
import type { CaseEvent } from '@layan/domain/case/event';
import { makeTicket } from '@layan/domain/case/ticket';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { caseChange, snapshotAfter } from '../case/case-change.ts';
import { randomId } from '../kernel/random-id.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CommitFailure } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { secretIndex } from '../session/secret-index.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import { requirementViews } from './build-filing-view.ts';
import { buildReceipt } from './build-receipt.ts';
import type { FilingFailure } from './errors.ts';
import { type LoadedFiling, loadFiling } from './load-filing.ts';
import { areaOf, displayNameOf, peopleOf } from './people-in-case.ts';
import { type Answers, errorsOf, readAnswers } from './read-answers.ts';
import type { Receipt } from './receipt.ts';

export type SubmitFilingError = FilingFailure<
  'filing-not-found' | 'filing-incomplete' | 'filing-changed' | 'filing-refused'
>;

type SubmitFilingPorts = Pick<
  Ports,
  'directory' | 'standards' | 'filings' | 'cases' | 'vault' | 'clock' | 'random'
>;

/** Draws of a new ticket before we believe that something else is wrong. */
const attempts = 5;

const incomplete = (
  loaded: LoadedFiling,
  answers: Answers,
): FilingFailure<'filing-incomplete'> | undefined => {
  const pages = answers.pages
    .map((page) => ({ page: page.page, problems: errorsOf(page) }))
    .filter(({ problems }) => problems.length > 0);
  const requirements = requirementViews(loaded, answers)
    .filter(({ required, state }) => required && state !== 'accepted')
    .map(({ id }) => id);
  if (pages.length === 0 && requirements.length === 0) return undefined;
  return { code: 'filing-incomplete', pages, requirements };
};

const attachments = (loaded: LoadedFiling, answers: Answers) =>
  requirementViews(loaded, answers).flatMap(({ id, documents }) =>
    documents
      .filter(({ state }) => state === 'accepted')
      .map((document) => ({ requirement: id, document: document.id })),
  );

const decideIt = (
  { random }: Pick<SubmitFilingPorts, 'random'>,
  { filing, version, index }: LoadedFiling,
  answers: Answers,
  attached: ReturnType<typeof attachments>,
  { tenant, now }: Setting,
): Result<readonly CaseEvent[], CaseRejection> => {
  const area = areaOf(index, answers.values);
  return decideFiling(
    version.standard,
    {
      type: 'fileCase',
      caseId: filing.caseId,
      standard: filing.standard,
      ticket: filing.ticket,
      channel: filing.channel,
      // What no longer applies is left out; the rest is sealed already.
      facts: Object.fromEntries(
        Object.entries(filing.facts).filter(([id]) => Object.hasOwn(answers.values, id)),
      ),
      attachments: attached,
      ...(area !== undefined && { area }),
    },
    {
      now,
      by: { party: 'applicant' },
      calendar: tenant.calendar,
      newId: () => randomId(random),
      hash: sha256,
    },
  );
};

const commitFiled = async (
  { cases, vault }: Pick<SubmitFilingPorts, 'cases' | 'vault'>,
  loaded: LoadedFiling,
  answers: Answers,
  events: readonly CaseEvent[],
): Promise<Result<void, CommitFailure>> => {
  const { filing, version, index, pages, seal } = loaded;
  const secret = await seal.openText('secret', filing.secret);
  if (secret === undefined) throw new Error('the secret of a filing does not open');
  const change = await caseChange(vault, version.standard, {
    after: {
      snapshot: snapshotAfter(version.standard, undefined, events),
      key: filing.key,
      secretIndex: await secretIndex(vault, filing.ticket, secret),
      displayName: await seal.sealText('display', displayNameOf(index, pages, answers.values)),
    },
    events,
    people: await peopleOf(vault, index, answers.values),
    fromFiling: { caseId: filing.caseId, revision: filing.revision },
  });
  return change.ok ? cases.commit(change.value) : change;
};

export const makeSubmitFiling = (ports: SubmitFilingPorts) => {
  /** The receipt of what was filed before. */
  const again = async (loaded: LoadedFiling, answers: Answers, setting: Setting) => {
    const file = await ports.cases.findFile(loaded.filing.caseId);
    if (!file) throw new Error('a filed case is not there');
    return ok(await buildReceipt(loaded, file.events, warningsOf(answers), setting));
  };

  const attempt = async (session: string, left: number): Promise<Result<Receipt, SubmitFilingError>> => {
    const loaded = await loadFiling(ports, session);
    if (!loaded) return err({ code: 'filing-not-found' });
    const setting = await getSetting(ports);
    const answers = await readAnswers(loaded, setting.input);
    if (loaded.filing.filedAt) return again(loaded, answers, setting);
    const lacks = incomplete(loaded, answers);
    if (lacks) return err(lacks);

    const decided = decideIt(ports, loaded, answers, attachments(loaded, answers), setting);
    if (!decided.ok) return err({ code: 'filing-refused', rejection: decided.error });
    const filed = await commitFiled(ports, loaded, answers, decided.value);
    if (filed.ok) return ok(await buildReceipt(loaded, decided.value, warningsOf(answers), setting));
    if (left <= 1) return err({ code: 'filing-changed' });
    switch (filed.error.code) {
      case 'filing-changed':
      case 'changed-meanwhile':
        return attempt(session, left - 1);
      case 'ticket-taken': {
        const { filing } = loaded;
        const ticket = makeTicket((count) => ports.random.bytes(count));
        await ports.filings.save({ ...filing, ticket, revision: filing.revision + 1 }, filing.revision);
        return attempt(session, left - 1);
      }
      case 'lock-taken':
      case 'already-done':
        throw new Error(`a filing cannot fail with ${filed.error.code}`);
    }
  };

  return (input: { readonly session: string }): Promise<Result<Receipt, SubmitFilingError>> =>
    attempt(input.session, attempts);
};

const warningsOf = (answers: Answers) =>
  answers.pages.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'warning'));

// Files the case of a filing, whoever sends it: everything is read again by the standard it began with, written once, and
// answered with a receipt. Sent twice, it files once and answers the same receipt.
import type { By, CaseRejection, FileCase } from '@layan/domain/case/command';
import { decideFiling } from '@layan/domain/case/decide-filing';
import type { Attachment, CaseEvent } from '@layan/domain/case/event';
import { makeTicket } from '@layan/domain/case/ticket';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { termsNow } from '@layan/domain/privacy/terms';
import { caseChange, snapshotAfter } from '../case/case-change.ts';
import { decideNumbered } from '../case/decide-numbered.ts';
import { randomId } from '../kernel/random-id.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CommitFailure } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { secretIndex } from '../session/secret-index.ts';
import { isWithdrawn } from '../standard/find-withdrawn.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import { type BoundCase, bindEarlierCase } from './bind-earlier-case.ts';
import { privacyPage, privacyView, requirementViews } from './build-filing-view.ts';
import { buildReceipt } from './build-receipt.ts';
import type { FilingFailure } from './errors.ts';
import type { LoadedFiling } from './open-filing.ts';
import { areaOf, displayNameOf, peopleOf, unnamed } from './people-in-case.ts';
import { type Answers, errorsOf, readAnswers, warningsOf } from './read-answers.ts';
import type { Receipt } from './receipt.ts';

export type FileCaseError = FilingFailure<
  | 'filing-not-found'
  | 'filing-incomplete'
  | 'filing-changed'
  | 'objection-filed'
  | 'filing-refused'
  | 'service-withdrawn'
>;

export type FileCasePorts = Pick<
  Ports,
  'directory' | 'standards' | 'filings' | 'cases' | 'products' | 'vault' | 'clock' | 'random'
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
  const byCitizen = loaded.filing.by === undefined;
  const requirements = requirementViews(loaded, answers)
    .filter(({ required, given, shown }) => required && !given && !(shown && byCitizen))
    .map(({ id }) => id);
  // Nobody who might have wished to stay unknown is filed by name unasked.
  if (byCitizen && privacyView(loaded)?.done === false) pages.push({ page: privacyPage, problems: [] });
  if (pages.length === 0 && requirements.length === 0) return undefined;
  return { code: 'filing-incomplete', pages, requirements };
};

const attachments = (loaded: LoadedFiling, answers: Answers): readonly Attachment[] =>
  requirementViews(loaded, answers).flatMap(
    ({ id, paper, documents, shown, given, chosen }): Attachment[] => {
      if (!given) return [];
      const as = chosen === undefined ? {} : { as: chosen };
      if (shown) return [{ requirement: id, shown, ...as }];
      return [
        ...documents
          .filter(({ state }) => state === 'accepted')
          .map((document) => ({ requirement: id, document: document.id, ...as })),
        ...(paper ? [{ requirement: id, paper: true, ...as } as const] : []),
      ];
    },
  );

const decideIt = (
  { random, products }: Pick<FileCasePorts, 'random' | 'products'>,
  loaded: LoadedFiling,
  answers: Answers,
  bound: BoundCase | undefined,
  { by, received }: Sending,
  { tenant, now }: Setting,
): Promise<Result<readonly CaseEvent[], CaseRejection>> => {
  const { filing, version, index, channel } = loaded;
  const area = areaOf(index, { ...bound?.values, ...answers.values });
  const agency = tenant.agencies.find(({ id }) => id === version.standard.agency);
  const command: FileCase = {
    type: 'fileCase',
    caseId: filing.caseId,
    standard: filing.standard,
    ticket: filing.ticket,
    channel: filing.channel,
    // What no longer applies is left out; the rest is sealed already.
    facts: Object.fromEntries(
      Object.entries(filing.facts).filter(([id]) => Object.hasOwn(answers.values, id)),
    ),
    attachments: attachments(loaded, answers),
    ...(received && { received }),
    ...(filing.anonymous && channel.identity === 'optional' && { anonymous: true }),
    ...(filing.confidential && channel.confidential && { confidential: true }),
    ...(by.party === 'applicant' && { terms: termsNow(agency?.privacy).version }),
    ...(bound && { about: bound.earlier }),
    ...(area !== undefined && { area }),
  };
  return decideNumbered(
    { products, tenant, agency: version.standard.agency },
    { now, by, newId: () => randomId(random), hash: sha256 },
    (context) => decideFiling(version.standard, command, context),
  );
};

const commitFiled = async (
  { cases, vault }: Pick<FileCasePorts, 'cases' | 'vault'>,
  loaded: LoadedFiling,
  answers: Answers,
  bound: BoundCase | undefined,
  events: readonly CaseEvent[],
): Promise<Result<void, CommitFailure>> => {
  const { filing, version, index, pages, seal } = loaded;
  const values = { ...bound?.values, ...answers.values };
  const snapshot = snapshotAfter(version.standard, undefined, events);
  // Who objects is as unknown as they were in the case that this one is about.
  const { anonymous } = snapshot;
  const secret = await seal.openText('secret', filing.secret);
  if (secret === undefined) throw new Error('the secret of a filing does not open');
  const change = await caseChange(vault, version.standard, {
    after: {
      snapshot,
      key: filing.key,
      secretIndex: await secretIndex(vault, filing.ticket, secret),
      displayName: await seal.sealText('display', anonymous ? unnamed : displayNameOf(index, pages, values)),
    },
    events,
    people: anonymous ? [] : await peopleOf(vault, index, values),
    ...(bound?.objection && { objection: bound.objection }),
    ...(filing.opening && { opening: filing.opening }),
    fromFiling: {
      caseId: filing.caseId,
      revision: filing.revision,
      ...(filing.by !== undefined && { by: filing.by }),
    },
  });
  return change.ok ? cases.commit(change.value) : change;
};

/** How a filing is sent, besides what stands in it. */
export interface Sending {
  readonly by: By;
  readonly received?: FileCase['received'];
}

/** What the sender finds under their session or name now; undefined when it is not theirs. Asked again when somebody was faster. */
export type LoadToSend = () => Promise<
  { readonly loaded: LoadedFiling; readonly sending: Sending } | undefined
>;

const attempt = async (
  ports: FileCasePorts,
  load: LoadToSend,
  left: number,
): Promise<Result<Receipt, FileCaseError>> => {
  const found = await load();
  if (!found) return err({ code: 'filing-not-found' });
  const { loaded, sending } = found;
  const { filing } = loaded;
  const setting = await getSetting(ports);
  const answers = await readAnswers(loaded, setting.input);
  const receipt = async (events: readonly CaseEvent[]) =>
    ok(await buildReceipt(loaded, events, warningsOf(answers), setting));
  if (filing.filedAt) {
    const file = await ports.cases.findFile(filing.caseId);
    if (!file) throw new Error('a filed case is not there');
    return receipt(file.events);
  }
  // The right to object to what was decided outlives the service.
  const isNew = filing.about === undefined;
  if (isNew && (await isWithdrawn(ports.standards, filing.standard.id)))
    return err({ code: 'service-withdrawn' });
  const lacks = incomplete(loaded, answers);
  if (lacks) return err(lacks);

  const bound = await bindEarlierCase(ports, loaded);
  const decided = await decideIt(ports, loaded, answers, bound, sending, setting);
  if (!decided.ok) return err({ code: 'filing-refused', rejection: decided.error });
  const filed = await commitFiled(ports, loaded, answers, bound, decided.value);
  if (filed.ok) return receipt(decided.value);
  if (left <= 1) return err({ code: 'filing-changed' });
  switch (filed.error.code) {
    case 'filing-changed':
    case 'changed-meanwhile':
    case 'number-taken':
      return attempt(ports, load, left - 1);
    case 'ticket-taken': {
      const ticket = makeTicket((count) => ports.random.bytes(count));
      await ports.filings.save({ ...filing, ticket, revision: filing.revision + 1 }, filing.revision);
      return attempt(ports, load, left - 1);
    }
    case 'objection-filed':
      return err({ code: 'objection-filed' });
    case 'lock-taken':
    case 'already-done':
      throw new Error(`a filing cannot fail with ${filed.error.code}`);
  }
};

export const fileCase = (ports: FileCasePorts, load: LoadToSend): Promise<Result<Receipt, FileCaseError>> =>
  attempt(ports, load, attempts);

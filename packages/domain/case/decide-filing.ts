// Decides whether a claim may be filed as it is, and opens its case.
import { receivedAt } from '../deadline/working-time.ts';
import { RegionCode } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { hasAccounts } from '../process/accounts.ts';
import { askedOf, type Identity, identityOn, keptOf } from '../process/identity.ts';
import { openingGroups } from '../process/opening.ts';
import { fieldsOf, indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Channel } from '../standard/channel.ts';
import type { Standard } from '../standard/standard.ts';
import { inherit } from './about-earlier.ts';
import { refuseAgreedDates } from './agreed-dates.ts';
import { refuseRole } from './authority.ts';
import type { By, CaseRejection, FileCase } from './command.ts';
import type { CaseEvent } from './event.ts';
import type { FactValues } from './facts.ts';
import { privacyOf, refusePrivacy } from './filing-privacy.ts';
import { refuseReceipt } from './filing-receipt.ts';
import { refuseDocuments, requiredOnFiling } from './given-documents.ts';
import { checkFacts } from './given-facts.ts';
import { refuseLines } from './lines.ts';
import { promisesOnFiled } from './promises.ts';
import { beginCase } from './recorder.ts';
import { settle } from './settle.ts';
import { actorOf, type DecideContext, makeTurn } from './turn.ts';

/**
 * Applicants file on portals themselves; everywhere else staff of the service do it for them. What another case opens,
 * nobody files.
 */
const filingRole = (
  index: ProcessIndex,
  channel: Channel,
  { parent, predecessor }: FileCase,
  by: By,
): Result<string, CaseRejection> => {
  const opened = parent !== undefined || predecessor !== undefined;
  if (opened && by.party === 'system') return ok('');
  if (opened) return err({ code: 'role-missing', role: 'system' });
  if (by.party === 'applicant' && channel.kind === 'portal') return ok('');
  if (by.party !== 'staff') return err({ code: 'unknown-channel', channel: channel.id });
  // Those outside who have accounts of their own, village operators, file as staff do.
  const staffRoles = index.process.roles.filter((one) => hasAccounts(index.process, one)).map(({ id }) => id);
  const role = staffRoles.find((id) => by.member.roles.includes(id));
  return role === undefined ? err({ code: 'role-missing', role: staffRoles[0] ?? '' }) : ok(role);
};

/** The area of a case is told by the command, by the fact that the standard names, or by the earlier case. */
const areaOf = (index: ProcessIndex, command: FileCase, facts: FactValues): RegionCode | undefined => {
  const fact = index.process.area;
  const told = fact === undefined ? undefined : RegionCode.safeParse(facts[fact]).data;
  return command.area ?? told ?? command.about?.snapshot.area;
};

/** Those outside file for their own area only; so does whoever gathers a batch. */
const refuseArea = (
  index: ProcessIndex,
  role: string,
  area: RegionCode | undefined,
  by: By,
): CaseRejection | undefined =>
  by.party === 'staff' && (index.process.lines || index.roles.get(role)?.party === 'external')
    ? refuseRole(index, role, area, by)
    : undefined;

/** What is told and may be kept, together with what the earlier case knew: that is not asked again. */
const openingFacts = (
  index: ProcessIndex,
  channel: Channel,
  told: FactValues,
  before: FactValues,
  identity: Identity,
): Result<FactValues, CaseRejection> => {
  const carried = keptOf(index, before, identity);
  const isOpen = (fact: string) => carried[fact] === undefined;
  const facts = checkFacts(
    index,
    askedOf(index, fieldsOf(index, channel.form), identity),
    carried,
    keptOf(index, told, identity),
    ({ fact, required }) => required && isOpen(fact),
    openingGroups(index, channel, identity).filter((group) => group.every(isOpen)),
  );
  return facts.ok ? ok({ ...carried, ...facts.value }) : facts;
};

/** Decides a filing. Pure like `decide`; the events of a new case start with `caseFiled`. */
export const decideFiling = (
  standard: Standard,
  command: FileCase,
  context: DecideContext,
): Result<readonly CaseEvent[], CaseRejection> => {
  const index = indexOf(standard.process);
  const channel = index.channels.get(command.channel);
  if (!channel) return err({ code: 'unknown-channel', channel: command.channel });
  const role = filingRole(index, channel, command, context.by);
  if (!role.ok) return role;
  const unfit =
    refuseLines(index, command) ??
    refusePrivacy(channel, command, context.by) ??
    refuseReceipt(channel, command, context);
  if (unfit) return err(unfit);
  const at = command.received?.at ?? context.now;
  const inherited = inherit(index, channel, command, at);
  if (!inherited.ok) return inherited;
  const { about, carried } = inherited.value;
  const privacy = privacyOf(channel, command);
  const identity = identityOn(channel, privacy.anonymous ?? false);
  const opening = openingFacts(index, channel, command.facts, carried, identity);
  if (!opening.ok) return opening;
  const facts = opening.value;
  const needed = requiredOnFiling(index, channel, facts, context.by);
  const refusal = refuseDocuments(index, command.attachments, channel.requirements, needed, context.by);
  const refused = refusal ?? refuseAgreedDates(index, { facts: carried, promises: [] }, facts, context);
  if (refused) return err(refused);

  const receipt = receivedAt(context.calendar, channel.hours, at).at;
  const area = areaOf(index, command, facts);
  const elsewhere = refuseArea(index, role.value, area, context.by);
  if (elsewhere) return err(elsewhere);
  const turn = makeTurn(standard, context, beginCase(standard, command.caseId, context.now, context.hash));
  turn.recorder.record(
    {
      type: 'caseFiled',
      caseId: command.caseId,
      standard: command.standard,
      agency: standard.agency,
      ticket: command.ticket,
      channel: channel.id,
      receivedAt: receipt,
      ...(command.received?.reason !== undefined && { lateEntryReason: command.received.reason }),
      facts,
      attachments: [...command.attachments],
      ...(area !== undefined && { area }),
      ...(about && { about }),
      ...privacy,
      ...(command.parent && { parent: command.parent }),
      ...(command.predecessor && { predecessor: command.predecessor }),
      ...(command.lines && { lines: [...command.lines] }),
      ...(command.terms !== undefined && { terms: command.terms }),
    },
    actorOf(context.by, role.value),
  );
  promisesOnFiled(turn, receipt);
  return settle(turn);
};

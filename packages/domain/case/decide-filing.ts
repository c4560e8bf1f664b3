// Decides whether a claim may be filed as it is, and opens its case.
import { receivedAt } from '../deadline/working-time.ts';
import { RegionCode } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { fieldsOf, indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Channel } from '../standard/channel.ts';
import type { Standard } from '../standard/standard.ts';
import { inherit } from './about-earlier.ts';
import type { By, CaseRejection, FileCase } from './command.ts';
import type { CaseEvent } from './event.ts';
import type { FactValues } from './facts.ts';
import { refuseDocuments, requirementsOf } from './given-documents.ts';
import { checkFacts } from './given-facts.ts';
import { promisesOnFiled } from './promises.ts';
import { beginCase } from './recorder.ts';
import { settle } from './settle.ts';
import { actorOf, type DecideContext, makeTurn } from './turn.ts';

/** Applicants file on portals themselves; everywhere else staff of the service do it for them. */
const filingRole = (index: ProcessIndex, channel: Channel, by: By): Result<string, CaseRejection> => {
  if (by.party === 'applicant' && channel.kind === 'portal') return ok('');
  if (by.party !== 'staff') return err({ code: 'unknown-channel', channel: channel.id });
  const staffRoles = index.process.roles.filter((role) => role.party === 'staff').map((role) => role.id);
  const role = staffRoles.find((id) => by.member.roles.includes(id));
  return role === undefined ? err({ code: 'role-missing', role: staffRoles[0] ?? '' }) : ok(role);
};

const refuseReceipt = (command: FileCase, { by, now }: DecideContext): CaseRejection | undefined => {
  if (!command.received) return undefined;
  if (by.party !== 'staff') return { code: 'receipt-refused', reason: 'not-by-staff' };
  const early = epochMs(command.received.at) <= epochMs(now);
  return early ? undefined : { code: 'receipt-refused', reason: 'in-future' };
};

/** The area of a case is told by the command, by the fact that the standard names, or by the earlier case. */
const areaOf = (index: ProcessIndex, command: FileCase, facts: FactValues): RegionCode | undefined => {
  const fact = index.process.area;
  const told = fact === undefined ? undefined : RegionCode.safeParse(facts[fact]).data;
  return command.area ?? told ?? command.about?.snapshot.area;
};

/** Why these documents do not do for this channel. */
const refuseAttachments = (
  index: ProcessIndex,
  channel: Channel,
  command: FileCase,
  facts: FactValues,
): CaseRejection | undefined => {
  const needed = requirementsOf(index, channel, facts).filter(({ required }) => required);
  return refuseDocuments(
    command.attachments,
    channel.requirements,
    needed.map(({ id }) => id),
  );
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
  const role = filingRole(index, channel, context.by);
  if (!role.ok) return role;
  const at = command.received?.at ?? context.now;
  const inherited = inherit(index, channel, command, at);
  if (!inherited.ok) return inherited;
  const { about, carried } = inherited.value;
  const given = checkFacts(
    index,
    fieldsOf(index, channel.form),
    carried,
    command.facts,
    // What the earlier case knew is not asked again.
    ({ fact, required }) => required && carried[fact] === undefined,
  );
  if (!given.ok) return given;
  const facts = { ...carried, ...given.value };
  const refusal = refuseAttachments(index, channel, command, facts) ?? refuseReceipt(command, context);
  if (refusal) return err(refusal);

  const receipt = receivedAt(context.calendar, channel.hours, at).at;
  const area = areaOf(index, command, facts);
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
      ...(command.anonymous && { anonymous: true }),
      ...(command.confidential && { confidential: true }),
      ...(command.parent && { parent: command.parent }),
    },
    actorOf(context.by, role.value),
  );
  promisesOnFiled(turn, receipt);
  return settle(turn);
};

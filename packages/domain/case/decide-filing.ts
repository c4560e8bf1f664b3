// Decides whether a claim may be filed as it is, and opens its case.
import { receivedAt } from '../deadline/working-time.ts';
import { RegionCode } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { fieldsOf, indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Channel } from '../standard/process.ts';
import type { Standard } from '../standard/standard.ts';
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

/** The area of a case is told by the command or by the fact that the standard names. */
const areaOf = (index: ProcessIndex, command: FileCase, facts: FactValues): RegionCode | undefined => {
  const fact = index.process.area;
  return command.area ?? (fact === undefined ? undefined : RegionCode.safeParse(facts[fact]).data);
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
  const facts = checkFacts(
    index,
    fieldsOf(index, channel.form),
    {},
    command.facts,
    ({ required }) => required,
  );
  if (!facts.ok) return facts;
  const refusal = refuseAttachments(index, channel, command, facts.value) ?? refuseReceipt(command, context);
  if (refusal) return err(refusal);

  const receipt = receivedAt(context.calendar, channel.hours, command.received?.at ?? context.now).at;
  const area = areaOf(index, command, facts.value);
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
      ...(command.received && { lateEntryReason: command.received.reason }),
      facts: facts.value,
      attachments: [...command.attachments],
      ...(area !== undefined && { area }),
    },
    actorOf(context.by, role.value),
  );
  promisesOnFiled(turn, receipt);
  return settle(turn);
};

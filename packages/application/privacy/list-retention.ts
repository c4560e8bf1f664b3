// What the next 90 days take, what is on hold, and the holds themselves: put on and lifted by the officer.
import { mayUse } from '@layan/domain/access/operations';
import { parseTicket } from '@layan/domain/case/ticket';
import { dateInWords } from '@layan/domain/deadline/dates-in-words';
import { CaseId } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { plainText } from '@layan/domain/person/visible-text';
import type { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isDestroyed } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import type { PrivacyFailure } from './errors.ts';

export interface RetentionView {
  readonly planned: readonly {
    readonly caseId: CaseId;
    readonly ticket: string;
    readonly service: string;
    readonly class: RetentionClass;
    readonly on: string;
    readonly held: boolean;
  }[];
  /** There are more than are shown. */
  readonly more: boolean;
  readonly holds: readonly {
    readonly caseId: CaseId;
    readonly ticket: string;
    readonly since: string;
    readonly by: string;
    readonly reason: string;
  }[];
}

type RetentionPorts = SettingPorts & Pick<Ports, 'retention' | 'cases' | 'vault'>;
type Refused = PrivacyFailure<'member-deactivated' | 'role-missing'>;

const aheadMs = 90 * 86_400_000;
const shown = 200;

export const retentionView = async (
  ports: RetentionPorts,
  { agency }: Membership,
): Promise<RetentionView> => {
  const { tenant, now } = await getSetting(ports);
  const { zone } = tenant.calendar;
  const until = toInstantText(epochMs(now) + aheadMs);
  const [due, holds] = await Promise.all([
    ports.retention.due({ agency, until, limit: shown }),
    ports.retention.holds(agency),
  ]);
  const held = new Set<string>(holds.map(({ caseId }) => caseId));
  return {
    planned: due.rows.map(({ at, ...row }) => ({
      ...row,
      on: dateInWords(zone, at),
      held: held.has(row.caseId),
    })),
    more: due.next !== undefined,
    holds: await Promise.all(
      holds.map(async ({ caseId, ticket, at, by, reason }) => {
        const record = await ports.cases.find(caseId);
        const opened = record && (await caseSeal(ports.vault, record.key, caseId).openText('note', reason));
        return {
          ...{ caseId, ticket, by: by.name },
          since: dateInWords(zone, at),
          reason: opened ?? 'tidak terbaca',
        };
      }),
    ),
  };
};

export const makeListRetention =
  (ports: RetentionPorts) =>
  async ({ member }: { readonly member: Membership }): Promise<Result<RetentionView, Refused>> => {
    const allowed = mayUse(member, 'list-retention');
    return allowed.ok ? ok(await retentionView(ports, member)) : allowed;
  };

export interface HoldForLawInput {
  readonly member: Membership;
  readonly ticket: string;
  readonly reason: string;
}

export const makeHoldForLaw =
  (ports: RetentionPorts) =>
  async ({
    member,
    ...input
  }: HoldForLawInput): Promise<
    Result<
      RetentionView,
      Refused | PrivacyFailure<'identifier-malformed' | 'request-not-found' | 'held-already' | 'case-erased'>
    >
  > => {
    const allowed = mayUse(member, 'hold-for-law');
    if (!allowed.ok) return allowed;
    const ticket = parseTicket(input.ticket);
    if (!ticket.ok) return err({ code: 'identifier-malformed' });
    const found = await ports.cases.findStatus(ticket.value);
    const { agency, caseId } = found?.status ?? {};
    if (!found || caseId === undefined || agency !== member.agency) return err({ code: 'request-not-found' });
    if (isDestroyed(found.key)) return err({ code: 'case-erased' });
    const reason = await caseSeal(ports.vault, found.key, caseId).sealText(
      'note',
      plainText(input.reason).trim(),
    );
    const by = { id: member.id, name: member.name };
    const at = ports.clock.now();
    const held = await ports.retention.hold({ agency, caseId, ticket: ticket.value, at, by, reason });
    if (!held.ok) return err({ code: 'held-already' });
    // Erasing looks for a hold as it writes: whichever of the two came first is found here.
    const now = await ports.cases.findStatus(ticket.value);
    if (!now || isDestroyed(now.key)) {
      await ports.retention.lift(agency, caseId);
      return err({ code: 'case-erased' });
    }
    return ok(await retentionView(ports, member));
  };

export const makeLiftHold =
  (ports: RetentionPorts) =>
  async ({
    member,
    caseId,
  }: {
    readonly member: Membership;
    readonly caseId: string;
  }): Promise<Result<RetentionView, Refused | PrivacyFailure<'request-not-found'>>> => {
    const allowed = mayUse(member, 'lift-hold');
    if (!allowed.ok) return allowed;
    const id = CaseId.safeParse(caseId);
    const held = id.success && (await ports.retention.findHold(member.agency, id.data));
    if (!held) return err({ code: 'request-not-found' });
    await ports.retention.lift(member.agency, held.caseId);
    return ok(await retentionView(ports, member));
  };

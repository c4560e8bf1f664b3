// Tells the citizen what is new in a case. Delivered twice, late, out of order or to two at once, a turn is told once;
// only who dies between sending and noting it leaves it to be told again.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseRecord } from '../ports/cases.ts';
import type { Noted } from '../ports/notices.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { composeNotice } from './compose-notice.ts';
import { pendingTurns, type Turn } from './pending-turns.ts';
import { sendTelling } from './send-telling.ts';
import { claimTurn, isBeingSent, type NoticeOutcome, type NoticePorts } from './turn.ts';

/** The first address that the case knows, in the order of the standard. */
const addressOf = async (
  { vault }: NoticePorts,
  { process }: Standard,
  { snapshot, key }: CaseRecord,
): Promise<string | undefined> => {
  const fact = process.facts.find(({ id, type }) => type === 'email' && snapshot.facts[id] !== undefined);
  const value = fact && snapshot.facts[fact.id];
  if (!fact || value === undefined) return undefined;
  const opened = await caseSeal(vault, key, snapshot.id).openFact(fact.id, value);
  return typeof opened === 'string' ? opened : undefined;
};

const mailOf = async (
  ports: NoticePorts,
  standard: Standard,
  snapshot: CaseSnapshot,
  turns: readonly Turn[],
) => {
  const setting = { tenant: await getProfile(ports.directory), now: ports.clock.now() };
  return composeNotice({ standard, snapshot, turns, setting, trackingUrl: ports.trackingUrl });
};

export const makeSendNotices =
  (ports: NoticePorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<NoticeOutcome> => {
    const { notices, cases, standards, clock, mailer } = ports;
    const before: Noted | undefined = await notices.find(caseId);
    const record = await cases.find(caseId);
    // No case: what is pointed to is a request or a breach that its officers are told of.
    if (!record) return sendTelling(ports, caseId);
    const turns = pendingTurns(record.snapshot, before?.to ?? 0);
    const last = turns.at(-1);
    if (!last) return 'nothing-new';
    if (isBeingSent(before, clock.now())) return 'busy';

    const revision = before?.revision ?? 0;
    const { standard } = await standards.getPinned(record.snapshot.standard);
    const to = await addressOf(ports, standard, record);
    if (to === undefined) {
      const noted = await notices.save(caseId, { to: last.seq, revision: revision + 1 }, before?.revision);
      return noted.ok ? 'no-address' : 'busy';
    }
    const mail = await mailOf(ports, standard, record.snapshot, turns);
    if (!(await claimTurn(ports, caseId, before))) return 'busy';
    const sent = await mailer.send({ ...mail, to });
    // Whoever took over after our time was up has told it as well, and notes it.
    await notices.save(caseId, { to: last.seq, revision: revision + 2 }, revision + 1);
    return sent.ok ? 'sent' : sent.error;
  };

// One turn of telling, whoever is told: what can come of it, what it needs, and who has it.
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import type { Mailer, Noted } from '../ports/notices.ts';
import type { Ports } from '../ports/surroundings.ts';

/** busy: somebody else is at it; ask again when they are done or gone. */
export type NoticeOutcome = 'nothing-new' | 'no-address' | 'address-refused' | 'sent' | 'busy';

export type NoticePorts = Pick<
  Ports,
  'directory' | 'standards' | 'cases' | 'vault' | 'notices' | 'leftChanges' | 'clock'
> & {
  readonly mailer: Mailer;
  readonly trackingUrl: string;
};

/** Longer than the function may run: who has not come back by then is gone. */
const sendingMs = 60_000;

export const isBeingSent = (before: Noted | undefined, now: InstantText): boolean =>
  before?.sendingUntil !== undefined && epochMs(now) < epochMs(before.sendingUntil);

/** False where somebody else was faster. */
export const claimTurn = async (
  { notices, clock }: Pick<NoticePorts, 'notices' | 'clock'>,
  id: CaseId,
  before: Noted | undefined,
): Promise<boolean> => {
  const { to = 0, revision = 0 } = before ?? {};
  const sendingUntil = toInstantText(epochMs(clock.now()) + sendingMs);
  return (await notices.save(id, { to, sendingUntil, revision: revision + 1 }, before?.revision)).ok;
};

// When a case was received: entered by staff, as a matter of course on some channels, with a reason on the others.
import { epochMs } from '../kernel/instant.ts';
import type { Channel } from '../standard/channel.ts';
import type { CaseRejection, FileCase } from './command.ts';
import type { DecideContext } from './turn.ts';

/** Why this receipt does not do. */
export const refuseReceipt = (
  { receipt }: Channel,
  { received }: FileCase,
  { by, now }: DecideContext,
): CaseRejection | undefined => {
  if (!received) return receipt && by.party === 'staff' ? { code: 'receipt-missing', receipt } : undefined;
  if (by.party !== 'staff') return { code: 'receipt-refused', reason: 'not-by-staff' };
  if (epochMs(received.at) > epochMs(now)) return { code: 'receipt-refused', reason: 'in-future' };
  return receipt || received.reason !== undefined
    ? undefined
    : { code: 'receipt-refused', reason: 'reason-missing' };
};

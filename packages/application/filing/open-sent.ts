// The receipt of what was sent and the case it is of, for the holder of the filing's session: whoever wrote it holds its secret,
// and is not kept out by what strangers guess (decision 0102).
import { epochMs } from '@layan/domain/kernel/instant';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import { openCase } from '../tracking/open-case.ts';
import type { OpenedCase } from '../tracking/own-case-view.ts';
import type { FilingFailure } from './errors.ts';
import { makeGetReceipt, type SentFiling } from './get-receipt.ts';

export interface OpenedFiling extends SentFiling {
  readonly opened: OpenedCase;
}

export const makeOpenSent =
  (ports: Pick<Ports, 'directory' | 'standards' | 'filings' | 'cases' | 'vault' | 'clock'>) =>
  async (input: {
    readonly session: string;
  }): Promise<Result<OpenedFiling, FilingFailure<'filing-not-found'> | { readonly code: 'not-sent' }>> => {
    const sent = await makeGetReceipt(ports)(input);
    if (!sent.ok) return sent;
    const found = await ports.cases.findStatus(sent.value.receipt.ticket);
    if (!found) throw new Error('a filed case has no ticket');
    const setting = await getSetting(ports);
    return ok({ ...sent.value, opened: await openCase(ports, found, epochMs(setting.now), setting) });
  };

// The receipt of what was sent, for the holder of the filing's session; as often as it is asked for within an hour, because it
// tells the secret.
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import { buildReceipt } from './build-receipt.ts';
import type { FilingFailure } from './errors.ts';
import { loadFiling } from './load-filing.ts';
import { readAnswers, warningsOf } from './read-answers.ts';
import type { Receipt } from './receipt.ts';

export interface SentFiling {
  readonly receipt: Receipt;
  /** It answers the decision of an earlier case. */
  readonly objection: boolean;
}

/** How long the session tells what it filed (decision 0051); a cookie that was copied outlives what the browser forgets. */
export const RECEIPT_SECONDS = 3600;

export const makeGetReceipt =
  (ports: Pick<Ports, 'directory' | 'standards' | 'filings' | 'cases' | 'vault' | 'clock'>) =>
  async (input: {
    readonly session: string;
  }): Promise<Result<SentFiling, FilingFailure<'filing-not-found'> | { readonly code: 'not-sent' }>> => {
    const loaded = await loadFiling(ports, input.session);
    if (!loaded) return err({ code: 'filing-not-found' });
    const { filing } = loaded;
    if (!filing.filedAt) return err({ code: 'not-sent' });
    const told = epochMs(ports.clock.now()) - epochMs(filing.filedAt);
    if (told > RECEIPT_SECONDS * 1000) return err({ code: 'filing-not-found' });
    const file = await ports.cases.findFile(filing.caseId);
    if (!file) throw new Error('a filed case is not there');
    const setting = await getSetting(ports);
    const warnings = warningsOf(await readAnswers(loaded, setting.input));
    return ok({
      receipt: await buildReceipt(loaded, file.events, warnings, setting),
      objection: filing.about !== undefined,
    });
  };

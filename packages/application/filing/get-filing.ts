// Reads a filing for the holder of its session: answers opened, scans with their state, what is still missing.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import { buildFilingView } from './build-filing-view.ts';
import type { FilingFailure } from './errors.ts';
import type { FilingView } from './filing-view.ts';
import { loadFiling } from './load-filing.ts';
import { readAnswers } from './read-answers.ts';

export const makeGetFiling =
  (ports: Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'directory'>) =>
  async (input: {
    readonly session: string;
  }): Promise<Result<FilingView, FilingFailure<'filing-not-found'>>> => {
    const loaded = await loadFiling(ports, input.session);
    if (!loaded) return err({ code: 'filing-not-found' });
    const setting = await getSetting(ports);
    return ok(buildFilingView(loaded, await readAnswers(loaded, setting.input), setting));
  };

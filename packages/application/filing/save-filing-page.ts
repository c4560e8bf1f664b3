// Saves one page as it was typed: what can be read becomes facts, what cannot is kept beside them and shown again.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { FieldProblem } from '@layan/domain/person/form-input';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import { buildFilingView, stopAfter } from './build-filing-view.ts';
import type { FilingFailure } from './errors.ts';
import type { NextStop } from './filing-view.ts';
import { fillPage } from './fill-page.ts';
import { loadFiling } from './load-filing.ts';
import { readAnswers } from './read-answers.ts';

export interface SaveFilingPageInput {
  readonly session: string;
  readonly page: string;
  /** Field values as the browser sent them, by fact id; unknown names are ignored. */
  readonly raw: Readonly<Record<string, string>>;
}

export interface SavedPage {
  /** Errors and warnings of this page. Everything was saved either way. */
  readonly problems: readonly FieldProblem[];
  /** This page again while it has errors. */
  readonly next: NextStop;
}

export type SaveFilingPageError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'filing-changed' | 'page-not-found'
>;

type SaveFilingPagePorts = Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'directory'>;

/** Pages of one filing may be saved at the same time from two tabs; each save touches its own page only. */
const attempts = 5;

export const makeSaveFilingPage = (ports: SaveFilingPagePorts) => {
  const attempt = async (
    input: SaveFilingPageInput,
    left: number,
  ): Promise<Result<SavedPage, SaveFilingPageError>> => {
    const loaded = await loadFiling(ports, input.session);
    if (!loaded) return err({ code: 'filing-not-found' });
    if (loaded.filing.filedAt) return err({ code: 'filing-already-sent' });
    const page = loaded.pages.find(({ id }) => id === input.page);
    if (!page) return err({ code: 'page-not-found' });
    const setting = await getSetting(ports);
    const { filing, problems } = await fillPage(loaded, page, input.raw, setting.input);
    const saved = await ports.filings.save(filing, loaded.filing.revision);
    if (!saved.ok) return left > 1 ? attempt(input, left - 1) : err({ code: 'filing-changed' });

    if (problems.some(({ severity }) => severity === 'error')) {
      return ok({ problems, next: { kind: 'page', page: page.id } });
    }
    const after = { ...loaded, filing };
    const view = buildFilingView(after, await readAnswers(after, setting.input), setting);
    return ok({ problems, next: stopAfter(view, page.id) });
  };
  return (input: SaveFilingPageInput): Promise<Result<SavedPage, SaveFilingPageError>> =>
    attempt(input, attempts);
};

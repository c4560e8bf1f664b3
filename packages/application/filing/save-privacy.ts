// Saves what the applicant keeps from others: their name, or the whole matter.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Filing } from '../ports/filings.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import { againWhenChanged } from './again-when-changed.ts';
import { buildFilingView, privacyPage, privacyView, stopAfter } from './build-filing-view.ts';
import type { FilingFailure } from './errors.ts';
import type { NextStop } from './filing-view.ts';
import { loadFiling } from './load-filing.ts';
import { openFiling } from './open-filing.ts';
import { readAnswers } from './read-answers.ts';

export interface Privacy {
  readonly anonymous: boolean;
  readonly confidential: boolean;
}

export interface SavePrivacyInput extends Privacy {
  readonly session: string;
}

export type SavePrivacyError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'filing-changed' | 'page-not-found'
>;

/** The filing with these wishes; what the channel does not offer is left out when it is filed. */
export const withPrivacy = (filing: Filing, { anonymous, confidential }: Privacy): Filing => {
  const { anonymous: _name, confidential: _matter, ...rest } = filing;
  return {
    ...rest,
    ...(anonymous && { anonymous: true }),
    ...(confidential && { confidential: true }),
  };
};

export const makeSavePrivacy =
  (ports: Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'directory'>) =>
  (input: SavePrivacyInput): Promise<Result<{ readonly next: NextStop }, SavePrivacyError>> =>
    againWhenChanged<{ readonly next: NextStop }, SavePrivacyError>(async () => {
      const loaded = await loadFiling(ports, input.session);
      if (!loaded) return err({ code: 'filing-not-found' });
      const { filing, documents } = loaded;
      if (filing.filedAt) return err({ code: 'filing-already-sent' });
      if (!privacyView(loaded)) return err({ code: 'page-not-found' });
      const changed = {
        ...withPrivacy(filing, input),
        pagesSeen: [...new Set([...filing.pagesSeen, privacyPage])],
        revision: filing.revision + 1,
      };
      const saved = await ports.filings.save(changed, filing.revision);
      if (!saved.ok) return err({ code: 'filing-changed' });
      const setting = await getSetting(ports);
      const after = await openFiling(ports, { filing: changed, documents });
      const view = buildFilingView(after, await readAnswers(after, setting.input), setting);
      return ok({ next: stopAfter(view, privacyPage) });
    });

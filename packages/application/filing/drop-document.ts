// Takes a scan out of a filing again (wrong photo); it is never attached. Taking it out twice is harmless.
import type { DocumentId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { againWhenChanged } from './again-when-changed.ts';
import type { FilingFailure } from './errors.ts';
import { loadFiling } from './load-filing.ts';

export interface DropDocumentInput {
  readonly session: string;
  readonly documentId: DocumentId;
}

export type DropDocumentError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'filing-changed' | 'document-not-found'
>;

export const makeDropDocument =
  (ports: Pick<Ports, 'standards' | 'filings' | 'vault'>) =>
  ({ session, documentId }: DropDocumentInput): Promise<Result<void, DropDocumentError>> =>
    againWhenChanged<void, DropDocumentError>(async () => {
      const loaded = await loadFiling(ports, session);
      if (!loaded) return err({ code: 'filing-not-found' });
      const { filing, documents } = loaded;
      if (filing.filedAt) return err({ code: 'filing-already-sent' });
      if (filing.dropped.includes(documentId)) return ok(undefined);
      if (!documents.some(({ id }) => id === documentId)) return err({ code: 'document-not-found' });
      const changed = { ...filing, dropped: [...filing.dropped, documentId], revision: filing.revision + 1 };
      const saved = await ports.filings.save(changed, filing.revision);
      return saved.ok ? ok(undefined) : err({ code: 'filing-changed' });
    });

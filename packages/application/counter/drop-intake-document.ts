// Takes a scan out of an intake again (wrong page); it is never attached. Taking it out twice is harmless.
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CounterFailure } from './errors.ts';
import { type IntakeRefusal, loadIntake } from './load-intake.ts';

export type DropIntakeDocumentError =
  | IntakeRefusal
  | CounterFailure<'filing-already-sent' | 'filing-changed' | 'document-not-found'>;

export const makeDropIntakeDocument =
  (ports: Pick<Ports, 'standards' | 'filings' | 'vault'>) =>
  async (input: {
    readonly member: Membership;
    readonly caseId: CaseId;
    readonly documentId: DocumentId;
  }): Promise<Result<{ readonly revision: number }, DropIntakeDocumentError>> => {
    const { member, caseId, documentId } = input;
    const loaded = await loadIntake(ports, 'drop-intake-document', member, caseId);
    if (!loaded.ok) return loaded;
    const { filing, documents } = loaded.value;
    if (filing.filedAt) return err({ code: 'filing-already-sent' });
    if (filing.dropped.includes(documentId)) return ok({ revision: filing.revision });
    if (!documents.some(({ id }) => id === documentId)) return err({ code: 'document-not-found' });
    const changed = { ...filing, dropped: [...filing.dropped, documentId], revision: filing.revision + 1 };
    const saved = await ports.filings.save(changed, filing.revision);
    return saved.ok ? ok({ revision: changed.revision }) : err({ code: 'filing-changed' });
  };

// A link to the PDF of a letter as it stands: signed, or to be signed outside. Logged.
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type LoadLetterError, loadLetter } from './load-letter.ts';

export interface OpenLetterInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly letterId: string;
}

/** What people call the file: its number, or the ticket. */
const fileNameOf = (name: string, extension: string): string =>
  `${name.replace(/[^A-Za-z0-9]+/g, '-')}.${extension}`;

export const makeOpenLetter =
  (ports: Pick<Ports, 'cases' | 'standards' | 'letters' | 'unmaskings' | 'clock'>) =>
  async (input: OpenLetterInput): Promise<Result<{ readonly url: string }, LoadLetterError>> => {
    const { member, caseId, letterId } = input;
    const loaded = await loadLetter(ports, 'open-letter', member, caseId, letterId);
    if (!loaded.ok) return loaded;
    const { letter, file } = loaded.value;
    const { signature, prepared, number } = letter;
    const kept = signature?.file ?? prepared?.file;
    if (!kept) return err({ code: 'document-not-found' });
    const upload = file.documents.find(({ id }) => id === signature?.document);
    const contentType = upload?.contentType ?? 'application/pdf';
    await ports.unmaskings.append({
      caseId,
      fact: `product:${letter.id}`,
      by: member.id,
      name: member.name,
      at: ports.clock.now(),
      act: 'open-letter',
      reason: 'Membuka surat',
    });
    const extension = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }[contentType];
    const fileName = fileNameOf(number ?? file.record.snapshot.ticket, extension);
    return ok({ url: await ports.letters.link({ caseId, sha256: kept.sha256, fileName, contentType }) });
  };

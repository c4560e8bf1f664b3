// Gives out a letter on paper: the file that was signed, byte by byte, or a copy drawn anew that says so. Each is counted,
// as prints of cards are; the file itself is never touched.
import { createHash } from 'node:crypto';
import type { ProductRecord } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProductState } from '@layan/domain/product/product-state';
import { practiceOrigin } from '@layan/domain/tenant/portal-origin';
import type { Printing } from '../ports/printing.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import { factsWhenFrozen } from './facts-when-frozen.ts';
import { letterArtwork } from './letter-artwork.ts';
import { type LoadedLetter, type LoadLetterError, loadLetter } from './load-letter.ts';

export interface PrintLetterInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly letterId: string;
  /** Asks for a copy that says so, where the file itself would be given. */
  readonly marked?: boolean | undefined;
}

export interface PrintedLetter {
  readonly url: string;
  /** Which print it is; absent for what is still to be signed by hand. */
  readonly copy?: number;
  /** unsigned: to be signed by hand. original: the file that was signed. copy: drawn anew, says which copy it is. */
  readonly kind: 'unsigned' | 'original' | 'copy';
}

export type PrintLetterError =
  | LoadLetterError
  | { readonly code: 'product-not-in-force'; readonly state: ProductState }
  /** Values that stood on it cannot be opened any more, or it was never drawn. */
  | { readonly code: 'value-unreadable' };

export type PrintLetterPorts = Pick<
  Ports,
  | 'tenant'
  | 'space'
  | 'cases'
  | 'standards'
  | 'products'
  | 'figures'
  | 'staff'
  | 'vault'
  | 'directory'
  | 'letters'
  | 'unmaskings'
  | 'clock'
> & {
  readonly printing: Pick<Printing, 'drawLetter' | 'keep'>;
  readonly origin: string;
};

const LINK_SECONDS = 60;
const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const nameOf = ({ number }: ProductRecord, ticket: string): string =>
  (number ?? ticket).replace(/[^A-Za-z0-9]+/g, '-');

/** To be signed by hand: only such a letter goes out unsigned. */
const forHand = ({ state, prepared }: ProductRecord) =>
  state === 'frozen' && prepared?.method === 'ink' ? prepared.file : undefined;

/** The paper of what was signed by hand is elsewhere, and a certificate does not survive being drawn anew. */
const isDrawnAnew = ({ signature }: ProductRecord, copy: number, marked: boolean): boolean =>
  signature?.method === 'seal' ? marked || copy > 1 : marked && signature?.method === 'certificate';

/**
 * As it was drawn for signing, with the same code, and which copy it is. Names, titles, the letterhead or the lines of a
 * batch may have changed since: what would say something else than the letter is no copy of it.
 */
const drawnCopy = async (
  ports: PrintLetterPorts,
  { file, index, letter, product }: LoadedLetter,
  copy: number,
): Promise<Uint8Array | 'unreadable' | 'other'> => {
  const { prepared, signatory } = letter;
  const design = product.letter;
  if (!design || !prepared) return 'unreadable';
  const { record } = file;
  const [events, members, setting] = await Promise.all([
    ports.figures.eventsAfter(record.snapshot.id, 0),
    ports.staff.list(),
    getSetting(ports),
  ]);
  const { artwork, missing, unprintable } = await letterArtwork(
    ports,
    {
      ...{ index, record, events, product, letter: design, members, signatory },
      method: prepared.method,
      facts: factsWhenFrozen(events, letter.id),
      frozen: letter,
    },
    setting,
  );
  if (missing.length + unprintable.length > 0) return 'unreadable';
  const practice = ports.space === 'practice';
  const home = practice ? practiceOrigin(ports.origin, ports.tenant) : ports.origin;
  const check = { qr: prepared.qr ?? `${home}/v/${letter.id}`, address: new URL(home).host };
  const drawing = { ...artwork, check, ...(practice && { practice }) };
  // Nothing that is practised with was kept.
  const same = practice || hashOf(await ports.printing.drawLetter(drawing)) === prepared.file.sha256;
  return same ? ports.printing.drawLetter({ ...drawing, mark: { kind: 'copy', number: copy } }) : 'other';
};

export const makePrintLetter =
  (ports: PrintLetterPorts) =>
  async (input: PrintLetterInput): Promise<Result<PrintedLetter, PrintLetterError>> => {
    const { member, caseId, letterId, marked = false } = input;
    const loaded = await loadLetter(ports, 'print-letter', member, caseId, letterId);
    if (!loaded.ok) return loaded;
    const { letter, file } = loaded.value;
    const { snapshot } = file.record;
    const name = nameOf(letter, snapshot.ticket);
    const at = ports.clock.now();
    const by = member.id;
    const note = (reason: string) =>
      ports.unmaskings.append({
        ...{ caseId, fact: `product:${letter.id}`, by, name: member.name, at, reason },
        act: 'print-letter',
      });
    const unsigned = forHand(letter);
    if (unsigned) {
      await note('Mencetak surat untuk ditandatangani');
      const { sha256 } = unsigned;
      const url = await ports.letters.link({
        caseId,
        sha256,
        fileName: `${name}.pdf`,
        seconds: LINK_SECONDS,
      });
      return ok({ url, kind: 'unsigned' });
    }
    const { signature, state } = letter;
    if (!signature || (state !== 'active' && state !== 'provisional'))
      return err({ code: 'product-not-in-force', state });
    await note('Mencetak surat');
    // Counted before it is drawn, since the number stands on it; a print that fails leaves a gap, never a second original.
    const copy = await ports.products.notePrint({
      id: letter.id,
      at,
      by,
      layout: marked ? 'marked' : 'letter',
    });
    const bytes = isDrawnAnew(letter, copy, marked) ? await drawnCopy(ports, loaded.value, copy) : 'other';
    if (bytes === 'unreadable') return err({ code: 'value-unreadable' });
    if (bytes !== 'other') {
      const fileName = `${name}-salinan-${copy}.pdf`;
      return ok({ url: await ports.printing.keep({ bytes, fileName }), copy, kind: 'copy' });
    }
    const upload = file.documents.find(({ id }) => id === signature.document);
    const contentType = upload?.contentType ?? 'application/pdf';
    const fileName = `${name}.${endings[contentType]}`;
    const { sha256 } = signature.file;
    const url = await ports.letters.link({ caseId, sha256, contentType, fileName, seconds: LINK_SECONDS });
    return ok({ url, copy, kind: 'original' });
  };

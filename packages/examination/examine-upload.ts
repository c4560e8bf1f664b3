// Looks into an upload that is to be the signed copy of a document: a PDF with signatures, or a scan of paper.
import { createHash } from 'node:crypto';
import type { Examine } from '@layan/application/ports/examination';
import { latin1 } from '@layan/domain/document/bytes';
import type { ExaminedUpload } from '@layan/domain/document/examined-upload';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { picturesIn } from './codes/pictures-in.ts';
import { type CodeReader, idIn, type Picture } from './codes/read-codes.ts';
import { examinePdf } from './examine-pdf.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { isKind, UnreadablePdf } from './pdf/values.ts';

/** A small file can hold dozens of huge pictures: who looks for codes stops well before the function is stopped. */
const LONGEST_MS = 20_000;

/** A code that cannot be read is as if it were not there: the person who brings the scan says whose it is. */
const codesOf = async (
  read: CodeReader,
  pictures: Iterable<Picture>,
  now: () => number,
): Promise<readonly string[]> => {
  const found = new Set<string>();
  const until = now() + LONGEST_MS;
  try {
    for (const picture of pictures) {
      for (const id of await read(picture)) found.add(id);
      if (now() > until) break;
    }
  } catch (error) {
    // The decoder throws errors of its own for what it cannot take.
    if (!(error instanceof Error)) throw error;
  }
  return [...found];
};

/** Nothing, where it cannot be read. */
function* readable<T>(read: () => Iterable<T>): Generator<T> {
  try {
    yield* read();
  } catch (error) {
    if (!(error instanceof UnreadablePdf) && !(error instanceof RangeError)) throw error;
  }
}

const scannedPages = (bytes: Uint8Array): Iterable<Picture> => readable(() => picturesIn(openPdf(bytes)));

/** A document that was drawn here, and printed by nobody yet, says in its own words which it is. */
const drawnHere = (bytes: Uint8Array): readonly string[] => [
  ...readable(() => {
    const { info, resolve } = openPdf(bytes);
    const keywords = resolve(info?.get('Keywords'));
    const id = isKind(keywords, 'text') ? idIn(latin1(keywords.bytes)) : undefined;
    return id === undefined ? [] : [id];
  }),
];

export const makeExamine =
  (read: CodeReader, now: () => number = Date.now): Examine =>
  async ({ bytes, contentType, prepared }) => {
    const sha256 = ContentHash.parse(createHash('sha256').update(bytes).digest('hex'));
    const whole = { sha256, bytes: bytes.length } satisfies ExaminedUpload;
    if (contentType !== 'application/pdf')
      return { ...whole, ...withCodes(await codesOf(read, [bytes], now)) };
    const signed = await examinePdf(bytes, prepared);
    return signed.signatures !== undefined && signed.signatures.length > 0
      ? { ...whole, signatures: [...signed.signatures], ...(signed.matches && { matches: signed.matches }) }
      : { ...whole, ...withCodes(drawnHere(bytes), await codesOf(read, scannedPages(bytes), now)) };
  };

const withCodes = (...codes: (readonly string[])[]): Pick<ExaminedUpload, 'codes'> => ({
  codes: [...new Set(codes.flat())],
});

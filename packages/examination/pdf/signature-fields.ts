// The signatures a PDF says it has: the fields of its form that are filled with one. Source: ISO 32000-2, 12.7 and 12.8.
import { latin1 } from '@layan/domain/document/bytes';
import type { Pdf } from './open-pdf.ts';
import {
  entriesOf,
  integerIn,
  isKind,
  nameIn,
  type PdfEntries,
  type PdfValue,
  UnreadablePdf,
} from './values.ts';

export interface SignatureField {
  /** Number of the object that holds the signature; undefined when it stands within its field. */
  readonly object?: number;
  /** "ETSI.CAdES.detached" */
  readonly format: string;
  readonly range: readonly number[];
  /** The signature itself, and where it stands in the file. */
  readonly contents: Uint8Array;
  readonly span?: { readonly start: number; readonly end: number };
  /** "D:20260210093000+07'00'", as the signer's program wrote it. */
  readonly claimedAt?: string;
}

const MOST_FIELDS = 200;
/** Certificates, a time stamp and answers about revocation fit many times. */
const MOST_CONTENTS = 512 * 1024;

const fieldOf = (pdf: Pdf, value: PdfValue): SignatureField => {
  const entries = entriesOf(pdf.resolve(value));
  const contents = entries && pdf.resolve(entries.get('Contents'));
  const range = entries && pdf.resolve(entries.get('ByteRange'));
  if (!entries || !isKind(contents, 'text') || !isKind(range, 'array') || range.items.length > 8)
    throw new UnreadablePdf('A signature is none.');
  if (contents.bytes.length > MOST_CONTENTS) throw new UnreadablePdf('A signature is too long.');
  const claimed = pdf.resolve(entries.get('M'));
  return {
    ...(isKind(value, 'reference') && { object: value.number }),
    format: nameIn(pdf.resolve(entries.get('SubFilter'))) ?? '',
    range: range.items.map((item) => integerIn(pdf.resolve(item)) ?? -1),
    contents: contents.bytes,
    ...(contents.span && { span: contents.span }),
    ...(isKind(claimed, 'text') && { claimedAt: latin1(claimed.bytes.subarray(0, 40)) }),
  };
};

export function signatureFields(pdf: Pdf): readonly SignatureField[] {
  const found = new Map<PdfValue, SignatureField>();
  let visited = 0;
  const visit = (value: PdfValue, type: string | undefined, depth: number): void => {
    visited += 1;
    if (visited > MOST_FIELDS || depth > 10) throw new UnreadablePdf('It has too many fields.');
    const field: PdfEntries | undefined = entriesOf(pdf.resolve(value));
    if (!field) return;
    const own = nameIn(pdf.resolve(field.get('FT'))) ?? type;
    const filled = field.get('V');
    if (own === 'Sig' && filled !== undefined && filled !== null) found.set(filled, fieldOf(pdf, filled));
    const kids = pdf.resolve(field.get('Kids'));
    if (isKind(kids, 'array')) for (const kid of kids.items) visit(kid, own, depth + 1);
  };
  const form = entriesOf(pdf.resolve(pdf.root.get('AcroForm')));
  const fields = pdf.resolve(form?.get('Fields'));
  if (isKind(fields, 'array')) for (const field of fields.items) visit(field, undefined, 0);
  return [...found.values()];
}

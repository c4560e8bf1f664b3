// A signed PDF: its signatures, whether they are of the whole file, and whether it shows what was prepared for signing.
import type { FoundSignature } from '@layan/domain/document/examined-upload';
import { digester } from './pdf/digest-value.ts';
import { openPdf, type Pdf } from './pdf/open-pdf.ts';
import { sameContent } from './pdf/same-content.ts';
import { signatureFields } from './pdf/signature-fields.ts';
import { UnreadablePdf } from './pdf/values.ts';
import type { KnownIssuer } from './signature/bsre.ts';
import {
  examineSignature,
  isStamp,
  type SignedRange,
  signedRange,
  stampHolds,
} from './signature/examine-signature.ts';

export interface ExaminedPdf {
  readonly signatures?: readonly FoundSignature[];
  readonly matches?: 'same' | 'altered';
}

/** What a signer's program adds behind a signature so that it can still be checked in ten years. */
const proofs: ReadonlySet<string> = new Set(['DSS', 'Extensions', 'Version']);

const onlyProofsBehind = (pdf: Pdf, end: number): boolean => {
  if (end === pdf.bytes.length) return true;
  const before = openPdf(pdf.bytes.subarray(0, end));
  return digester(before).entries(before.root, proofs) === digester(pdf).entries(pdf.root, proofs);
};

const read = <T>(reading: () => T): T | undefined => {
  try {
    return reading();
  } catch (error) {
    // Deeply nested input may also exhaust the stack.
    if (error instanceof UnreadablePdf || error instanceof RangeError) return undefined;
    throw error;
  }
};

const isCovered = (pdf: Pdf, ranges: readonly (SignedRange | undefined)[]): boolean => {
  const end = Math.max(...ranges.map((range) => range?.end ?? 0));
  return read(() => onlyProofsBehind(pdf, end)) ?? false;
};

/** A PDF without signatures has neither; one that cannot be read for certain counts as altered. */
export async function examinePdf(
  bytes: Uint8Array,
  prepared: Uint8Array | undefined,
  issuer?: KnownIssuer,
): Promise<ExaminedPdf> {
  const opened = read(() => {
    const pdf = openPdf(bytes);
    return { pdf, fields: signatureFields(pdf) };
  });
  if (!opened) return { signatures: [], matches: 'altered' };
  const { pdf, fields } = opened;
  if (fields.length === 0) return {};
  const ranges = fields.map((field) => signedRange(bytes, field));
  const covered = isCovered(pdf, ranges);
  const examined = await Promise.all(
    fields.map(async (field, index): Promise<FoundSignature[]> => {
      const range = covered ? ranges[index] : undefined;
      if (!isStamp(field)) return [await examineSignature(field, range, issuer)];
      return range && (await stampHolds(field, range)) ? [] : [{ ...brokenStamp }];
    }),
  );
  const signatures = examined.flat();
  if (prepared === undefined) return { signatures };
  const same = read(() => sameContent(openPdf(prepared), pdf, fields)) ?? false;
  return { signatures, matches: same ? 'same' : 'altered' };
}

const brokenStamp = {
  ...{ subject: '', issuer: '', valid: false, bsre: false, fault: 'unreadable' },
} as const satisfies FoundSignature;

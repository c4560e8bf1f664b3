// One signature of a PDF: whether it is of these bytes, by whom, and when.

import { joined } from '@layan/domain/document/bytes';
import type { FoundSignature } from '@layan/domain/document/examined-upload';
import { toInstantText } from '@layan/domain/kernel/instant';
import type { SignatureField } from '../pdf/signature-fields.ts';
import { BSRE, type KnownIssuer } from './bsre.ts';
import { nameParts, nameText } from './certificate-name.ts';
import { isIssuedBy } from './issued-by.ts';
import { signingTime } from './signing-time.ts';
import { timeStampOf } from './time-stamp.ts';
import { type CmsSignature, faultOfCms, readCms } from './verify-cms.ts';

const STAMP_OF_DOCUMENT = 'ETSI.RFC3161';
const formats: ReadonlySet<string> = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);

export interface SignedRange {
  readonly bytes: Uint8Array;
  /** Where the last byte it is of ends. */
  readonly end: number;
}

/** From the first byte on, with no gap but the signature itself; undefined for any other range. */
export function signedRange(file: Uint8Array, { range, span }: SignatureField): SignedRange | undefined {
  const [start, length, next, rest, ...more] = range;
  if (next === undefined || rest === undefined || length === undefined || more.length > 0) return undefined;
  const end = next + rest;
  if (start !== 0 || length !== span?.start || next !== span.end || rest < 0 || end > file.length)
    return undefined;
  return { bytes: joined([file.subarray(0, length), file.subarray(next, end)]), end };
}

export const isStamp = ({ format }: SignatureField): boolean => format === STAMP_OF_DOCUMENT;

export const stampHolds = async (field: SignatureField, { bytes }: SignedRange): Promise<boolean> =>
  (await timeStampOf(field.contents, bytes)) !== undefined;

const unreadable: FoundSignature = {
  ...{ subject: '', issuer: '', valid: false, bsre: false, fault: 'unreadable' },
};

const within = ({ certificate }: CmsSignature, at: Date): boolean =>
  certificate.notBefore.value <= at && at <= certificate.notAfter.value;

export async function examineSignature(
  field: SignatureField,
  range: SignedRange | undefined,
  issuer: KnownIssuer = BSRE,
): Promise<FoundSignature> {
  const cms = formats.has(field.format) ? readCms(field.contents) : undefined;
  // What brings its own content would be compared with that instead of with the file.
  if (!cms || cms.signed.encapContentInfo.eContent) return unreadable;
  const { certificate, signer, others } = cms;
  const at = await signingTime(signer, field.claimedAt);
  const said = {
    subject: nameText(nameParts(certificate.subject)),
    issuer: nameText(nameParts(certificate.issuer)),
    ...(at && { signedAt: toInstantText(at.getTime()) }),
  };
  const fault = range === undefined ? 'uncovered' : await faultOfCms(cms, range.bytes);
  if (fault !== undefined) return { ...said, valid: false, bsre: false, fault };
  if (!at || !within(cms, at)) return { ...said, valid: false, bsre: false, fault: 'expired' };
  return { ...said, valid: true, bsre: isIssuedBy(certificate, others, issuer) };
}

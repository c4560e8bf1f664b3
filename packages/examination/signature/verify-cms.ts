// One signature in the form of CMS (RFC 5652), over bytes that stand beside it.
import { createHash, timingSafeEqual } from 'node:crypto';
import { fromBER, OctetString } from 'asn1js';
import { Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** What is no longer safe, SHA-1 before all, is not among them. */
const hashes: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

export interface CmsSignature {
  readonly signed: SignedData;
  readonly signer: SignerInfo;
  readonly certificate: Certificate;
  /** The others that lie beside it. */
  readonly others: readonly Certificate[];
}

export type CmsFault =
  /** It is of other bytes. */ 'content' | /** It is not by this certificate. */ 'signature';

const exactly = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const certificateOf = (signer: SignerInfo, certificates: readonly Certificate[]): Certificate | undefined => {
  const { sid } = signer;
  return certificates.find(
    ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  );
};

/** Undefined for what is no signature of exactly one signer that brings their certificate. */
export function readCms(bytes: Uint8Array): CmsSignature | undefined {
  try {
    const info = new ContentInfo({ schema: fromBER(exactly(bytes)).result });
    if (info.contentType !== SIGNED_DATA) return undefined;
    const signed = new SignedData({ schema: info.content });
    const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
    const [signer, ...more] = signed.signerInfos;
    const certificate = signer && certificateOf(signer, certificates);
    if (!signer || !certificate || more.length > 0 || certificates.length > 20) return undefined;
    const others = certificates.filter((one) => one !== certificate);
    return { signed, signer, certificate, others };
  } catch {
    // Whatever the library says of it, it is not one of ours to explain.
    return undefined;
  }
}

const digestIn = (signer: SignerInfo): Uint8Array | undefined => {
  const found = (signer.signedAttrs?.attributes ?? []).filter(({ type }) => type === MESSAGE_DIGEST);
  const value: unknown = found[0]?.values[0];
  return found.length === 1 && value instanceof OctetString
    ? new Uint8Array(value.valueBlock.valueHexView)
    : undefined;
};

const isOf = (signer: SignerInfo, content: Uint8Array): boolean => {
  const hash = hashes.get(signer.digestAlgorithm.algorithmId);
  const said = digestIn(signer);
  if (hash === undefined || said === undefined) return false;
  const found = createHash(hash).update(content).digest();
  return said.length === found.length && timingSafeEqual(said, found);
};

/** Undefined when it holds. `content`: what it must be of, whether it carries that itself (time stamps) or not. */
export async function faultOfCms(
  { signed, signer }: CmsSignature,
  content: Uint8Array,
): Promise<CmsFault | undefined> {
  if (!isOf(signer, content)) return 'content';
  try {
    const holds = await signed.verify({ signer: 0, data: exactly(content), checkChain: false });
    return holds ? undefined : 'signature';
  } catch {
    return 'signature';
  }
}

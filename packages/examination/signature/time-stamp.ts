// The time that a time stamping authority vouches for: of a signature, or of a whole document (RFC 3161).
import { createHash } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { readCms } from './verify-cms.ts';

const TIME_STAMP = '1.2.840.113549.1.9.16.2.14';
const TOKEN_CONTENT = '1.2.840.113549.1.9.16.1.4';

const hashes: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** Undefined when the token is not one of these bytes, or is not signed rightly. */
export async function timeStampOf(token: Uint8Array, stamped: Uint8Array): Promise<Date | undefined> {
  const cms = readCms(token);
  const { eContent, eContentType } = cms?.signed.encapContentInfo ?? {};
  if (!cms || !eContent || eContentType !== TOKEN_CONTENT) return undefined;
  try {
    const info = TSTInfo.fromBER(eContent.getValue());
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    const hash = hashes.get(hashAlgorithm.algorithmId);
    if (hash === undefined) return undefined;
    const found = createHash(hash).update(stamped).digest();
    if (!found.equals(Buffer.from(hashedMessage.valueBlock.valueHexView))) return undefined;
    const holds = await cms.signed.verify({
      signer: 0,
      data: Uint8Array.from(stamped).buffer,
      checkChain: false,
    });
    return holds ? info.genTime : undefined;
  } catch {
    return undefined;
  }
}

/** The stamp on a signature, which stands among what the signer could not sign. */
export async function timeOfSignature({
  signer,
}: Pick<NonNullable<ReturnType<typeof readCms>>, 'signer'>): Promise<Date | undefined> {
  const attribute = signer.unsignedAttrs?.attributes.find(({ type }) => type === TIME_STAMP);
  const token: unknown = attribute?.values[0];
  if (!isEncodable(token)) return undefined;
  return timeStampOf(
    new Uint8Array(token.toBER(false)),
    new Uint8Array(signer.signature.valueBlock.valueHexView),
  );
}

const isEncodable = (value: unknown): value is { toBER(sizeOnly: boolean): ArrayBuffer } =>
  typeof value === 'object' && value !== null && 'toBER' in value && typeof value.toBER === 'function';

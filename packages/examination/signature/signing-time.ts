// When somebody signed: as a time stamp vouches, else as the signer's program said.
import { GeneralizedTime, UTCTime } from 'asn1js';
import type { SignerInfo } from 'pkijs';
import { timeOfSignature } from './time-stamp.ts';

const SIGNING_TIME = '1.2.840.113549.1.9.5';

/** "D:20260210093000+07'00'", ISO 32000-2, 7.9.4. */
const CLAIMED = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?)?/;

const claimedTime = (text: string | undefined): Date | undefined => {
  const [, year, month, day, hour, minute, second, sign, hours, minutes] = CLAIMED.exec(text ?? '') ?? [];
  if (year === undefined) return undefined;
  const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes ?? '00'}`;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
};

const writtenTime = (signer: SignerInfo): Date | undefined => {
  const attribute = signer.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME);
  const value: unknown = attribute?.values[0];
  return value instanceof UTCTime || value instanceof GeneralizedTime ? value.toDate() : undefined;
};

export const signingTime = async (
  signer: SignerInfo,
  claimed: string | undefined,
): Promise<Date | undefined> =>
  (await timeOfSignature({ signer })) ?? writtenTime(signer) ?? claimedTime(claimed);

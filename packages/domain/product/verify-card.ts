// Is what a QR code says signed by the tenant, and is it a card? With the published keys alone: in a browser, offline.
// Whether the card still holds is another question, answered by the status list (verify-status.ts).
import type { CardPayload } from './card-payload.ts';
import type { KeySet } from './public-key.ts';
import { type JwsRefusal, verifyJws } from './verify-jws.ts';

export type CardReading =
  | { readonly ok: true; readonly card: CardPayload; readonly kid: string }
  /** wrong-shape: rightly signed, but not as cards are written today. */
  | { readonly ok: false; readonly code: JwsRefusal | 'wrong-shape' };

/** A code holds at most 2,953 bytes; what is longer was not read from one. */
const LONGEST = 4096;

const isText = (value: unknown) => typeof value === 'string';
const isInteger = (value: unknown) => Number.isSafeInteger(value);

const shape = {
  iss: isText,
  jti: isText,
  sub: isText,
  prd: isText,
  num: isText,
  iat: isInteger,
  exp: (value: unknown) => value === undefined || isInteger(value),
  status: (value: unknown) =>
    hasShape(value, { list: isText, idx: (index) => isInteger(index) && Number(index) > 0 }),
} satisfies Record<keyof CardPayload, (value: unknown) => boolean>;

function hasShape(value: unknown, members: Readonly<Record<string, (member: unknown) => boolean>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return (
    Object.keys(given).every((name) => Object.hasOwn(members, name)) &&
    Object.entries(members).every(([name, fits]) => fits(given[name]))
  );
}

/** The schema `CardPayload` by hand: a page that is kept offline need not carry a library for it. */
export const isCardPayload = (value: unknown): value is CardPayload => hasShape(value, shape);

export const verifyCard = async (compact: string, keys: Pick<KeySet, 'keys'>): Promise<CardReading> => {
  if (compact.length > LONGEST) return { ok: false, code: 'malformed' };
  const reading = await verifyJws(compact, 'layan-card', keys);
  if (!reading.ok) return reading;
  const { payload, kid } = reading;
  return isCardPayload(payload) ? { ok: true, card: payload, kid } : { ok: false, code: 'wrong-shape' };
};

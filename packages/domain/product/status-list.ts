// The states of all products of one register in one small text (IETF Token Status List): two bits each, in the order of
// their sequence numbers, compressed. Who holds the list learns nothing about anybody whose card they have not seen.
import { fromBase64Url, toBase64Url } from '../kernel/base64url.ts';
import type { AgencyId } from '../kernel/ids.ts';
import type { ProductState } from './product-state.ts';

/** What a list tells of a product; the number stands in the list, the first three as the standard defines them. */
export const standings = ['valid', 'invalid', 'suspended', 'provisional'] as const;
export type Standing = (typeof standings)[number];

const standingOf = {
  frozen: 'invalid',
  active: 'valid',
  revoked: 'invalid',
  expired: 'invalid',
  returned: 'invalid',
  cancelled: 'invalid',
  suspended: 'suspended',
  provisional: 'provisional',
} as const satisfies Record<ProductState, Standing>;

/** What a list tells of a product in this state. */
export const standingOfState = (state: ProductState): Standing => standingOf[state];

export interface Register {
  readonly agency: AgencyId;
  /** Id of the product in its standard, or of the register that it shares with others of the agency. */
  readonly product: string;
  readonly year: number;
}

/** The register that a product stands in: its own, unless its place names another. */
export const registerOf = (product: string, place: { readonly register?: string | undefined }): string =>
  place.register ?? product;

/** `dinsos.kartu-bestari/2026`, below `/status/`: agencies number their cards apart, also cards of one name. */
export const statusListName = ({ agency, product, year }: Register): string => `${agency}.${product}/${year}`;

const PER_BYTE = 4;
const BITS = 2;

/** The states up to a sequence number; bytes are whole, so a few follow that say nothing. */
export interface Statuses {
  readonly last: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What nobody was issued is invalid. */
export const emptyStatuses = (last = 0): Statuses => ({
  last,
  bytes: new Uint8Array(Math.floor(last / PER_BYTE) + 1).fill(0b01010101),
});

const shiftOf = (sequence: number) => (sequence % PER_BYTE) * BITS;

/** The list with these states; it grows to hold them. */
export const withStates = (
  statuses: Statuses,
  changes: readonly { readonly sequence: number; readonly state: ProductState }[],
): Statuses => {
  const last = changes.reduce((most, { sequence }) => Math.max(most, sequence), statuses.last);
  const { bytes } = emptyStatuses(last);
  bytes.set(statuses.bytes);
  for (const { sequence, state } of changes) {
    const at = Math.floor(sequence / PER_BYTE);
    const others = (bytes[at] ?? 0) & ~(0b11 << shiftOf(sequence));
    bytes[at] = others | (standings.indexOf(standingOf[state]) << shiftOf(sequence));
  }
  return { last, bytes };
};

/** Undefined for a product that was issued after the list. */
export const standingAt = ({ last, bytes }: Statuses, sequence: number): Standing | undefined =>
  sequence > last
    ? undefined
    : standings[((bytes[Math.floor(sequence / PER_BYTE)] ?? 0) >> shiftOf(sequence)) & 0b11];

export const sameStatuses = (a: Statuses, b: Statuses): boolean =>
  a.last === b.last && a.bytes.every((byte, at) => byte === b.bytes[at]);

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  stream: ReadableWritablePair,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

export const packStatuses = async ({ bytes }: Statuses): Promise<string> =>
  toBase64Url(await through(bytes, new CompressionStream('deflate')));

/** Undefined when it is no compressed list up to `last`. */
export const unpackStatuses = async (packed: string, last: number): Promise<Statuses | undefined> => {
  const compressed = fromBase64Url(packed);
  try {
    const bytes = compressed && (await through(compressed, new DecompressionStream('deflate')));
    return bytes && last < bytes.length * PER_BYTE ? { last, bytes } : undefined;
  } catch {
    return undefined;
  }
};

const SECONDS_A_DAY = 86_400;

/** What is signed: the claims of the IETF's list, and `last`, the highest sequence number it speaks of. */
export const statusListPayload = async (
  statuses: Statuses,
  { address, issuedAt }: { readonly address: string; readonly issuedAt: number },
) => ({
  sub: address,
  iat: issuedAt,
  exp: issuedAt + 7 * SECONDS_A_DAY,
  ttl: SECONDS_A_DAY / 2,
  last: statuses.last,
  status_list: { bits: BITS, lst: await packStatuses(statuses) },
});

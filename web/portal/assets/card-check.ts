// What the code on a card or letter says, and whether to believe it, with nothing but what this phone has kept. Pure: the page and
// the service worker bring the code, the keys, the list and the time.
import type { KeySet } from '@layan/domain/product/public-key';
import { verifyCard } from '@layan/domain/product/verify-card';
import type { JwsRefusal } from '@layan/domain/product/verify-jws';
import { verifyLetter } from '@layan/domain/product/verify-letter';
import { type CardStanding, standingOfCard, verifyStatusList } from '@layan/domain/product/verify-status';

/** What stands on a card, or on a letter: that has a date, and tells nobody's name. */
export interface SignedCode {
  /** Of a letter, not of a card. */
  readonly letter?: true;
  readonly iss: string;
  readonly jti: string;
  readonly prd: string;
  readonly sub?: string;
  readonly num?: string | undefined;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp?: number | undefined;
  readonly status?: { readonly list: string; readonly idx: number } | undefined;
}

type CodeReading =
  | { readonly ok: true; readonly card: SignedCode }
  | { readonly ok: false; readonly code: JwsRefusal | 'wrong-shape' };

const readCode = async (code: string, keys: KeySet): Promise<CodeReading> => {
  const card = await verifyCard(code, keys);
  if (card.ok) return { ok: true, card: card.card };
  if (card.code !== 'wrong-kind') return card;
  const letter = await verifyLetter(code, keys);
  if (!letter.ok) return letter;
  const { dat, ...rest } = letter.letter;
  return { ok: true, card: { letter: true, ...rest, iat: Date.parse(dat) / 1000 } };
};

export type CardFinding =
  /** Nothing to check with: no keys were ever fetched. */
  | { readonly kind: 'no-keys' }
  /** The key that signed it is not known here; it may be newer than what was fetched last. */
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'forged' }
  /** Rightly signed, but not the card that was asked for. */
  | { readonly kind: 'other-card'; readonly card: SignedCode }
  | {
      readonly kind: 'genuine';
      readonly card: SignedCode;
      /** unknown: there is no list to tell, or it does not know the card. */
      readonly standing: Exclude<CardStanding, 'other-list' | 'not-listed'> | 'unknown';
      /** When the list was made, seconds since 1970. */
      readonly listedAt?: number;
      /** The list is too old to rely on. */
      readonly stale: boolean;
    };

export interface Known {
  /** Slug of the local government whose page this is. */
  readonly tenant: string;
  readonly origin: string;
  readonly keys: KeySet | undefined;
  /** Whether the keys were fetched just now, so that an unknown one cannot be a newer one. */
  readonly fresh: boolean;
  readonly findList: (path: string) => Promise<string | undefined>;
  /** Seconds since 1970, as this phone believes. */
  readonly now: number;
}

/** The path below which a card's status is told. */
export const listPath = (list: string): string => `/status/${list}`;

/** The code in the fragment of an address; undefined when it holds none. */
export const codeIn = (fragment: string): string | undefined => {
  const code = fragment.replace(/^#/, '');
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(code) ? code : undefined;
};

const standing = async ({ status }: SignedCode, keys: KeySet, { origin, findList, now }: Known) => {
  if (!status) return { standing: 'unknown', stale: false } as const;
  const path = listPath(status.list);
  const compact = await findList(path);
  const reading = compact === undefined ? undefined : await verifyStatusList(compact, keys);
  if (!reading?.ok) return { standing: 'unknown', stale: false } as const;
  const { list } = reading;
  const found = standingOfCard({ status }, list, `${origin}${path}`);
  return {
    standing: found === 'other-list' || found === 'not-listed' ? 'unknown' : found,
    listedAt: list.iat,
    stale: now > list.exp,
  } as const;
};

export const checkCard = async (code: string, id: string | undefined, known: Known): Promise<CardFinding> => {
  const { keys, tenant, fresh } = known;
  if (!keys) return { kind: 'no-keys' };
  const reading = await readCode(code, keys);
  if (!reading.ok) return { kind: reading.code === 'unknown-key' && !fresh ? 'unknown-key' : 'forged' };
  const { card } = reading;
  if (card.iss !== tenant) return { kind: 'forged' };
  if (id !== undefined && card.jti !== id) return { kind: 'other-card', card };
  return { kind: 'genuine', card, ...(await standing(card, keys, known)) };
};

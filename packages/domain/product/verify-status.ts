// Does a card still hold? Answered by a signed status list that was fetched earlier, without a network.
import type { CardPayload } from './card-payload.ts';
import type { KeySet } from './public-key.ts';
import { type Standing, type Statuses, standingAt, unpackStatuses } from './status-list.ts';
import { type JwsRefusal, verifyJws } from './verify-jws.ts';

/** What a status list says, apart from its states; instants in seconds since 1970. */
export interface StatusList {
  /** Address the list is published at. */
  readonly sub: string;
  readonly iat: number;
  /** After this it is too old to rely on. */
  readonly exp: number;
  /** Seconds after which it should be fetched again. */
  readonly ttl: number;
  readonly statuses: Statuses;
}

export type StatusListReading =
  | { readonly ok: true; readonly list: StatusList }
  /** wrong-shape: rightly signed, but no status list as we write them. */
  | { readonly ok: false; readonly code: JwsRefusal | 'wrong-shape' };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The list in a payload that was checked, or that we signed ourselves; undefined for anything else. */
export const readStatusList = async (payload: unknown): Promise<StatusList | undefined> => {
  const { sub, iat, exp, ttl, last, status_list: states } = isRecord(payload) ? payload : {};
  const { bits, lst } = isRecord(states) ? states : {};
  if (typeof sub !== 'string' || typeof iat !== 'number' || typeof exp !== 'number') return undefined;
  if (typeof ttl !== 'number' || typeof last !== 'number') return undefined;
  const statuses = bits === 2 && typeof lst === 'string' ? await unpackStatuses(lst, last) : undefined;
  return statuses && { sub, iat, exp, ttl, statuses };
};

export const verifyStatusList = async (
  compact: string,
  keys: Pick<KeySet, 'keys'>,
): Promise<StatusListReading> => {
  const reading = await verifyJws(compact, 'statuslist+jwt', keys);
  if (!reading.ok) return reading;
  const list = await readStatusList(reading.payload);
  return list ? { ok: true, list } : { ok: false, code: 'wrong-shape' };
};

export type CardStanding =
  | Standing
  /** The list is of another register than the card's. */
  | 'other-list'
  /** Issued after the list: fetch a newer one. */
  | 'not-listed';

/** `listAddress` is where the card's own list is published: `https://<host of the tenant>/status/<list>`. */
export const standingOfCard = (
  { status }: Pick<CardPayload, 'status'>,
  list: Pick<StatusList, 'sub' | 'statuses'>,
  listAddress: string,
): CardStanding =>
  list.sub === listAddress ? (standingAt(list.statuses, status.idx) ?? 'not-listed') : 'other-list';

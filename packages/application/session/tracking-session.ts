// What a browser holds after ticket and secret were right: which case, since when, and a keyed mark over both. Nothing is
// stored. It ends after 30 minutes without a look and in any case after 8 hours.
import { CaseId, type InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { sameText } from '../kernel/same-text.ts';
import type { Vault } from '../ports/vault.ts';

const idleMs = 30 * 60_000;
const longestMs = 8 * 3_600_000;

export interface TrackingSession {
  readonly caseId: CaseId;
  readonly ticket: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

const mark = (vault: Vault, payload: string) => vault.index('session', `tracking:${payload}`);

export const writeTrackingSession = async (
  vault: Vault,
  { caseId, ticket, openedAt }: TrackingSession,
  now: InstantText,
): Promise<string> => {
  const payload = [caseId, ticket, openedAt, epochMs(now)].join('.');
  return `${payload}.${await mark(vault, payload)}`;
};

/** Undefined for what is altered, ended, or of another tenant (whose marks are keyed differently). */
export const readTrackingSession = async (
  vault: Vault,
  session: string,
  now: InstantText,
): Promise<TrackingSession | undefined> => {
  const parts = session.split('.');
  const [id, ticket, openedAt, seenAt, given] = parts;
  if (parts.length !== 5 || ticket === undefined || given === undefined) return undefined;
  if (!sameText(await mark(vault, parts.slice(0, 4).join('.')), given)) return undefined;
  const caseId = CaseId.safeParse(id);
  const [opened, seen, nowMs] = [Number(openedAt), Number(seenAt), epochMs(now)];
  if (!caseId.success || nowMs - seen > idleMs || nowMs - opened > longestMs) return undefined;
  return { caseId: caseId.data, ticket, openedAt: opened };
};

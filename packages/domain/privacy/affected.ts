// Whose data a breach concerns: the cases that are taken to be affected, and to whom of them a letter went.
import * as z from 'zod/mini';
import { CaseId, InstantText, StaffId } from '../kernel/ids.ts';

/** How a letter reached them: sent to their address, or put into their hands. */
export const LetterWay = z.enum(['sent', 'handed-over']);
export type LetterWay = z.infer<typeof LetterWay>;

export const AffectedCase = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  told: z.optional(
    z.strictObject({
      at: InstantText,
      way: LetterWay,
      by: z.strictObject({ id: StaffId, name: z.string() }),
    }),
  ),
});
export type AffectedCase = z.infer<typeof AffectedCase>;

/** A breach is read and written whole. */
export const mostAffected = 500;

/** Those known, and those that are new; undefined where they are too many. */
export const withAffected = (
  known: readonly AffectedCase[],
  found: readonly Pick<AffectedCase, 'caseId' | 'ticket'>[],
): AffectedCase[] | undefined => {
  const all = new Map<string, AffectedCase>(known.map((one) => [one.caseId, one]));
  for (const { caseId, ticket } of found) if (!all.has(caseId)) all.set(caseId, { caseId, ticket });
  return all.size > mostAffected ? undefined : [...all.values()];
};

/** What was noted before is kept. */
export const withLetters = (
  known: readonly AffectedCase[],
  cases: readonly string[],
  told: NonNullable<AffectedCase['told']>,
): AffectedCase[] =>
  known.map((one) => (one.told === undefined && cases.includes(one.caseId) ? { ...one, told } : one));

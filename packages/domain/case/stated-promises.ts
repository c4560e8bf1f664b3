// The promises of a case with all that is needed to put them into words, wherever they are shown.
import * as z from 'zod/mini';
import { InstantText } from '../kernel/ids.ts';
import { indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Deadline } from '../standard/deadline.ts';
import { Term } from '../standard/duration.ts';
import type { Standard } from '../standard/standard.ts';
import { type CaseSnapshot, LedgerEntry, PromiseRecord } from './snapshot.ts';

export const WaitsFor = z
  .strictObject({
    party: z.enum(['applicant', 'staff', 'external']),
    label: z.string().check(z.describe('Name of the role.')),
  })
  .check(z.describe('Who has the next move while the clock stands still.'));
export type WaitsFor = z.infer<typeof WaitsFor>;

/** A turn of the clock, with who is waited for where it stands still. */
export const StatedEntry = z.extend(LedgerEntry, { waitsFor: z.optional(WaitsFor) });
export type StatedEntry = z.infer<typeof StatedEntry>;

export const StatedPromise = z.extend(PromiseRecord, {
  ledger: z.array(StatedEntry),
  kind: z.enum(['promise', 'target', 'norm']),
  label: z.string(),
  verbatim: z.string().check(z.describe('The published sentence it comes from.')),
  duration: Term,
  calendar: z.enum(['office', 'counter']),
  waitsFor: z.optional(WaitsFor).check(z.describe('While it is paused.')),
  endedAt: z.optional(InstantText).check(z.describe('End of the case; nothing runs after it.')),
});
export type StatedPromise = z.infer<typeof StatedPromise>;

/** Who is waited for at a place: the role of the first step that needs it. */
export const waitsFor = (index: ProcessIndex, place: string): WaitsFor => {
  const step = index.works.find(({ after }) => after.includes(place));
  if (step?.subcase) return { party: 'staff', label: 'layanan lain pada dinas ini' };
  const role = index.roles.get(step?.role ?? '');
  return role ? { party: role.party, label: role.label } : { party: 'external', label: 'pihak lain' };
};

/** The published sentences a deadline cites; its label when it cites none. */
export const verbatimOf = (standard: Standard, { basis, label }: Deadline): string => {
  const cited: readonly string[] = basis.cites ?? [];
  const sentences = standard.components.flatMap((component) => component.sentences);
  const texts = sentences.flatMap(({ id, text }) => (cited.includes(id) ? [text] : []));
  return texts.length > 0 ? texts.join(' ') : label;
};

/** Promises and norms whose clock was started, in the order of the standard. */
export const statedPromises = (standard: Standard, snapshot: CaseSnapshot): StatedPromise[] =>
  standard.process.deadlines.flatMap((deadline) => {
    const record = snapshot.promises.find(({ promise }) => promise === deadline.id);
    if (!record) return [];
    const { kind, label } = deadline;
    const { duration, calendar } = record.term ?? deadline;
    const stated = { ...record, kind, label, verbatim: verbatimOf(standard, deadline), duration, calendar };
    const index = indexOf(standard.process);
    return [
      {
        ...stated,
        ledger: record.ledger.map((entry) => ({
          ...entry,
          ...(entry.place !== undefined && { waitsFor: waitsFor(index, entry.place) }),
        })),
        ...(record.pausedFor !== undefined && { waitsFor: waitsFor(index, record.pausedFor) }),
        ...(snapshot.ended && { endedAt: snapshot.ended.at }),
      },
    ];
  });

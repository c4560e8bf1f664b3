// What stands on a line, which lines a filter leaves, and in which portions decisions are sent.
import { type BatchLine, type BatchView, decisionsAtMost } from '@layan/contract/staff/batch';

export type Deciding = BatchView['deciding'][number];
export type LineDecision = Deciding['decisions'][number];

export interface Decided {
  readonly caseId: string;
  readonly decision: string;
  readonly note?: string;
}

/** What was chosen here and is not known to be kept, by case. */
export type Pending = ReadonlyMap<string, Decided>;

export const decisionOn = (line: BatchLine, step: string | undefined, pending: Pending): string | undefined =>
  pending.get(line.caseId)?.decision ?? line.decided.find((one) => one.step === step)?.decision;

/** Refused in an earlier step: never decided on together with the others. */
export const wasRefused = ({ decided }: BatchLine, step: string | undefined): boolean =>
  decided.some((one) => one.step !== step && one.tone === 'refuse');

/** Of what is pending: lines on which nobody has decided. */
export const undecidedOf = (
  lines: readonly BatchLine[],
  step: string | undefined,
  pending: Pending,
): readonly Decided[] =>
  lines.flatMap((line) => {
    const mine = pending.get(line.caseId);
    const isOpen = line.out === undefined && decisionOn(line, step, new Map()) === undefined;
    return mine && isOpen ? [mine] : [];
  });

/** `all`, `open`, `out`, or the id of a decision. */
export type Filter = string;

export interface Counts {
  readonly in: number;
  readonly open: number;
  readonly out: number;
  readonly by: Readonly<Record<string, number>>;
}

export const countsOf = (lines: readonly BatchLine[], step: string | undefined, pending: Pending): Counts => {
  const inside = lines.filter(({ out }) => out === undefined);
  const by: Record<string, number> = {};
  let open = 0;
  for (const line of inside) {
    const decision = decisionOn(line, step, pending);
    if (decision === undefined) open += 1;
    else by[decision] = (by[decision] ?? 0) + 1;
  }
  return { in: inside.length, open, out: lines.length - inside.length, by };
};

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const says = ({ ticket, cells }: BatchLine, asked: string): boolean =>
  [ticket, ticket.replaceAll('-', ''), ...Object.values(cells)].some((text) => plain(text).includes(asked));

export const linesShown = (
  lines: readonly BatchLine[],
  { filter, search }: { readonly filter: Filter; readonly search: string },
  step: string | undefined,
  pending: Pending,
): readonly BatchLine[] => {
  const asked = plain(search);
  return lines.filter((line) => {
    if (asked !== '' && !says(line, asked)) return false;
    if (filter === 'all') return true;
    if (line.out) return filter === 'out';
    return (decisionOn(line, step, pending) ?? 'open') === filter;
  });
};

/** A decision is asked about first where it takes a note, or takes the line out for good. */
export const asksFirst = ({ note, drops }: LineDecision): boolean => note === 'required' || drops === true;

export const portionsOf = (decisions: readonly Decided[]): readonly (readonly Decided[])[] =>
  Array.from({ length: Math.ceil(decisions.length / decisionsAtMost) }, (_, at) =>
    decisions.slice(at * decisionsAtMost, (at + 1) * decisionsAtMost),
  );

/** The lines after decisions that were kept: what the next read would say. */
export const linesAfter = (
  lines: readonly BatchLine[],
  { step, label: stepLabel, decisions }: Pick<Deciding, 'step' | 'label' | 'decisions'>,
  kept: readonly Decided[],
): readonly BatchLine[] => {
  const by = new Map(kept.map((one) => [one.caseId, one.decision]));
  return lines.map((line) => {
    const decision = decisions.find(({ id }) => id === by.get(line.caseId));
    if (!decision) return line;
    const { id, label, tone, drops } = decision;
    const others = line.decided.filter((one) => one.step !== step);
    return {
      ...line,
      decided: [...others, { step, stepLabel, decision: id, label, tone }],
      ...(drops && { out: { when: 'baru saja', why: label } }),
    };
  });
};

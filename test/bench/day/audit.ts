// What must hold in the evening, looked up anew: one card in force for a family, no gap in a register, no case left lying,
// promises that somebody with a calendar on the wall would have given.
import { staffApi } from '@layan/contract/staff-api';
import { afterWorkingDays, afterWorkingMinutes } from '../../people/promise-by-hand.ts';
import type { Day } from './day.ts';
import type { Person } from './person.ts';
import type { Claim } from './plan.ts';

export interface Register {
  readonly label: string;
  readonly numbers: readonly string[];
  readonly gapFree: boolean;
}

/** What the audit looks at, of a claim and its case. */
export interface Audited {
  readonly claim: Pick<Claim, 'family' | 'onPaper'>;
  readonly view: {
    readonly ticket: string;
    readonly receivedAt: string;
    readonly timeline: readonly { readonly at: string; readonly what: string }[];
    readonly promises: readonly { readonly id: string; readonly dueAt: string }[];
    readonly actions: readonly { readonly kind: string }[];
    readonly products: readonly { readonly state: string; readonly number?: string | undefined }[];
    readonly returned?: unknown;
    readonly ended?: unknown;
  };
}

const inForce = new Set(['provisional', 'active', 'suspended']);

/** Counted from one, each number once. */
export const isGapFree = (numbers: readonly string[]): boolean =>
  numbers
    .map((number) => Number(number.split('-').at(-1)))
    .toSorted((a, b) => a - b)
    .every((n, at) => n === at + 1);

export async function registersOf({ call }: Person): Promise<readonly Register[]> {
  const { registers } = await call(staffApi.listRegisters);
  const found: Register[] = [];
  for (const { id, label, years } of registers) {
    for (const year of years) {
      const numbers: string[] = [];
      for (let after: string | undefined; ; ) {
        const params = { product: id, year: String(year) };
        const page = await call(staffApi.listRegister, {
          params,
          query: { ...(after !== undefined && { after }) },
        });
        numbers.push(...page.rows.map(({ number }) => number));
        after = page.next;
        if (after === undefined) break;
      }
      found.push({ label: `${label} ${year}`, numbers, gapFree: isGapFree(numbers) });
    }
  }
  return found;
}

const wrongPromises = ({ claim, view }: Audited): readonly string[] => {
  const accepted = view.timeline.find(({ what }) => what.endsWith('Terima berkas'))?.at;
  // A pause moves the end: reckoned elsewhere.
  if (accepted === undefined || view.returned !== undefined) return [];
  const from = claim.onPaper === undefined ? accepted : view.receivedAt;
  const byHand: Readonly<Record<string, string>> = {
    'bestari-promise': afterWorkingMinutes(from, 60),
    'pendalungan-promise': afterWorkingDays(from, 3),
  };
  return view.promises.flatMap(({ id, dueAt }) =>
    byHand[id] === undefined || byHand[id] === dueAt
      ? []
      : [`${view.ticket}: ${id} is due ${dueAt}, by hand ${byHand[id]}`],
  );
};

const wrongCase = (one: Audited): readonly string[] => {
  const { view } = one;
  const open = view.returned !== undefined || view.actions.some(({ kind }) => kind === 'step');
  return [
    ...(view.ended === undefined && !open ? [`${view.ticket} has neither an ending nor an open task`] : []),
    ...(view.ended !== undefined && view.products.some(({ state }) => state === 'provisional')
      ? [`${view.ticket} ended while its card is provisional`]
      : []),
    ...wrongPromises(one),
  ];
};

export async function lookAgain({ call }: Person, day: Day): Promise<void> {
  for (const one of day.running.values())
    one.view = await call(staffApi.getCase, { params: { caseId: one.caseId } });
}

/** Sentences about what does not hold; none on a good day. */
export function audit(all: readonly Audited[], registers: readonly Register[]): readonly string[] {
  const cards = all.flatMap(({ claim, view }) => view.products.map((product) => ({ ...product, claim })));
  const held = Map.groupBy(
    cards.filter(({ state }) => inForce.has(state)),
    ({ claim }) => claim.family,
  );
  const listed = new Set(registers.flatMap(({ numbers }) => numbers));
  return [
    ...all.flatMap(wrongCase),
    ...[...held]
      .filter(([, inTheirHands]) => inTheirHands.length > 1)
      .map(([family, { length }]) => `family ${family} holds ${length} cards`),
    ...registers.filter(({ gapFree }) => !gapFree).map(({ label }) => `the register ${label} has a gap`),
    ...cards
      .filter(({ number }) => number === undefined || !listed.has(number))
      .map(({ number }) => `card ${number} is in no register`),
    ...(cards.length === listed.size ? [] : [`${listed.size} numbers for ${cards.length} cards`]),
  ];
}

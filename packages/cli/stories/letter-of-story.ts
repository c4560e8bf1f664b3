// A letter as it would be at the end of a story: what the story tells, and made-up answers for what it does not.
import { type FactValues, isSealed, type PlainValue } from '@layan/domain/case/facts';
import type { CaseSnapshot, Line } from '@layan/domain/case/snapshot';
import { linesAs } from '@layan/domain/case/stand-in-lines';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { InstantText } from '@layan/domain/kernel/ids';
import { fillLetter } from '@layan/domain/letter/fill-letter';
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { LetterLine } from '@layan/domain/letter/letter-context';
import { signAs } from '@layan/domain/letter/sign-as';
import { indexOf } from '@layan/domain/process/process-index';
import type { Fact } from '@layan/domain/standard/facts';
import type { Letter } from '@layan/domain/standard/letter';
import type { Product } from '@layan/domain/standard/product';
import type { Standard } from '@layan/domain/standard/standard';

/** Nobody's: the last digits are those of tests. */
const madeUp = (fact: Fact): PlainValue => {
  switch (fact.type) {
    case 'nik':
    case 'familyCardNumber':
      return '9999990101909001';
    case 'phone':
      return '+6281200009001';
    case 'email':
      return 'warga@contoh.id';
    case 'date':
      return '2026-01-05';
    case 'integer':
    case 'rupiah':
      return fact.min ?? 1;
    case 'boolean':
      return true;
    case 'choice':
    case 'multichoice':
      return fact.options?.[0]?.value ?? fact.label;
    case 'geo':
      return '-7.75,113.21';
    default:
      return `‹${fact.label}›`;
  }
};

const valuesOf = (facts: readonly Fact[], told: FactValues | undefined): Record<string, PlainValue> =>
  Object.fromEntries(
    facts.flatMap((fact) => {
      const value = told?.[fact.id];
      if (told && value === undefined) return [];
      return [[fact.id, value === undefined || isSealed(value) ? madeUp(fact) : value]];
    }),
  );

/** Without a story every decision is taken on some line. */
const anyDecisions = ({ steps }: Standard['process'], at: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    steps.flatMap(({ id, lines }) => {
      const decision = lines?.decisions[at % lines.decisions.length];
      return decision ? [[id, decision.id]] : [];
    }),
  );

const linesOf = (
  { process }: Standard,
  lines: readonly Line[] = linesAs().map((line, at) => ({ ...line, decided: anyDecisions(process, at) })),
): readonly LetterLine[] =>
  lines.map(({ ticket, decided = {}, out }, at) => ({
    ticket,
    cells: Object.fromEntries(
      (process.lines?.columns ?? []).map(({ fact, label }) => [fact, `‹${label} ${at + 1}›`]),
    ),
    decisions: Object.entries(decided).map(([step, decision]) => {
      const decisions = indexOf(process).steps.get(step)?.lines?.decisions;
      const label = decisions?.find(({ id }) => id === decision)?.label ?? decision;
      return { step, decision, label, note: '‹catatan›' };
    }),
    ...(out && { out: true }),
  }));

interface ToldLetter {
  readonly artwork: LetterArtwork;
  /** Labels of facts that it says and nobody has told. */
  readonly missing: readonly string[];
}

const nobody = 'Pemerintah Daerah';

export const letterOfStory = (
  standard: Standard,
  product: Product & { readonly letter: Letter },
  snapshot: CaseSnapshot | undefined,
  names: { readonly government?: string | undefined; readonly agency?: string | undefined },
): ToldLetter => {
  const { process } = standard;
  const index = indexOf(process);
  const { letter } = product;
  const record = snapshot?.products.findLast((one) => one.product === product.id);
  const agencyName = names.agency ?? String(standard.agency);
  const governmentName = names.government ?? nobody;
  const { text, missing } = fillLetter(letter, {
    facts: index.facts,
    values: valuesOf(process.facts, snapshot?.facts),
    placeName: (code) => code,
    productLabel: product.label,
    ticket: snapshot?.ticket ?? '1111-1111-1',
    agencyName,
    governmentName,
    ...(record?.number !== undefined && { number: record.number }),
    ...(record?.date !== undefined && { date: record.date }),
    ...(process.lines && { lines: linesOf(standard, snapshot?.lines) }),
  });
  const signing = process.steps.find(({ outcomes }) =>
    outcomes.some(({ effects = [] }) =>
      effects.some((effect) => 'issue' in effect && effect.issue === product.id),
    ),
  );
  const roleOffice = index.roles.get(signing?.role ?? '')?.label ?? '';
  return {
    missing: missing.map((id) => index.facts.get(id)?.label ?? id),
    artwork: {
      governmentName,
      agencyName,
      agencyAddress: '',
      letterhead: [],
      accent: '#1f4e79',
      productLabel: product.label,
      text,
      ...(record?.number !== undefined && { number: record.number }),
      place: '…',
      ...(record?.date !== undefined && { date: plainDateInWords(record.date) }),
      at: record?.issuedAt ?? InstantText.parse('2026-03-02T02:00:00.000Z'),
      signature: signAs({ letter, roleOffice }),
      method: 'ink',
      mark: { kind: 'concept' },
    },
  };
};

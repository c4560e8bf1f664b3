// Cases of the real ULTPK standard that wait for their card to be issued, put straight into a store: what came before is
// played by stand-ins. For tests that need many of them.
import { caseChange } from '@layan/application/case/case-change';
import { sha256 } from '@layan/application/kernel/sha256';
import type { CaseRecord } from '@layan/application/ports/cases';
import type { Ports } from '@layan/application/ports/surroundings';
import { caseSeal } from '@layan/application/sealing/case-seal';
import { play } from '@layan/domain/case/play';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { indexOf } from '@layan/domain/process/process-index';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { caseIdOf, minute, ticketOf } from '../builders/ids.ts';

export const kinds = {
  bestari: { step: 'issue-bestari', product: 'bestari-card' },
  pendalungan: { step: 'issue-pendalungan', product: 'pendalungan-card' },
} as const;
export type Kind = keyof typeof kinds;

/** Identifiers of the household; what is absent is not known. */
export interface Household {
  readonly nik?: string;
  readonly familyCardNumber?: string;
}

type WaitingPorts = Pick<Ports, 'directory' | 'cases' | 'vault'>;

const played = new Map<string, CaseSnapshot>();

/** The first example that comes to the step, up to there. */
async function waiting(
  { directory }: WaitingPorts,
  { standard, hash }: StandardVersion,
  kind: Kind,
): Promise<CaseSnapshot> {
  const { step } = kinds[kind];
  const name = `${hash} ${step}`;
  const known = played.get(name);
  if (known) return known;
  const issues = (turn: (typeof standard.process.examples)[number]['turns'][number]) =>
    'step' in turn && turn.step === step;
  const example = standard.process.examples.find(({ turns }) => turns.some(issues));
  const profile = await directory.find();
  if (!example || !profile) throw new Error(`nothing comes to ${step}`);
  const turns = example.turns.slice(0, example.turns.findIndex(issues));
  const scene = { calendar: profile.calendar, from: minute(0), hash: sha256, makeUp: true };
  const story = play(standard, { ...example, turns }, scene);
  if (!story.ok) throw new Error(JSON.stringify(story.error));
  played.set(name, story.value.snapshot);
  return story.value.snapshot;
}

/** Case number n of this household, ready for `kinds[kind].step`. */
export async function aWaitingCase(
  ports: WaitingPorts,
  version: StandardVersion,
  n: number,
  kind: Kind,
  household: Household,
): Promise<CaseRecord> {
  const { standard, hash } = version;
  const before = await waiting(ports, version, kind);
  const id = caseIdOf(n);
  const key = await ports.vault.newKey(id);
  const seal = caseSeal(ports.vault, key, id);
  const { nik, familyCardNumber, ...others } = before.facts;
  const identifiers = await seal.sealFacts(indexOf(standard.process).facts, {
    ...(household.nik !== undefined && { nik: household.nik }),
    ...(household.familyCardNumber !== undefined && { familyCardNumber: household.familyCardNumber }),
  });
  const snapshot: CaseSnapshot = {
    ...before,
    id,
    ticket: ticketOf(n),
    standard: { id: standard.id, version: version.version, hash },
    facts: { ...others, ...identifiers },
  };
  const after: CaseRecord = {
    snapshot,
    key,
    secretIndex: `secret-${n}`,
    displayName: await seal.sealText('display', `Warga Uji ${n}`),
  };
  const change = await caseChange(ports.vault, standard, { after, events: [] });
  if (!change.ok) throw new Error('a case that waits holds nothing');
  const filed = await ports.cases.commit(change.value);
  if (!filed.ok) throw new Error(filed.error.code);
  return after;
}

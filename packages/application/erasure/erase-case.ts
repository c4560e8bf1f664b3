// Erases a case: what opens its sealed values is destroyed, and nobody is found by it any more. Its events stay and their
// chain still holds; what they say of a person cannot be read by anybody.
import type { ChainAct } from '@layan/domain/audit/chain';
import type { PlainValue } from '@layan/domain/case/facts';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import { indexOf } from '@layan/domain/process/process-index';
import { isInForce } from '@layan/domain/product/product-state';
import { linksOf } from '../filing/links-of-case.ts';
import { peopleOf } from '../filing/people-in-case.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isDestroyed } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';

/** Why a case is not erased. What `mayErase` answers besides is a reason code of its own. */
export type NotErased =
  | { readonly code: 'case-not-found' }
  /** It still runs. */
  | { readonly code: 'case-open' }
  /** Something that was issued is still in force. */
  | { readonly code: 'product-in-force' }
  | { readonly code: 'not-allowed'; readonly why: string };

/** The rule of retention and legal hold: a reason not to, or nothing. */
export type MayErase = (record: CaseRecord) => Promise<string | undefined>;

export type ErasePorts = Pick<Ports, 'cases' | 'standards' | 'vault' | 'erasing' | 'clock'>;

export interface EraseCaseInput {
  readonly caseId: CaseId;
  readonly by: ChainAct['by'];
  readonly mayErase: MayErase;
  /** Class of the schedule that it is due under. */
  readonly due?: RetentionClass;
}

const ATTEMPTS = 5;

export const isErased = ({ key }: Pick<CaseRecord, 'key'>): boolean => isDestroyed(key);

/** Blind indexes by which the case is found now: what they are made from is still readable. */
const peopleIn = async ({ vault, standards }: ErasePorts, { snapshot, key }: CaseRecord) => {
  const { standard } = await standards.getPinned(snapshot.standard);
  const seal = caseSeal(vault, key, snapshot.id);
  const opened = await Promise.all(
    Object.entries(snapshot.facts).map(async ([id, kept]): Promise<(readonly [string, PlainValue])[]> => {
      const value = await seal.openFact(id, kept);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  return peopleOf(vault, indexOf(standard.process), Object.fromEntries(opened.flat()), 'every');
};

const obstacle = async (record: CaseRecord, mayErase: MayErase): Promise<NotErased | undefined> => {
  const { ended, products } = record.snapshot;
  if (!ended) return { code: 'case-open' };
  if (products.some(({ state }) => isInForce(state))) return { code: 'product-in-force' };
  const why = await mayErase(record);
  return why === undefined ? undefined : { code: 'not-allowed', why };
};

/** Erasing what is erased changes nothing. `links`: further indexes that are known to lead to it. */
export const makeEraseCase =
  (ports: ErasePorts) =>
  async (
    { caseId, by, mayErase, due }: EraseCaseInput,
    links: readonly string[] = [],
  ): Promise<Result<void, NotErased>> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const file = await ports.cases.findFile(caseId);
      if (!file) return err({ code: 'case-not-found' });
      const { record } = file;
      if (isErased(record)) return ok(undefined);
      const refused = await obstacle(record, mayErase);
      if (refused) return err(refused);
      const filed = (await linksOf(ports, file, 'every')) ?? [];
      const people = [...(await peopleIn(ports, record)), ...filed, ...links];
      const erasure = { caseId, at: ports.clock.now(), by, ...(due && { due }) };
      const erased = await ports.erasing.erase(record, { ...erasure, people });
      if (erased.ok) return ok(undefined);
    }
    throw new Error(`Case ${caseId} changed again and again while it was to be erased.`);
  };

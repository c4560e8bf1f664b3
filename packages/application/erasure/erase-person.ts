// Erases a person from the agency's cases, one case after the other. What was done stays done: asked again, it goes on
// with what is left.
import type { ChainAct } from '@layan/domain/audit/chain';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { IdentifierKind } from '../ports/vault.ts';
import { type ErasePorts, type MayErase, makeEraseCase, type NotErased } from './erase-case.ts';

export interface ErasePersonInput {
  /** As the person shows it: a NIK, or the number of a family card. */
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly by: ChainAct['by'];
  readonly mayErase: MayErase;
}

export interface ErasedPerson {
  readonly erased: readonly CaseId[];
  readonly kept: readonly ({ readonly caseId: CaseId } & NotErased)[];
}

export const makeErasePerson =
  (ports: ErasePorts) =>
  async ({ kind, value, by, mayErase }: ErasePersonInput): Promise<ErasedPerson> => {
    const eraseCase = makeEraseCase(ports);
    const indexes = await ports.vault.everyIndex(kind, value);
    const found = await Promise.all(indexes.map((index) => ports.cases.about(index)));
    const erased: CaseId[] = [];
    const kept: ({ readonly caseId: CaseId } & NotErased)[] = [];
    for (const caseId of new Set(found.flat())) {
      const done = await eraseCase({ caseId, by, mayErase }, indexes);
      if (done.ok) erased.push(caseId);
      else kept.push({ caseId, ...done.error });
    }
    return { erased, kept };
  };

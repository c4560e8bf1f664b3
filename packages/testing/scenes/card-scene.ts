// A tenant in memory in which a case has issued a card, ready to be printed: facts sealed as a case seals them.
import { caseSeal } from '@layan/application/sealing/case-seal';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { CaseSnapshot as Snapshot } from '@layan/domain/case/snapshot';
import type { ProductState } from '@layan/domain/product/product-state';
import type { Product } from '@layan/domain/standard/product';
import { aCaseWithCard, CARD } from '../builders/a-card.ts';
import { aStandard, aVersion } from '../builders/a-standard.ts';
import { aMember, aTenant, TENANT } from '../builders/a-tenant.ts';
import { caseIdOf, hashOf } from '../builders/ids.ts';
import { testPerson } from '../builders/people.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryTenant } from '../memory/memory-tenant.ts';

export const cardProduct: Product = {
  id: CARD,
  kind: 'card',
  label: 'Kartu Uji',
  card: {
    holder: ['applicantName'],
    lines: ['applicantNik', 'householdSize'],
    back: ['Tunjukkan kartu ini saat meminta layanan.'],
  },
  basis: { cites: ['procedure.3'] },
};

export interface CardScene {
  readonly clock: ReturnType<typeof fixedClock>;
  readonly tenant: ReturnType<typeof memoryTenant>;
  /** Case number n issues card number n; its facts are those of test person n. */
  issue(
    n: number,
    state?: ProductState,
    changes?: Partial<CaseSnapshot> & { readonly validUntil?: string },
  ): Promise<void>;
}

export async function cardScene(product: Product = cardProduct): Promise<CardScene> {
  const clock = fixedClock();
  const tenant = memoryTenant(clock, TENANT);
  await tenant.directory.save(aTenant());
  await tenant.ensureSigning('arn:sign');
  const standard = aStandard();
  const draft = aVersion({
    standard: { ...standard, process: { ...standard.process, products: [product] } },
    hash: hashOf('standard'),
  });
  await tenant.standards.saveDraft(draft);
  await tenant.standards.publish({ ...draft, state: 'published' }, { before: draft });
  await tenant.staff.save(aMember(1), undefined);
  return {
    clock,
    tenant,
    issue: async (n, state, { validUntil, ...changes } = {}) => {
      const key = await tenant.vault.newKey(caseIdOf(n));
      const seal = caseSeal(tenant.vault, key, caseIdOf(n));
      const { name, nik } = testPerson(n);
      const known = new Map(standard.process.facts.map((fact) => [fact.id, fact]));
      const values = { applicantName: name, applicantNik: nik, householdSize: 4 };
      const facts = await seal.sealFacts(known, values);
      const change = aCaseWithCard(n, state, { facts, ...changes });
      const until = validUntil === undefined ? {} : { validUntil: Snapshot.shape.filedAt.parse(validUntil) };
      await tenant.cases.commit({
        ...change,
        after: { ...change.after, key },
        products: change.products.map((issued) => ({ ...issued, key, ...until })),
      });
    },
  };
}

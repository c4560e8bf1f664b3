// A case whose letter waits for its signature or bears it, put there as it is: nobody drafted, drew or signed it.
import type { Membership } from '@layan/application/ports/staff';
import { caseSeal } from '@layan/application/sealing/case-seal';
import type { SigningMethod } from '@layan/domain/case/event';
import type { ProductRecord } from '@layan/domain/case/snapshot';
import { InstantText } from '@layan/domain/kernel/ids';
import type { ProductState } from '@layan/domain/product/product-state';
import type { Standard } from '@layan/domain/standard/standard';
import { aFiledCase, aTask } from '../builders/a-case.ts';
import { aStandard, aVersion } from '../builders/a-standard.ts';
import { aMember, aTenant, TENANT } from '../builders/a-tenant.ts';
import { AGENCY, caseIdOf, hashOf } from '../builders/ids.ts';
import { testPerson } from '../builders/people.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryTenant } from '../memory/memory-tenant.ts';

const LETTER = 'surat-uji';
export const letterId = `s${'0'.repeat(24)}1`;
const frozenAt = InstantText.parse('2026-02-04T02:00:00.000Z');

/** Every outcome of the first step signs the letter. */
function standardWithLetter(): Standard {
  const { process, ...standard } = aStandard();
  const steps = process.steps.map((step, index) =>
    index > 0
      ? step
      : {
          ...step,
          outcomes: step.outcomes.map((outcome) => ({
            ...outcome,
            effects: [{ issue: LETTER, as: 'active' as const }],
          })),
        },
  );
  const product: Standard['process']['products'][number] = {
    id: LETTER,
    kind: 'letter',
    label: 'Surat Uji',
    letter: {
      documentClass: 'correspondence',
      layout: 'letter',
      paper: 'a4',
      body: [{ paragraph: 'Nama {applicantName}.' }],
      signatory: {},
    },
    basis: { cites: ['procedure.3'] },
  };
  return { ...standard, process: { ...process, steps, products: [product] } };
}

export interface LetterFacts {
  readonly state?: ProductState;
  readonly method?: SigningMethod;
  /** Not drawn yet. */
  readonly undrawn?: true;
}

export async function letterDesk({ state = 'active', method = 'seal', undrawn }: LetterFacts = {}) {
  const clock = fixedClock();
  const tenant = memoryTenant(clock, TENANT);
  const agency = { id: AGENCY, name: 'Dinas Uji', shortName: 'Dinas Uji', address: 'Jalan Contoh 1' };
  await tenant.directory.save(aTenant({ agencies: [agency] }));
  const standard = standardWithLetter();
  const draft = aVersion({ standard, hash: hashOf('standard') });
  await tenant.standards.saveDraft(draft);
  await tenant.standards.publish({ ...draft, state: 'published' }, { before: draft });
  const clerk: Membership = aMember(1);
  await tenant.staff.save(clerk, undefined);
  const key = await tenant.vault.newKey(caseIdOf(1));
  const facts = new Map(standard.process.facts.map((fact) => [fact.id, fact]));
  const sealed = await caseSeal(tenant.vault, key, caseIdOf(1)).sealFacts(facts, {
    applicantName: testPerson(1).name,
  });
  const prepared = await tenant.letters.keep({
    caseId: caseIdOf(1),
    bytes: Buffer.from('%PDF-1.7 unsigned'),
  });
  const signed = await tenant.letters.keep({ caseId: caseIdOf(1), bytes: Buffer.from('%PDF-1.7 signed') });
  const frozen = { product: LETTER, id: letterId, date: '2026-02-04', number: '400.9/0001/2026' };
  const record: ProductRecord = {
    ...frozen,
    state,
    issuedAt: frozenAt,
    changedAt: frozenAt,
    ...(!undrawn && { prepared: { file: prepared, method, qr: 'https://uji.example/v/x#a.b.c' } }),
    ...(state !== 'frozen' && { signature: { method, file: signed }, signedAt: frozenAt }),
  };
  const change = aFiledCase(1, { facts: sealed, tasks: [aTask()], products: [record], seq: 2 });
  const [filed] = change.events;
  if (filed?.body.type !== 'caseFiled') throw new Error('a case that was filed');
  const events = [
    { ...filed, seq: 1, previous: null, body: { ...filed.body, facts: sealed } },
    { ...filed, seq: 2, body: { type: 'documentFrozen' as const, ...frozen } },
  ];
  await tenant.cases.commit({ ...change, events, after: { ...change.after, key } });
  return { clock, tenant, clerk, caseId: caseIdOf(1), prepared, signed, record };
}

import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { Standard } from '@layan/domain/standard/standard';
import { aFiledCase, aTask } from '@layan/testing/builders/a-case';
import { aStandard, aVersion } from '@layan/testing/builders/a-standard';
import { aMember, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf, hashOf, OTHER_AGENCY, staffIdOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { makePreviewLetter } from './preview-letter.ts';

const LETTER = 'surat-uji';
const { process } = aStandard();

/** The counter drafts the letter, the back office signs it. */
const standardWithLetter = (): Standard => {
  const product: Standard['process']['products'][number] = {
    id: LETTER,
    kind: 'letter',
    label: 'Surat Uji',
    letter: {
      documentClass: 'correspondence',
      layout: 'letter',
      paper: 'a4',
      body: [
        { paragraph: 'Nama {applicantName}, NIK {applicantNik}, {householdSize|words} orang.' },
        { paragraph: 'Keluarga besar.', when: { fact: 'householdSize', atLeast: 5 } },
      ],
      signatory: {},
    },
    basis: { cites: ['procedure.3'] },
  };
  const steps = process.steps.map((step) => ({
    ...step,
    ...(step.id === 'check-file' && { form: 'filing' }),
    outcomes: step.outcomes.map((outcome, index) => {
      if (index > 0) return outcome;
      if (step.id === 'check-file') return { ...outcome, effects: [{ freeze: LETTER }] };
      if (step.role !== 'back-office') return outcome;
      return { ...outcome, effects: [{ issue: LETTER, as: 'active' as const }] };
    }),
  }));
  return { ...aStandard(), process: { ...process, steps, products: [product] } };
};

const clerk = aMember(1);

async function desk(known: Readonly<Record<string, string | number>> = {}) {
  const clock = fixedClock();
  const tenant = memoryTenant(clock, TENANT);
  const agency = {
    ...{ id: AGENCY, name: 'Dinas Uji', shortName: 'Dinas Uji', address: 'Jalan Contoh 1' },
    letters: { letterhead: ['Laman uji.example'], signing: 'seal' as const },
  };
  await tenant.directory.save(aTenant({ agencies: [agency] }));
  const draft = aVersion({ standard: standardWithLetter(), hash: hashOf('standard') });
  await tenant.standards.saveDraft(draft);
  await tenant.standards.publish({ ...draft, state: 'published' }, { before: draft });
  await tenant.staff.save(clerk, undefined);
  const key = await tenant.vault.newKey(caseIdOf(1));
  const facts = new Map(process.facts.map((fact) => [fact.id, fact]));
  const { name, nik } = testPerson(1);
  const values = { applicantName: name, applicantNik: nik, ...known };
  const sealed = await caseSeal(tenant.vault, key, caseIdOf(1)).sealFacts(facts, values);
  const change = aFiledCase(1, { facts: sealed, tasks: [aTask()] });
  await tenant.cases.commit({ ...change, after: { ...change.after, key } });
  const drawn: LetterArtwork[] = [];
  const drawLetter = async (artwork: LetterArtwork) => {
    drawn.push(artwork);
    return new Uint8Array([37]);
  };
  const ports = { ...tenant, clock, printing: { drawLetter } };
  const preview = (
    input: { member?: Membership; product?: string; step?: string; facts?: Record<string, string> } = {},
    over: Partial<typeof ports> = {},
  ) =>
    makePreviewLetter({ ...ports, ...over })({
      ...{ member: clerk, caseId: caseIdOf(1), product: LETTER, facts: {} },
      ...input,
    });
  return { clock, tenant, preview, drawn, ports };
}

const bodyOf = (artwork: LetterArtwork | undefined) =>
  artwork?.text.body.map((block) => (block.kind === 'paragraph' ? block.text : block.kind));

describe('the preview of a letter', () => {
  it('is the letter as it would be frozen now, marked as a draft', async () => {
    const { preview, drawn } = await desk({ householdSize: 4 });
    const { name, nik } = testPerson(1);
    expect(valueIn(await preview())).toMatchObject({ missing: [], unprintable: [] });
    expect(bodyOf(drawn[0])).toEqual([`Nama ${name}, NIK ${nik}, 4 (empat) orang.`]);
    expect(drawn[0]).toMatchObject({
      governmentName: 'Pemerintah Kota Contoh',
      agencyName: 'Dinas Uji',
      letterhead: ['Laman uji.example'],
      place: 'Contoh',
      method: 'seal',
      mark: { kind: 'concept' },
    });
    expect(drawn[0]?.number ?? drawn[0]?.date ?? drawn[0]?.check).toBeUndefined();
  });

  it('names what is missing, and draws it as a gap', async () => {
    const { preview, drawn } = await desk();
    expect(valueIn(await preview()).missing).toEqual([
      { fact: 'householdSize', label: 'Jumlah anggota keluarga' },
    ]);
    expect(bodyOf(drawn[0])?.[0]).toContain('[belum\u00a0diisi:');
  });

  it('follows what is being typed: answers, conditions, and what was emptied', async () => {
    const { preview, drawn } = await desk({ householdSize: 4 });
    const typed = { applicantName: 'Warga Uji Lain', householdSize: '7' };
    valueIn(await preview({ step: 'check-file', facts: typed }));
    expect(bodyOf(drawn[0])).toEqual([
      `Nama Warga Uji Lain, NIK ${testPerson(1).nik}, 7 (tujuh) orang.`,
      'Keluarga besar.',
    ]);
    for (const householdSize of ['', 'banyak'])
      expect(valueIn(await preview({ step: 'check-file', facts: { householdSize } })).missing).toHaveLength(
        1,
      );
    // Answers to another step’s form are none of this step.
    valueIn(await preview({ step: 'decide', facts: typed }));
    expect(bodyOf(drawn.at(-1))?.[0]).toContain(testPerson(1).name);
  });

  it('tells which answers cannot be printed', async () => {
    const { preview } = await desk({ householdSize: 4, applicantName: 'Uji 王' });
    expect(valueIn(await preview()).unprintable).toEqual([{ label: 'Nama', characters: ['王'] }]);
  });

  it('is made out to who would sign: the first holder who is there', async () => {
    const { preview, drawn, tenant } = await desk({ householdSize: 4 });
    const head = (n: number, more: Partial<Membership> = {}) =>
      aMember(n, {
        roles: ['back-office'],
        official: { position: 'Kepala Dinas Uji', nameWithTitles: `Pejabat Uji ${n}, M.Si.` },
        ...more,
      });
    valueIn(await preview());
    expect(drawn[0]?.signature).toEqual({ office: ['Petugas pemutus,'], below: [] });
    await tenant.staff.save(head(2, { away: [{ from: '2026-01-01', to: '2026-12-31' }] }), undefined);
    valueIn(await preview());
    expect(drawn[1]?.signature).toMatchObject({ name: 'Pejabat Uji 2, M.Si.' });
    await tenant.staff.save(head(3), undefined);
    valueIn(await preview());
    expect(drawn[2]?.signature).toEqual({
      office: ['Kepala Dinas Uji,'],
      name: 'Pejabat Uji 3, M.Si.',
      below: [],
    });
  });

  it('is one reading of sealed values, noted before it is drawn and again after a quarter of an hour', async () => {
    const { preview, tenant, clock } = await desk({ householdSize: 4 });
    valueIn(await preview());
    valueIn(await preview());
    const fact = `letter:${LETTER}`;
    expect(await tenant.unmaskings.list(caseIdOf(1))).toMatchObject([
      { by: clerk.id, fact, reason: 'Periksa berkas' },
    ]);
    clock.advance(15 * 60_000);
    valueIn(await preview());
    expect(await tenant.unmaskings.list(caseIdOf(1))).toHaveLength(2);
  });

  it('is not drawn when the reading cannot be noted', async () => {
    const { preview, ports, drawn } = await desk({ householdSize: 4 });
    const unmaskings = { ...ports.unmaskings, append: () => Promise.reject(new Error('no log')) };
    await expect(preview({}, { unmaskings })).rejects.toThrow('no log');
    expect(drawn).toEqual([]);
  });
});

describe('the preview of a letter is refused', () => {
  const notShown = { ok: false, error: { code: 'letter-not-shown' } };

  it('to who has no work on it now, also with a part in the process', async () => {
    const { preview, tenant, drawn } = await desk({ householdSize: 4 });
    expect(await preview({ member: aMember(2, { roles: ['back-office'] }) })).toEqual(notShown);
    expect(await preview({ member: aMember(3, { roles: ['serviceManager'] }) })).toEqual(notShown);
    expect(drawn).toEqual([]);
    expect(await tenant.unmaskings.list(caseIdOf(1))).toEqual([]);
  });

  it('to who does not see the case, as if there were none', async () => {
    const { preview } = await desk();
    const notFound = { ok: false, error: { code: 'case-not-found' } };
    expect(await preview({ member: aMember(2, { agency: OTHER_AGENCY }) })).toEqual(notFound);
    expect(await preview({ member: aMember(3, { roles: [] }) })).toEqual(notFound);
    expect(await preview({ member: aMember(4, { state: 'deactivated' }) })).toMatchObject({
      error: { code: 'member-deactivated' },
    });
  });

  it('for a product that is none of the standard', async () => {
    const { preview } = await desk();
    expect(await preview({ product: 'surat-lain' })).toEqual(notShown);
  });

  it('to a clerk whose colleague holds the task', async () => {
    const { preview, tenant } = await desk({ householdSize: 4 });
    const record = await tenant.cases.find(caseIdOf(1));
    if (!record) throw new Error('no case');
    const held = aTask({ assignee: { id: staffIdOf(9), name: 'Petugas Uji 9' } });
    const { snapshot } = record;
    const cases = {
      ...tenant.cases,
      findFile: async () => {
        const file = await tenant.cases.findFile(caseIdOf(1));
        return file && { ...file, record: { ...record, snapshot: { ...snapshot, tasks: [held] } } };
      },
    };
    expect(await preview({}, { cases })).toEqual(notShown);
  });
});

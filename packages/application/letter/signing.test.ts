// A letter from its last initial to its signature: drawn by the queue, made out to who is there, sealed by whom it names.

import { AgencyId, type CaseId } from '@layan/domain/kernel/ids';
import { SealPayload } from '@layan/domain/product/letter-payload';
import { payloadOf } from '@layan/domain/product/verify-jws';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { people, signingScene } from '@layan/testing/scenes/signing-scene';
import { describe, expect, it } from 'vitest';
import { makeCompleteStep } from '../case/complete-step.ts';
import { makeGetCase } from '../case/get-case.ts';
import { makeListInbox } from '../case/list-inbox.ts';
import { makeChooseSignatory } from './choose-signatory.ts';
import { makeGetLetterMonth, makeListLetterRegister, makeListLetterRegisters } from './letter-registers.ts';
import { makeListSignatories } from './list-signatories.ts';
import { makeOpenLetter } from './open-letter.ts';

const { writer, secretary, chief, deputy } = people;
const sign = ['sign', 'sign'] as const;
const TODAY = '2026-02-04';

describe('a frozen letter', () => {
  it('is drawn once, kept by its content and made out to who signs', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    expect(await scene.settle(id)).toMatchObject({ prepared: 1, unsignable: 0, undrawable: 0 });
    expect(await scene.settle(id)).toMatchObject({ prepared: 0 });
    const letter = await scene.letterOf(id);
    expect(letter).toMatchObject({
      state: 'frozen',
      number: '400.9.14/001/427.64/II/2026',
      signatory: { id: chief.id, role: 'head' },
      prepared: { method: 'seal', qr: expect.stringContaining(`/v/${letter.id}#`) },
    });
    expect(scene.memory.letters.kept(letter.prepared?.file.sha256 ?? '')).toBeDefined();
    expect(scene.drawn).toMatchObject([
      { number: letter.number, date: '4 Februari 2026', signature: { office: ['Kepala Dinas Uji,'] } },
    ]);
  });

  it('says what was known when it was frozen, also when it is drawn anew later', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    const record = await scene.found(id);
    const facts = { ...record.snapshot.facts, village: '35.74.01.1002' };
    scene.memory.table.cases.set(id, { ...record, snapshot: { ...record.snapshot, facts } });
    await scene.settle(id);
    expect(JSON.stringify(scene.drawn)).toContain('35.74.01.1001');
    expect(JSON.stringify(scene.drawn)).not.toContain('35.74.01.1002');
  });

  it('is made out to who stands in while the head is away, and to the head when nobody is there', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    await scene.isAway(chief, TODAY, '2026-02-11');
    await scene.settle(id);
    expect((await scene.letterOf(id)).signatory).toMatchObject({ id: deputy.id, as: 'plh' });
    expect(scene.drawn).toMatchObject([{ signature: { office: ['Plh. Kepala Dinas Uji,'] } }]);
    await scene.isAway(deputy, TODAY, TODAY);
    const other = await scene.frozen(2);
    await scene.settle(other);
    expect((await scene.letterOf(other)).signatory).toMatchObject({ id: chief.id });
  });

  it('waits, and says so, while nobody of the agency may sign', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    for (const member of [chief, deputy])
      await scene.ports.staff.save({ ...member, state: 'deactivated', revision: 2 }, 1);
    expect(await scene.settle(id)).toMatchObject({ prepared: 0, unsignable: 1 });
    expect((await scene.letterOf(id)).prepared).toBeUndefined();
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is drawn by the next delivery when call %i of the first fails',
    async (nth) => {
      const scene = await signingScene();
      const id = await scene.frozen(1);
      let left = nth;
      const failing = <T extends object>(port: T): T =>
        new Proxy(port, {
          get: (target, name) => {
            const value = Reflect.get(target, name);
            if (typeof value !== 'function') return value;
            return (...given: unknown[]) => {
              left -= 1;
              if (left === 0) throw new Error('crashed');
              return Reflect.apply(value, target, given);
            };
          },
        });
      const { makePrepareDocuments } = await import('./prepare-documents.ts');
      const { cases, figures, staff, letters, signer } = scene.worker;
      const disturbed = {
        ...scene.worker,
        ...{ cases: failing(cases), figures: failing(figures), staff: failing(staff) },
        ...{ letters: failing(letters), signer: failing(signer) },
      };
      await makePrepareDocuments(disturbed)({ caseId: id }).catch(() => undefined);
      await scene.settle(id);
      const { events } = (await scene.ports.cases.findFile(id)) ?? { events: [] };
      expect(events.filter(({ body }) => body.type === 'documentPrepared')).toHaveLength(1);
    },
  );
});

describe('signing with the seal', () => {
  it('is one read, one transaction and one signature', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    await scene.settle(id);
    const { seq } = (await scene.found(id)).snapshot;
    const { ports, calls } = countPortCalls(scene.ports);
    const done = await makeCompleteStep(ports)({
      ...{ member: chief, caseId: id, step: 'sign', outcome: 'sign', raw: {}, expectedSeq: seq },
    });
    expect(done).toMatchObject({ ok: true });
    expect(calls).toEqual(['cases.findFile', 'signer.sign', 'cases.commit']);
  });

  it('names the file, the number and who did it, and issues the letter', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    await scene.settle(id);
    await scene.mustStep(id, chief, sign);
    const { signature, prepared, number, id: letter, state } = await scene.letterOf(id);
    expect(state).toBe('active');
    expect(SealPayload.parse(payloadOf(signature?.seal ?? ''))).toMatchObject({
      id: letter,
      number,
      sha256: prepared?.file.sha256,
      signer: 'Kepala Uji, Kepala',
    });
    expect(await scene.ports.products.find(letter)).toMatchObject({
      state: 'active',
      letter: { date: TODAY, signature: { method: 'seal', file: prepared?.file } },
    });
  });

  it('costs no signature where it is refused', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    const { ports, calls } = countPortCalls(scene.ports);
    const { seq } = (await scene.found(id)).snapshot;
    const input = { caseId: id, step: 'sign', outcome: 'sign', raw: {}, expectedSeq: seq } as const;
    const early = await makeCompleteStep(ports)({ ...input, member: chief });
    expect(early).toMatchObject({ ok: false, error: { rejection: { code: 'document-not-ready' } } });
    await scene.settle(id);
    const other = await scene.step(id, deputy, sign);
    expect(other).toMatchObject({ ok: false, error: { rejection: { code: 'other-signatory' } } });
    expect(calls).not.toContain('signer.sign');
  });

  it('stays on offer where the form of the step leads out: being drawn, made out to somebody else', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    const isOffered = async (member = chief) => {
      const seen = await makeGetCase(scene.ports)({ member, caseId: id });
      if (!seen.ok) throw new Error('no case');
      return seen.value.actions.flatMap(({ outcomes }) => outcomes).find((one) => one.id === 'sign')?.allowed;
    };
    expect(await isOffered()).toBe(true);
    await scene.settle(id);
    expect(await isOffered(deputy)).toBe(true);
    expect(await isOffered(writer)).toBe(false);
  });

  it('may be done for a whole inbox: each row says that it is ready, with what is sent for it', async () => {
    const scene = await signingScene();
    const ids = [];
    for (const n of [1, 2, 3]) ids.push(await scene.frozen(n));
    const rows = async (member = chief, role = 'head') => {
      const listed = await makeListInbox(scene.ports)({ member, role });
      if (!listed.ok) throw new Error('no inbox');
      return listed.value.rows;
    };
    expect((await rows()).map(({ letter }) => letter?.signable)).toEqual([false, false, false]);
    for (const id of ids) await scene.settle(id);
    expect((await rows(deputy, 'deputy')).map(({ letter }) => letter?.signable)).toEqual([
      false,
      false,
      false,
    ]);
    for (const { caseId, step, letter } of await rows()) {
      expect(letter).toMatchObject({ signable: true, method: 'seal', signatory: { me: true } });
      const done = await makeCompleteStep(scene.ports)({
        ...{ member: chief, caseId, step, outcome: letter?.outcome ?? '', raw: {} },
        expectedSeq: letter?.seq ?? 0,
      });
      expect(done).toMatchObject({ ok: true });
    }
    expect(await rows()).toEqual([]);
  });
});

describe('a letter in the case', () => {
  const letters = async (scene: Awaited<ReturnType<typeof signingScene>>, id: CaseId, member = chief) => {
    const found = await makeGetCase(scene.ports)({ member, caseId: id });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  };

  it('is a draft, then waits, then is signed or cancelled with the reason', async () => {
    const scene = await signingScene();
    const id = await scene.drafted(1);
    expect((await letters(scene, id)).letters).toMatchObject([
      { product: 'letter', label: 'Surat Rekomendasi', state: 'draft', signable: false },
    ]);
    await scene.mustStep(id, secretary, ['initial', 'initial']);
    await scene.settle(id);
    const [waiting] = (await letters(scene, id)).letters;
    expect(waiting).toMatchObject({
      state: 'frozen',
      method: 'seal',
      signable: true,
      signatory: { me: true },
    });
    await scene.mustStep(id, chief, ['sign', 'redo'], { note: 'Salah nama' });
    expect((await letters(scene, id)).letters).toMatchObject([
      { state: 'draft' },
      { state: 'cancelled', reason: 'Pilih redo: Salah nama', signable: false },
    ]);
  });

  it('says who is away of those it waits for', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    await scene.settle(id);
    await scene.isAway(chief, TODAY, '2026-02-11');
    const { actions } = await letters(scene, id, deputy);
    expect(actions.find(({ id: step }) => step === 'sign')?.away).toEqual([
      'Kepala Uji sedang tidak di tempat sampai 11 Februari 2026',
    ]);
  });

  it('is opened by who has a part in it, and by nobody of another agency', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    await scene.settle(id);
    const { id: letterId } = await scene.letterOf(id);
    const open = makeOpenLetter(scene.ports);
    expect(await open({ member: chief, caseId: id, letterId })).toMatchObject({ ok: true });
    const stranger = { ...chief, agency: AgencyId.parse('lain') };
    expect(await open({ member: stranger, caseId: id, letterId })).toMatchObject({ ok: false });
    expect(await open({ member: chief, caseId: id, letterId: 'lain' })).toEqual({
      ok: false,
      error: { code: 'document-not-found' },
    });
  });
});

describe('making a letter out to somebody else', () => {
  it('lists who may, says who is away, and has it drawn anew', async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    await scene.settle(id);
    await scene.isAway(chief, TODAY, '2026-02-11');
    const { id: letterId, number, prepared } = await scene.letterOf(id);
    const listed = await makeListSignatories(scene.ports)({ member: deputy, caseId: id, letterId });
    expect(listed).toMatchObject({
      value: [
        { id: chief.id, chosen: true, away: '11 Februari 2026' },
        { id: deputy.id, chosen: false, as: 'Plh. Kepala' },
      ],
    });
    const choose = async (to: string, member = deputy) =>
      makeChooseSignatory(scene.ports)({
        ...{ member, caseId: id, letterId, to },
        expectedSeq: (await scene.found(id)).snapshot.seq,
      });
    expect(await choose(writer.id)).toMatchObject({ error: { rejection: { code: 'assignee-refused' } } });
    expect(await choose(deputy.id, writer)).toMatchObject({ error: { rejection: { code: 'role-missing' } } });
    expect(await choose(deputy.id)).toMatchObject({ ok: true });
    await scene.settle(id);
    const after = await scene.letterOf(id);
    expect(after).toMatchObject({ number, signatory: { id: deputy.id } });
    expect(after.prepared?.qr).not.toBe(prepared?.qr);
    await scene.mustStep(id, deputy, sign);
  });
});

describe('tiers that nobody can do', () => {
  it('are passed one after the other when their people are away or there are none', async () => {
    const scene = await signingScene();
    const id = await scene.file(1);
    await scene.isAway(people.section, TODAY, TODAY);
    await scene.ports.staff.save({ ...secretary, state: 'deactivated', revision: 2 }, 1);
    await scene.mustStep(id, writer, ['draft', 'written'], { raw: { result: 'poor', size: '2' } });
    expect(await scene.settle(id)).toMatchObject({ skipped: 2, prepared: 1 });
    expect((await scene.letterOf(id)).state).toBe('frozen');
    expect(await scene.settle(id)).toMatchObject({ skipped: 0 });
  });

  it('wait for who is only away where the standard passes vacant ones', async () => {
    const scene = await signingScene();
    const id = await scene.drafted(1);
    await scene.isAway(secretary, TODAY, TODAY);
    expect(await scene.settle(id)).toMatchObject({ skipped: 0 });
    expect((await scene.found(id)).snapshot.tasks.map(({ step }) => step)).toEqual(['initial']);
  });
});

describe('the register of letters', () => {
  it('lists numbers with state and reason, finds them, and gives a month in order', async () => {
    const scene = await signingScene();
    const [first, second] = [await scene.frozen(1), await scene.frozen(2)];
    await scene.settle(first);
    await scene.settle(second);
    await scene.mustStep(first, chief, sign);
    await scene.mustStep(second, chief, ['sign', 'redo'], { note: 'Salah nama' });
    const query = { member: chief, register: 'surat-keluar', year: 2026 };
    expect(await makeListLetterRegisters(scene.ports)({ member: chief })).toMatchObject({
      value: [{ id: 'surat-keluar', label: 'Surat keluar', labels: ['Surat Rekomendasi'], years: [2026] }],
    });
    const list = makeListLetterRegister(scene.ports);
    expect(await list(query)).toMatchObject({
      value: {
        rows: [
          { sequence: 2, state: 'cancelled', reason: 'Pilih redo: Salah nama', caseId: second },
          { sequence: 1, state: 'active', date: TODAY, label: 'Surat Rekomendasi' },
        ],
      },
    });
    const found = async (text: string) => {
      const page = await list({ ...query, text });
      return page.ok ? page.value.rows.map(({ sequence }) => sequence) : [];
    };
    expect(await found('14/001')).toEqual([1]);
    expect(await found('REKOMENDASI')).toEqual([2, 1]);
    expect(await found(TODAY)).toEqual([2, 1]);
    expect(await found('tidak ada')).toEqual([]);
    const month = await makeGetLetterMonth(scene.ports)({ ...query, month: 2 });
    expect(month.ok && month.value.rows.map(({ sequence }) => sequence)).toEqual([1, 2]);
    const empty = await makeGetLetterMonth(scene.ports)({ ...query, month: 1 });
    expect(empty.ok && empty.value.rows).toEqual([]);
  });

  it('is that of the own agency alone', async () => {
    const scene = await signingScene();
    await scene.frozen(1);
    const stranger = { ...chief, agency: AgencyId.parse('lain') };
    const query = { member: stranger, register: 'surat-keluar', year: 2026 };
    expect(await makeListLetterRegister(scene.ports)(query)).toMatchObject({
      error: { code: 'product-not-found' },
    });
  });
});

describe('practising with letters', () => {
  it('draws at once, signs nothing in earnest and goes the whole way', async () => {
    const signer = {
      sign: async (): Promise<never> => {
        throw new Error('signed in practice');
      },
    };
    const scene = await signingScene({ openStores: async () => ({ space: 'practice', signer }) });
    const id = await scene.frozen(1);
    const letter = await scene.letterOf(id);
    expect(letter.prepared).toMatchObject({ method: 'seal', qr: expect.not.stringContaining('#') });
    await scene.mustStep(id, chief, sign);
    const signed = await scene.letterOf(id);
    expect(signed).toMatchObject({ state: 'active', signature: { method: 'seal' } });
    expect(signed.signature?.seal).toBeUndefined();
  });
});

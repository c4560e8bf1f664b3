import { RegionCode } from '@layan/domain/kernel/ids';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetCase } from '../case/get-case.ts';
import { makeGetIntake } from './get-intake.ts';
import { makeSaveIntake } from './save-intake.ts';
import { makeStartIntake } from './start-intake.ts';
import { makeSubmitIntake } from './submit-intake.ts';

const open = async () => {
  const scene = await ultpkScene();
  const { ports, staff, complete, file } = scene;
  const member = staff.frontOffice;
  /** Closed because the family holds a card already: a decision that can be objected to. */
  const refused = async (n: number) => {
    const { caseId, ticket } = await file(n);
    valueIn(await complete(member, caseId, 'initial-verification', 'accept'));
    valueIn(
      await complete(staff.backOffice, caseId, 'registration', 'already-holds-card', {
        note: 'Keluarga sudah memegang kartu.',
      }),
    );
    return { caseId, ticket };
  };
  const start = (about: Awaited<ReturnType<typeof file>>['caseId']) =>
    makeStartIntake(ports)({ member, standard: ultpk.id, about });
  const object = async (about: Parameters<typeof start>[0]) => {
    const started = valueIn(await start(about));
    const entered = { objectionReason: 'Kartu itu milik keluarga lain.' };
    const saved = valueIn(await makeSaveIntake(ports)({ member, ...started, entered, papers: [] }));
    return makeSubmitIntake(ports)({ member, caseId: saved.caseId, revision: saved.revision });
  };
  return { ...scene, member, refused, start, object };
};

describe('an objection at the counter', () => {
  it('is offered on the ended case, with its last day, to those who file at the counter', async () => {
    const { ports, refused, member, staff } = await open();
    const { caseId } = await refused(1);
    const view = valueIn(await makeGetCase(ports)({ member, caseId }));
    expect(view.counter.objection).toMatchObject({ standard: 'ultpk', late: false });
    expect(view.counter.objection?.until).toMatch(/^\w+, \d+ Maret 2026$/);
    const seen = valueIn(await makeGetCase(ports)({ member: staff.manager, caseId }));
    expect(seen.counter.objection).toBeUndefined();
  });

  it('asks its own short form, is bound to the case, and carries over who it is about', async () => {
    const { ports, refused, member, start, object } = await open();
    const earlier = await refused(1);
    const { caseId } = valueIn(await start(earlier.caseId));
    const view = valueIn(await makeGetIntake(ports)({ member, caseId }));
    expect(view.about).toEqual(earlier);
    expect(view.form.pages.flatMap(({ fields }) => fields.map(({ fact }) => fact))).toEqual([
      'objectionReason',
    ]);
    const receipt = valueIn(await object(earlier.caseId));
    const filed = await ports.cases.findFile(receipt.caseId);
    expect(filed?.record.snapshot.about).toMatchObject(earlier);
    const index = await ports.vault.index('nik', testPerson(1).nik);
    expect(await ports.cases.about(index)).toContain(receipt.caseId);
  });

  it('is taken once for one decision', async () => {
    const { refused, start, object } = await open();
    const { caseId } = await refused(1);
    valueIn(await object(caseId));
    expect(await start(caseId)).toEqual({ ok: false, error: { code: 'objection-filed' } });
  });

  it('is not taken to a case that still runs, nor by another agency', async () => {
    const { ports, file, refused, start, staff } = await open();
    const running = await file(2);
    const unfit = { ok: false, error: { code: 'earlier-case-unfit' } };
    expect(await start(running.caseId)).toEqual(unfit);
    const { caseId } = await refused(1);
    expect(
      await makeStartIntake(ports)({ member: staff.elsewhere, standard: ultpk.id, about: caseId }),
    ).toEqual(unfit);
  });

  it('is not taken by somebody for whom the case is out of sight', async () => {
    const { ports, refused, member } = await open();
    const { caseId } = await refused(1);
    const roles = ['facilitator'];
    const far = aMember(22, { agency: member.agency, roles, areas: [RegionCode.parse('35.74.01')] });
    const near = { ...far, areas: [RegionCode.parse('35.74.04')] };
    const by = (one: typeof far) =>
      makeStartIntake(ports)({ member: one, standard: ultpk.id, about: caseId });
    expect(await by(far)).toEqual({ ok: false, error: { code: 'earlier-case-unfit' } });
    expect((await by(near)).ok).toBe(true);
  });
});

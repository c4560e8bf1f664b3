// What a clerk began at the counter is theirs alone; what may be filed is their agency's.
import type { CaseId } from '@layan/domain/kernel/ids';
import { TenantId } from '@layan/domain/kernel/ids';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { documentIdOf } from '@layan/testing/builders/ids';
import { answersOf, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeDropIntake } from './drop-intake.ts';
import { makeDropIntakeDocument } from './drop-intake-document.ts';
import { makeFindDuplicates } from './find-duplicates.ts';
import { makeGetIntake } from './get-intake.ts';
import { makeGetIntakeForm } from './get-intake-form.ts';
import { makeGetSlip } from './get-slip.ts';
import { makeListIntakes } from './list-intakes.ts';
import { makePrepareIntakeUpload } from './prepare-intake-upload.ts';
import { makeSaveIntake } from './save-intake.ts';
import { makeStartIntake } from './start-intake.ts';
import { makeSubmitIntake } from './submit-intake.ts';

const notFound = { ok: false, error: { code: 'filing-not-found' } };
const entered: Record<string, string> = Object.assign({}, ...Object.values(answersOf(1)));

const open = async () => {
  const scene = await ultpkScene();
  const { ports } = scene;
  const member = scene.staff.frontOffice;
  const started = valueIn(await makeStartIntake(ports)({ member, standard: ultpk.id }));
  const papers = ['head-id-card', 'family-card'];
  const saved = valueIn(await makeSaveIntake(ports)({ member, ...started, entered, papers }));
  const { revision } = saved;
  const own = {
    'get-intake': (by: Membership, caseId: CaseId) => makeGetIntake(ports)({ member: by, caseId }),
    'save-intake': (by: Membership, caseId: CaseId) =>
      makeSaveIntake(ports)({ member: by, caseId, revision, entered: {}, papers: [] }),
    'prepare-intake-upload': (by: Membership, caseId: CaseId) =>
      makePrepareIntakeUpload(ports)({ member: by, caseId, requirement: 'family-card' }),
    'drop-intake-document': (by: Membership, caseId: CaseId) =>
      makeDropIntakeDocument(ports)({ member: by, caseId, documentId: documentIdOf(1) }),
    'submit-intake': (by: Membership, caseId: CaseId) =>
      makeSubmitIntake(ports)({ member: by, caseId, revision }),
  };
  const services = {
    'get-intake-form': (by: Membership) => makeGetIntakeForm(ports)({ member: by, standard: ultpk.id }),
    'start-intake': (by: Membership) => makeStartIntake(ports)({ member: by, standard: ultpk.id }),
    'find-duplicates': (by: Membership) =>
      makeFindDuplicates(ports)({ member: by, standard: ultpk.id, entered }),
  };
  return { scene, caseId: saved.caseId, own, services };
};

const ownNames = [
  'get-intake',
  'save-intake',
  'prepare-intake-upload',
  'drop-intake-document',
  'submit-intake',
] as const;
const serviceNames = ['get-intake-form', 'start-intake', 'find-duplicates'] as const;
const deactivated = { ok: false, error: { code: 'member-deactivated' } };

describe.each(ownNames)('%s', (name) => {
  it('answers a colleague, another agency and another tenant like an intake that is not there', async () => {
    const { scene, caseId, own } = await open();
    const { secondFrontOffice, manager, elsewhere, frontOffice } = scene.staff;
    for (const by of [secondFrontOffice, manager, elsewhere])
      expect(await own[name](by, caseId)).toEqual(notFound);
    const moved = { ...frontOffice, agency: elsewhere.agency };
    expect(await own[name](moved, caseId)).toEqual(notFound);
    const other = await ultpkScene({ platform: scene.platform, tenant: TenantId.parse('kota-lain') });
    const foreign = valueIn(await makeStartIntake(other.ports)({ member: frontOffice, standard: ultpk.id }));
    expect(await own[name](frontOffice, foreign.caseId)).toEqual(notFound);
    expect(scene.memory.table.cases.size).toBe(0);
  });

  it('never opens what a citizen files on the portal', async () => {
    const { scene, own } = await open();
    const session = await scene.ready(2);
    const [id] = [...scene.memory.table.filings.keys()].filter((key) => session.startsWith(key));
    if (id === undefined) throw new Error('no filing');
    expect(await own[name](scene.staff.frontOffice, id)).toEqual(notFound);
  });

  it('is closed to a deactivated member', async () => {
    const { scene, caseId, own } = await open();
    expect(await own[name]({ ...scene.staff.frontOffice, state: 'deactivated' }, caseId)).toEqual(
      deactivated,
    );
  });
});

describe.each(serviceNames)('%s', (name) => {
  it('is for members of the agency with a part in the process', async () => {
    const { scene, services } = await open();
    const { elsewhere, manager, frontOffice, backOffice } = scene.staff;
    const notThere = { ok: false, error: { code: 'service-not-found' } };
    for (const by of [elsewhere, manager, { ...frontOffice, roles: ['kasir'] }]) {
      expect(await services[name](by)).toEqual(notThere);
    }
    expect(await services[name](backOffice)).toMatchObject({ ok: true });
    expect(await services[name]({ ...frontOffice, state: 'deactivated' })).toEqual(deactivated);
  });
});

describe('drop-intake', () => {
  it('leaves alone what a colleague or a citizen began', async () => {
    const { scene, caseId } = await open();
    const drop = makeDropIntake(scene.ports);
    await drop({ member: scene.staff.secondFrontOffice, caseId });
    expect(scene.memory.table.filings.has(caseId)).toBe(true);
    expect(await drop({ member: { ...scene.staff.frontOffice, state: 'deactivated' }, caseId })).toEqual(
      deactivated,
    );
  });
});

describe('list-intakes', () => {
  it('shows nobody the intakes of a colleague', async () => {
    const { scene } = await open();
    const list = makeListIntakes(scene.ports);
    const { secondFrontOffice, frontOffice, elsewhere } = scene.staff;
    expect(valueIn(await list({ member: secondFrontOffice })).unfinished).toEqual([]);
    expect(valueIn(await list({ member: elsewhere }))).toEqual({ services: [], unfinished: [] });
    expect(await list({ member: { ...frontOffice, state: 'deactivated' } })).toEqual(deactivated);
  });
});

describe('get-slip', () => {
  it('answers strangers like a case that is not there', async () => {
    const { scene } = await open();
    const { caseId } = await scene.toIssue(3);
    const slip = makeGetSlip(scene.ports);
    const notThere = { ok: false, error: { code: 'case-not-found' } };
    expect(await slip({ member: scene.staff.elsewhere, caseId })).toEqual(notThere);
    expect(await slip({ member: { ...scene.staff.backOffice, state: 'deactivated' }, caseId })).toEqual(
      deactivated,
    );
  });
});

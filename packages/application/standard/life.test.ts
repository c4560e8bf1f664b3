// The life of a version through its use cases: what is kept, what citizens find, and who was faster.
import { StandardId } from '@layan/domain/kernel/ids';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { OTHER_AGENCY } from '@layan/testing/builders/ids';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeStartFiling } from '../filing/start-filing.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import { makeApproveStandard } from './approve-standard.ts';
import { makeConfirmReading } from './confirm-reading.ts';
import { makeConsultStandard } from './consult-standard.ts';
import { makeGetConsultation } from './get-consultation.ts';
import { makeListConsultations } from './list-consultations.ts';
import { makePublishStandard } from './publish-standard.ts';
import { makeRecordMinutes } from './record-minutes.ts';
import { makeReturnToDraft } from './return-to-draft.ts';
import { makeSaveDraft } from './save-draft.ts';
import { makeWithdrawStandard } from './withdraw-standard.ts';

const next = { ...ultpk, summary: 'Ringkasan yang diperbarui.' };
const period = { from: '2026-02-04', until: '2026-02-05' };
const decree = { number: '188/9001/2026', enactedOn: '2026-02-04' };
const day = 86_400_000;

const open = async (document: unknown = next) => {
  const scene = await ultpkScene();
  const { ports } = scene;
  const member = scene.staff.manager;
  const { version } = valueIn(await makeSaveDraft(ports)({ member, document })).version;
  const seen = async () => {
    const hash = (await ports.standards.find(ultpk.id, version))?.hash ?? '';
    return { member, standard: ultpk.id, version, hash };
  };
  for (const { id: reading } of ultpk.readings)
    valueIn(await makeConfirmReading(ports)({ ...(await seen()), reading }));
  return {
    ...scene,
    member,
    seen,
    consult: async () => makeConsultStandard(ports)({ ...(await seen()), ...period }),
    minutes: async () => makeRecordMinutes(ports)({ ...(await seen()), note: 'Dua warga hadir.' }),
    approve: async (more: object = {}) =>
      makeApproveStandard(ports)({ ...(await seen()), ...decree, ...more }),
    publish: async () => makePublishStandard(ports)(await seen()),
    withdraw: async () => makeWithdrawStandard(ports)({ ...(await seen()), reason: 'Digabung.' }),
    stage: async () => (await ports.standards.list())[0],
  };
};

describe('a version', () => {
  it('goes from draft to decree, each step with who and when', async () => {
    const { consult, minutes, approve, publish, clock, stage, member } = await open();
    valueIn(await consult());
    expect(await stage()).toMatchObject({ stage: 'consultation', consultation: period });
    expect(await minutes()).toMatchObject({ error: { blockers: [{ code: 'consultation-open' }] } });
    clock.advance(day);
    valueIn(await minutes());
    const approved = valueIn(await approve()).version;
    expect(approved.standard.decree).toEqual(decree);
    const { version } = valueIn(await publish());
    expect(version.life?.map(({ to, by }) => [to, by?.id])).toEqual(
      ['consultation', 'approved', 'published'].map((to) => [to, member.id]),
    );
    expect(await stage()).toMatchObject({ enacted: true, published: { version: 2 } });
  });

  it('is approved without consultation only with a word about why', async () => {
    const { approve } = await open();
    expect(await approve()).toMatchObject({ error: { code: 'consultation-missing' } });
    expect(await approve({ enactedOn: '2026-02-05', withoutConsultation: 'Sudah.' })).toMatchObject({
      error: { code: 'day-unfit', field: 'enactedOn' },
    });
    expect(valueIn(await approve({ withoutConsultation: 'Sudah dibahas.' })).version.state).toBe('approved');
  });

  it('that names a decree is published once somebody here has entered it', async () => {
    const { publish, approve } = await open({ ...next, decree });
    expect(await publish()).toMatchObject({ error: { blockers: [{ code: 'not-approved' }] } });
    valueIn(await approve({ withoutConsultation: 'Sudah dibahas.' }));
    expect(valueIn(await publish()).version.state).toBe('published');
  });

  it('is a draft again when its text changes or somebody asks it back, and not when the same is saved', async () => {
    const { ports, member, approve, seen } = await open();
    const approved = valueIn(await approve({ withoutConsultation: 'Sudah dibahas.' })).version;
    const save = async (document: unknown) =>
      valueIn(await makeSaveDraft(ports)({ member, document, expectedHash: (await seen()).hash })).version;
    expect((await save(approved.standard)).state).toBe('approved');
    expect(await save({ ...approved.standard, summary: 'Lain lagi.' })).toMatchObject({
      state: 'draft',
      version: 2,
    });
    valueIn(await approve({ withoutConsultation: 'Sudah dibahas.' }));
    const back = valueIn(await makeReturnToDraft(ports)({ ...(await seen()), reason: 'Salah nomor.' }));
    expect(back.version.life?.at(-1)).toMatchObject({ to: 'draft', note: 'Salah nomor.' });
  });

  it('is not stepped with by who saw another text', async () => {
    const { ports, seen } = await open();
    const stale = { ...(await seen()), hash: 'lain' };
    expect(await makeConsultStandard(ports)({ ...stale, ...period })).toMatchObject({
      error: { code: 'draft-changed' },
    });
    const past = { ...(await seen()), from: '2026-02-03', until: '2026-02-10' };
    expect(await makeConsultStandard(ports)(past)).toMatchObject({
      error: { code: 'day-unfit', field: 'from' },
    });
  });
});

describe('a draft before the public', () => {
  it('sends remarks to no other agency than its own', async () => {
    const desk = StandardId.parse('pengaduan-uji');
    const { consult, ports } = await open({ ...next, complaints: desk });
    valueIn(await consult());
    const remarksTo = async (agency: typeof ultpk.agency) => {
      const [ours] = await ports.standards.list();
      const published = { id: desk, version: 1, hash: ours?.published?.hash ?? expect.fail() };
      const list = async () => (ours ? [ours, { ...ours, id: desk, agency, published }] : []);
      const found = makeGetConsultation({ ...ports, standards: { ...ports.standards, list } });
      return valueIn(await found({ service: ultpk.id })).remarks;
    };
    expect(await remarksTo(ultpk.agency)).toBe(desk);
    expect(await remarksTo(OTHER_AGENCY)).toBeUndefined();
  });

  it('is found while it is, and open for remarks within its days', async () => {
    const { ports, consult, clock } = await open();
    const get = makeGetConsultation(ports);
    expect(await get({ service: ultpk.id })).toMatchObject({ error: { code: 'standard-not-found' } });
    valueIn(await consult());
    expect(valueIn(await get({ service: ultpk.id }))).toMatchObject({ open: true, published: true });
    expect(await makeListConsultations(ports)()).toMatchObject([{ id: ultpk.id, until: period.until }]);
    clock.advance(2 * day);
    expect(valueIn(await get({ service: ultpk.id })).open).toBe(false);
    expect(await makeListConsultations(ports)()).toEqual([]);
  });
});

describe('a service that is withdrawn', () => {
  const gone = async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const running = await scene.file(2);
    const { hash } = scene.version;
    const input = { member: scene.staff.manager, standard: ultpk.id, version: 1, hash, reason: 'Digabung.' };
    const withdraw = () => makeWithdrawStandard(scene.ports)(input);
    valueIn(await withdraw());
    return { ...scene, session, running, withdraw };
  };

  it('takes nothing new, neither begun before nor now', async () => {
    const { ports, session } = await gone();
    expect(await makeSubmitFiling(ports)({ session })).toMatchObject({
      error: { code: 'service-withdrawn' },
    });
    expect(await makeStartFiling(ports)({ service: ultpk.id })).toMatchObject({
      error: { code: 'service-not-found' },
    });
  });

  it('lets running cases go on', async () => {
    const { running, complete, staff } = await gone();
    const done = await complete(staff.frontOffice, running.caseId, 'initial-verification', 'accept');
    expect(done.ok).toBe(true);
  });

  it('is withdrawn once, and followed by a draft', async () => {
    const { withdraw, ports, staff } = await gone();
    expect(valueIn(await withdraw()).version.state).toBe('withdrawn');
    const draft = valueIn(await makeSaveDraft(ports)({ member: staff.manager, document: next }));
    expect(draft.version).toMatchObject({ state: 'draft', version: 2 });
  });
});

// How people sign, and when they are away: entered by the manager, their own absences by themselves.
import { AgencyId } from '@layan/domain/kernel/ids';
import { people, signingScene } from '@layan/testing/scenes/signing-scene';
import { describe, expect, it } from 'vitest';
import { makeChangeLetterSettings, makeGetLetterSettings } from '../letter/letter-settings.ts';
import { makeChangeAbsences } from './change-absences.ts';
import { makeChangeOfficial } from './change-official.ts';
import { makeGetAbsences } from './get-absences.ts';
import { openMembership, unreadableReason } from './member-seal.ts';

const { manager, chief, writer } = people;
const official = { position: 'Kepala Dinas', nameWithTitles: 'Pejabat Uji, S.Sos.' };
const denied = { ok: false, error: { code: 'role-missing', role: 'serviceManager' } };

describe('how a member signs', () => {
  it('is entered by the manager, with a NIP of eighteen digits', async () => {
    const { ports } = await signingScene();
    const change = makeChangeOfficial(ports);
    const given = { ...official, nip: '19800101 200501 1 001', rank: ' ' };
    expect(await change({ member: manager, id: chief.id, revision: 1, official: given })).toMatchObject({
      value: { official: { ...official, nip: '198001012005011001' }, revision: 2 },
    });
    const none = await change({ member: manager, id: chief.id, revision: 2 });
    expect(none.ok && none.value.official).toBeUndefined();
  });

  it.each([
    ['nip', { ...official, nip: '123' }],
    ['position', { ...official, position: ' ' }],
    ['nameWithTitles', { ...official, nameWithTitles: ' ' }],
  ])('is refused with another %s', async (field, given) => {
    const { ports } = await signingScene();
    const changed = await makeChangeOfficial(ports)({
      ...{ member: manager, id: chief.id, revision: 1, official: given },
    });
    expect(changed).toEqual({ ok: false, error: { code: 'official-invalid', field } });
  });

  it('is nobody else’s matter, not of another agency, and not over somebody’s change', async () => {
    const { ports } = await signingScene();
    const change = makeChangeOfficial(ports);
    expect(await change({ member: chief, id: chief.id, revision: 1, official })).toEqual(denied);
    const stranger = { ...manager, agency: AgencyId.parse('lain') };
    expect(await change({ member: stranger, id: chief.id, revision: 1, official })).toMatchObject({
      error: { code: 'member-not-found' },
    });
    expect(await change({ member: manager, id: chief.id, revision: 7, official })).toMatchObject({
      error: { code: 'member-changed' },
    });
  });
});

describe('absences', () => {
  const away = [{ from: '2026-02-04', to: '2026-02-11', reason: ' Diklat ' }];

  it('are set by oneself, and by the manager for others', async () => {
    const { ports } = await signingScene();
    const change = makeChangeAbsences(ports);
    expect(await change({ member: chief, id: chief.id, revision: 1, away })).toMatchObject({
      value: { revision: 2, away: [{ from: '2026-02-04', to: '2026-02-11', reason: 'Diklat' }] },
    });
    expect(await makeGetAbsences(ports)({ member: chief })).toMatchObject({ value: { revision: 2 } });
    expect(await change({ member: manager, id: chief.id, revision: 2, away: [] })).toMatchObject({
      value: { revision: 3, away: [] },
    });
    expect(await change({ member: writer, id: chief.id, revision: 3, away })).toEqual(denied);
  });

  it('keep their reasons sealed, and open them for the member and the manager', async () => {
    const { ports } = await signingScene();
    const change = makeChangeAbsences(ports);
    await change({ member: manager, id: chief.id, revision: 1, away });
    const kept = await ports.staff.find(chief.id);
    if (!kept) throw new Error('no member');
    expect(JSON.stringify(kept)).not.toContain('Diklat');
    const [opened] = (await openMembership(ports.vault, kept)).away ?? [];
    expect(opened?.reason).toBe('Diklat');
    expect(await openMembership(ports.vault, { ...kept, id: writer.id })).toMatchObject({
      away: [{ reason: unreadableReason }],
    });
    // The days alone are known to whoever gives out work.
    expect(kept.away).toMatchObject([{ from: '2026-02-04', to: '2026-02-11' }]);
  });

  it('say who entered each, whoever changes the others later', async () => {
    const { ports } = await signingScene();
    const change = makeChangeAbsences(ports);
    const more = { from: '2026-03-02', to: '2026-03-03' };
    const at = ports.clock.now();
    await change({ member: manager, id: chief.id, revision: 1, away });
    await change({ member: chief, id: chief.id, revision: 2, away: [...away, more] });
    expect(await makeGetAbsences(ports)({ member: chief })).toMatchObject({
      value: {
        away: [
          { declared: { id: manager.id, name: manager.name, at } },
          { ...more, declared: { id: chief.id, name: chief.name, at } },
        ],
      },
    });
  });

  it.each([
    ['end before they begin', [{ from: '2026-02-11', to: '2026-02-04' }]],
    [
      'lie over each other',
      [
        { from: '2026-02-04', to: '2026-02-11' },
        { from: '2026-02-11', to: '2026-02-12' },
      ],
    ],
  ])('are refused when they %s', async (_how, wrong) => {
    const { ports } = await signingScene();
    const changed = await makeChangeAbsences(ports)({
      ...{ member: chief, id: chief.id, revision: 1, away: wrong },
    });
    expect(changed).toEqual({ ok: false, error: { code: 'absence-invalid' } });
  });
});

describe('how the agency writes letters', () => {
  it('is read and changed by the manager, and frozen letters take the next numbers by it', async () => {
    const { ports } = await signingScene();
    const got = await makeGetLetterSettings(ports)({ member: manager });
    if (!got.ok) throw new Error('not read');
    expect(got.value).toMatchObject({ unitCode: '427.64', signing: 'seal', bsre: false });
    const { revision } = got.value;
    const change = makeChangeLetterSettings(ports);
    const next = {
      ...{ unitCode: ' 35.09 ', letterhead: [' Kode pos 67200 ', ''], signing: 'certificate' as const },
      bsre: true,
    };
    expect(await change({ member: manager, revision, ...next })).toMatchObject({
      value: { unitCode: '35.09', letterhead: ['Kode pos 67200'], bsre: true },
    });
    expect((await ports.directory.find())?.agencies[0]?.letters?.unitCode).toBe('35.09');
    expect(await change({ member: manager, revision, ...next })).toMatchObject({
      error: { code: 'settings-changed' },
    });
  });

  it('names BSrE only where certificates sign, and is closed to everybody else', async () => {
    const { ports } = await signingScene();
    const settings = { revision: 0, letterhead: [], signing: 'seal' as const, bsre: true };
    expect(await makeChangeLetterSettings(ports)({ member: manager, ...settings })).toMatchObject({
      error: { code: 'bsre-without-certificate' },
    });
    expect(await makeChangeLetterSettings(ports)({ member: chief, ...settings })).toEqual(denied);
    expect(await makeGetLetterSettings(ports)({ member: chief })).toEqual(denied);
  });
});

// The register of breaches: two clocks from the discovery, drafts of what is told, and who may.
import { officerRole } from '@layan/domain/case/authority';
import { aMember } from '@layan/testing/builders/a-tenant';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeListBreaches, makeMarkBreach, makeRecordBreach, type RecordBreachInput } from './breaches.ts';

async function scene() {
  const s = await ultpkScene();
  const officer = aMember(31, { agency: s.staff.frontOffice.agency, roles: [officerRole] });
  const other = aMember(32, { agency: s.staff.elsewhere.agency, roles: [officerRole] });
  const record = (changes: Partial<RecordBreachInput> = {}) =>
    makeRecordBreach(s.ports)({
      member: officer,
      discovered: { date: '2026-02-03', time: '09:00' },
      data: ['identity', 'children'],
      people: 40,
      how: 'Laptop hilang di kendaraan.',
      from: '2026-01-01',
      to: '2026-02-03',
      ...changes,
    });
  const mark = (breach: string, what: 'subjectsToldAt' | 'authorityToldAt' | 'closedAt', member = officer) =>
    makeMarkBreach(s.ports)({ member, breach, mark: what });
  return { ...s, officer, other, record, mark };
}

describe('a breach', () => {
  it('is counted from its discovery, and its drafts say what the law asks for', async () => {
    const s = await scene();
    const [breach] = valueIn(await s.record());
    expect(breach?.subjects).toMatchObject({ state: 'running', left: 'sisa 2 hari' });
    for (const letter of [breach?.letters.subjects, breach?.letters.authority]) {
      const text = letter?.join('\n') ?? '';
      expect(text).toContain('identitas (nama, NIK, nomor KK); data anak');
      expect(text).toContain('Laptop hilang di kendaraan.');
      expect(text).toContain('Selasa, 3 Februari 2026');
    }
    expect(breach?.letters.authority.join('\n')).toContain('40 orang');
    const kept = JSON.stringify(await s.memory.breaches.list(s.officer.agency));
    expect(kept).not.toContain('Laptop');
  });

  it('is closed once both were told, each in its own time', async () => {
    const s = await scene();
    const [breach] = valueIn(await s.record());
    const id = breach?.id ?? '';
    expect(await s.mark(id, 'closedAt')).toMatchObject({ error: { code: 'not-told' } });
    valueIn(await s.mark(id, 'authorityToldAt'));
    s.clock.set('2026-02-07T02:00:00.000Z');
    const [late] = valueIn(await s.mark(id, 'subjectsToldAt'));
    expect([late?.authority.state, late?.subjects.state]).toEqual(['kept', 'late']);
    const [closed] = valueIn(await s.mark(id, 'closedAt'));
    expect(closed?.closed).toBeDefined();
  });

  it('lists the cases it concerns by their tickets, and to whom of them its letter went', async () => {
    const s = await scene();
    const [one, two] = [await s.file(1), await s.file(2)];
    const [breach] = valueIn(await s.record());
    const id = breach?.id ?? '';
    const affect = (tickets: readonly string[], member = s.officer) =>
      makeMarkBreach(s.ports)({ member, breach: id, mark: 'affected', tickets });
    expect(await affect([one.ticket, 'XXXX-XXXX-X'])).toMatchObject({
      error: { code: 'tickets-unknown', tickets: ['XXXX-XXXX-X'] },
    });
    expect(await affect([one.ticket], s.other)).toMatchObject({ error: { code: 'request-not-found' } });
    valueIn(await affect([one.ticket, two.ticket]));
    valueIn(await affect([one.ticket.toLowerCase()]));
    const [after] = valueIn(
      await makeMarkBreach(s.ports)({
        ...{ member: s.officer, breach: id, mark: 'lettered', cases: [one.caseId], way: 'handed-over' },
      }),
    );
    expect(after?.affected).toEqual([
      { caseId: one.caseId, ticket: one.ticket, told: expect.stringMatching(/^diserahkan .* oleh /) },
      { caseId: two.caseId, ticket: two.ticket },
    ]);
    expect(JSON.stringify(after)).not.toContain('Warga Uji');
    valueIn(await s.mark(id, 'authorityToldAt'));
    valueIn(await s.mark(id, 'subjectsToldAt'));
    valueIn(await s.mark(id, 'closedAt'));
    expect(await affect([two.ticket])).toMatchObject({ error: { code: 'breach-closed' } });
  });

  it('is not recorded for the future', async () => {
    const s = await scene();
    for (const changes of [{ discovered: { date: '2026-02-05', time: '09:00' } }, { from: '2026-03-01' }])
      expect(await s.record(changes)).toMatchObject({ error: { code: 'moment-refused' } });
  });

  it('is the officer’s alone, agency by agency', async () => {
    const s = await scene();
    const [breach] = valueIn(await s.record());
    for (const member of [s.staff.manager, s.staff.frontOffice]) {
      expect(await makeListBreaches(s.ports)({ member })).toMatchObject({ error: { code: 'role-missing' } });
      expect(await s.record({ member })).toMatchObject({ error: { code: 'role-missing' } });
    }
    expect(valueIn(await makeListBreaches(s.ports)({ member: s.other }))).toEqual([]);
    expect(await s.mark(breach?.id ?? '', 'closedAt', s.other)).toMatchObject({
      error: { code: 'request-not-found' },
    });
  });
});

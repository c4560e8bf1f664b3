import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeAddClosure } from './add-closure.ts';
import { makeGetCalendar } from './get-calendar.ts';
import { makeRemoveClosure } from './remove-closure.ts';
import { makeAddSpecialHours, makeRemoveSpecialHours } from './special-hours.ts';

// The clock of the scene stands on Wednesday, 4 February 2026.
const tomorrow = { date: '2026-02-05', name: ' Hari jadi kota ' };
const refused = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });

const open = async () => {
  const scene = await ultpkScene();
  const { ports } = scene;
  const { manager: member } = scene.staff;
  return {
    scene,
    see: () => makeGetCalendar(ports)({ member }),
    add: (input: { date: string; name?: string; today?: boolean; kind?: 'jointLeave' }) =>
      makeAddClosure(ports)({ member, name: 'Hari uji', ...input }),
    remove: (input: { date: string; today?: boolean }) => makeRemoveClosure(ports)({ member, ...input }),
    closures: async () => (await ports.directory.find())?.calendar.closures,
  };
};

describe('the calendar', () => {
  it('shows six whole weeks from this Monday on, with what closes a day', async () => {
    const { see, add } = await open();
    valueIn(await add(tomorrow));
    const view = valueIn(await see());
    expect(view.today).toBe('2026-02-04');
    expect(view.days.map(({ date }) => date).filter((_, at) => at % 41 === 0)).toEqual([
      '2026-02-02',
      '2026-03-15',
    ]);
    expect(view.days.find(({ date }) => date === tomorrow.date)).toEqual({
      date: tomorrow.date,
      office: [],
      counter: [],
      closure: { kind: 'local', name: 'Hari jadi kota' },
    });
    expect(view.days[2]?.office).toHaveLength(2);
    expect(view.days[5]?.office).toEqual([]);
  });

  it('says that promises are being moved until they are', async () => {
    const { see, add, scene } = await open();
    expect(valueIn(await see()).moving).toBe(false);
    expect(valueIn(await add(tomorrow)).moving).toBe(true);
    expect((await scene.memory.calendarChanges.find())?.causes).toEqual([
      { date: tomorrow.date, reason: 'libur daerah: Hari jadi kota' },
    ]);
  });
});

describe('a local closure', () => {
  it('is entered and taken back, and everybody goes by it at once', async () => {
    const { add, remove, closures } = await open();
    const before = await closures();
    valueIn(await add(tomorrow));
    expect(await closures()).toContainEqual({ date: tomorrow.date, kind: 'local', name: 'Hari jadi kota' });
    valueIn(await remove(tomorrow));
    expect(await closures()).toEqual(before);
  });

  it('closes the day that has begun only for whoever knows that it is today', async () => {
    const { add, remove } = await open();
    const date = '2026-02-04';
    expect(await add({ date })).toEqual(refused('date-today'));
    valueIn(await add({ date, today: true }));
    expect(await remove({ date })).toEqual(refused('date-today'));
    valueIn(await remove({ date, today: true }));
  });

  it('is neither entered nor taken back when its day is over', async () => {
    const { add, remove, scene } = await open();
    expect(await add({ date: '2026-02-03', today: true })).toEqual(refused('date-past'));
    valueIn(await add(tomorrow));
    scene.clock.advance(2 * 24 * 3_600_000);
    expect(await remove({ date: tomorrow.date, today: true })).toEqual(refused('date-past'));
  });

  it('is a day on which something would be open, and not years away', async () => {
    const { add, remove } = await open();
    expect(await add({ date: '2026-02-07' })).toEqual(refused('already-closed'));
    valueIn(await add(tomorrow));
    expect(await add(tomorrow)).toEqual(refused('already-closed', { name: 'Hari jadi kota' }));
    expect(await add({ date: '2029-01-01' })).toEqual(refused('date-too-far', { last: '2028-12-31' }));
    expect(await remove({ date: '2026-02-06' })).toEqual(refused('closure-not-found'));
  });

  it('is not written over what somebody else changed meanwhile, and then moves nothing', async () => {
    const { scene, closures } = await open();
    const { ports, staff } = scene;
    const late = {
      ...ports,
      directory: {
        ...ports.directory,
        findForChange: async () => {
          const found = await ports.directory.findForChange();
          if (found) await ports.directory.change({ ...found.tenant, name: 'Kota Lain' }, found.revision);
          return found;
        },
      },
    };
    const added = await makeAddClosure(late)({ member: staff.manager, ...tomorrow });
    expect(added).toEqual(refused('calendar-changed'));
    expect(await closures()).toEqual([]);
  });

  it('of two that are entered at the same time is never lost unnoticed', async () => {
    const { add, closures } = await open();
    const days = ['2026-02-05', '2026-02-06', '2026-02-09', '2026-02-10'];
    const added = await Promise.all(days.map((date) => add({ date })));
    const entered = days.filter((_, at) => added[at]?.ok);
    expect((await closures())?.map(({ date }) => date)).toEqual(entered);
  });
});

describe('a day that is decreed later', () => {
  it('is entered as what it is, told so to those whose promise it moves, and taken back', async () => {
    const { add, remove, see, scene, closures } = await open();
    const joint = { date: '2026-02-05', name: 'Cuti Bersama Uji', kind: 'jointLeave' as const };
    valueIn(await add(joint));
    expect((await scene.memory.calendarChanges.find())?.causes).toEqual([
      { date: joint.date, reason: 'cuti bersama: Cuti Bersama Uji' },
    ]);
    expect(valueIn(await see()).closures).toContainEqual({ ...joint, entered: true });
    valueIn(await remove({ date: joint.date }));
    expect(await closures()).toEqual([]);
  });

  it('is none of those that were decreed before: they stay', async () => {
    const { scene, remove, see } = await open();
    const tenant = await scene.ports.directory.find();
    if (!tenant) throw new Error('no tenant');
    const closures = [
      {
        date: '2026-03-19',
        kind: 'nationalHoliday' as const,
        name: 'Hari Suci Nyepi (Tahun Baru Saka 1948)',
      },
    ];
    await scene.memory.directory.save({ ...tenant, calendar: { ...tenant.calendar, closures } });
    expect(valueIn(await see()).closures).toEqual(closures);
    expect(await remove({ date: '2026-03-19' })).toEqual(refused('closure-not-found'));
  });
});

describe('hours of their own for a time', () => {
  const week = [...Array.from({ length: 5 }, () => [{ from: '08:00', to: '15:00' }]), ...[[], []]];
  const ramadan = { from: '2026-02-18', to: '2026-03-18', name: 'Ramadan 1447', office: week, counter: week };
  const special = async () => {
    const opened = await open();
    const { ports, staff } = opened.scene;
    const member = staff.manager;
    return {
      ...opened,
      enter: (changes: object = {}) => makeAddSpecialHours(ports)({ member, ...ramadan, ...changes }),
      takeBack: (from = ramadan.from) => makeRemoveSpecialHours(ports)({ member, from }),
    };
  };

  it('are entered, shown, reckoned by on each of their days, and taken back', async () => {
    const { enter, takeBack, see, scene } = await special();
    valueIn(await enter());
    expect(valueIn(await see()).special).toEqual([ramadan]);
    expect(valueIn(await see()).days.find(({ date }) => date === '2026-02-18')?.office).toEqual(week[0]);
    const causes = (await scene.memory.calendarChanges.find())?.causes ?? [];
    expect(causes).toHaveLength(29);
    expect(causes[0]).toEqual({ date: '2026-02-18', reason: 'jam kerja Ramadan 1447' });
    valueIn(await takeBack());
    expect(valueIn(await see()).special).toEqual([]);
  });

  it('are refused where they cannot be', async () => {
    const { enter, takeBack } = await special();
    expect(await enter({ from: '2026-02-03' })).toEqual(refused('date-past'));
    expect(await enter({ to: '2026-02-17' })).toEqual(refused('period-malformed'));
    expect(await enter({ to: '2026-12-17' })).toEqual(refused('period-malformed'));
    expect(await enter({ office: week.map(() => []) })).toEqual(refused('hours-malformed'));
    expect(await enter({ counter: week.slice(1) })).toEqual(refused('hours-malformed'));
    valueIn(await enter());
    expect(await enter({ from: '2026-03-18', to: '2026-03-20' })).toEqual(
      refused('period-overlaps', { name: 'Ramadan 1447' }),
    );
    expect(await takeBack('2026-02-19')).toEqual(refused('period-not-found'));
  });
});

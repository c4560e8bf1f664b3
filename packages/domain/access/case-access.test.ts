import { describe, expect, test } from 'vitest';
import { AgencyId, RegionCode, StaffId } from '../kernel/ids.ts';
import { indexOf } from '../process/process-index.ts';
import { aFiling, after, completing, filed, secret, staff } from '../testing/a-case.ts';
import { complaintService as service } from '../testing/a-complaint-service.ts';
import { hidesFact, knowsApplicant, mayUnmask, opensCase, readsSpecificFacts } from './case-access.ts';
import type { Worker } from './worker.ts';

const index = indexOf(service.process);
const told = { name: secret('v1.nama'), phone: secret('v1.telepon'), topic: 'lampu', place: 'pasar' };
const plain = filed(service, aFiling({ facts: told })).snapshot;
const quiet = filed(service, aFiling({ facts: told, anonymous: true, confidential: true }));

const worker = (id: string, roles: readonly string[], more: Partial<Worker> = {}): Worker => ({
  id: StaffId.parse(id),
  name: `Petugas Uji ${id}`,
  agency: AgencyId.parse('dinas-uji'),
  roles,
  areas: [],
  state: 'active',
  ...more,
});
const officer = worker('one', ['officer']);
const keeper = worker('two', ['keeper']);
const manager = worker('three', ['serviceManager']);
const stranger = worker('two', ['keeper', 'officer'], { agency: AgencyId.parse('dinas-lain') });

describe('a confidential case', () => {
  test('is opened by the roles that the standard names and by nobody else, managers neither', () => {
    const opened = (snapshot: typeof plain) =>
      [officer, keeper, manager, stranger].map((one) => opensCase(index, snapshot, one));
    expect(opened(plain)).toEqual([true, true, true, false]);
    expect(opened(quiet.snapshot)).toEqual([false, true, false, false]);
  });

  test('is opened by whoever has one of its tasks, as long as they have it', () => {
    const { id: task } = quiet.snapshot.tasks[0] ?? { id: '' };
    const member = staff('one', ['officer']);
    const claimed = after(service, quiet, { type: 'claimTask', task }, member);
    expect(opensCase(index, claimed.snapshot, officer)).toBe(true);
    expect(opensCase(index, claimed.snapshot, worker('four', ['officer']))).toBe(false);
    expect(opensCase(index, claimed.snapshot, worker('one', ['officer'], { agency: stranger.agency }))).toBe(
      false,
    );
    const done = after(
      service,
      claimed,
      completing('sort', 'answer', { facts: { name: told.name } }),
      member,
    );
    expect(opensCase(index, done.snapshot, officer)).toBe(false);
  });

  test('is opened by a role of an area only where it covers the case', () => {
    const byArea = {
      ...service.process,
      roles: service.process.roles.map((role) => (role.id === 'keeper' ? { ...role, byArea: true } : role)),
    };
    const here = { ...quiet.snapshot, area: RegionCode.parse('35.74.01') };
    const covering = (area: string) => worker('two', ['keeper'], { areas: [RegionCode.parse(area)] });
    expect(opensCase(indexOf(byArea), here, covering('35.74.01'))).toBe(true);
    expect(opensCase(indexOf(byArea), here, covering('35.74.02'))).toBe(false);
  });
});

describe('who an anonymous applicant is', () => {
  test('is known to the roles that the standard names alone, not to who has the task and not to managers', () => {
    const knows = (snapshot: typeof plain) =>
      [officer, keeper, manager].map((one) => knowsApplicant(index, snapshot, one));
    expect(knows(plain)).toEqual([true, true, true]);
    expect(knows(quiet.snapshot)).toEqual([false, true, false]);
  });

  test('is hidden fact by fact; what happened is not', () => {
    expect(hidesFact(index, quiet.snapshot, 'phone', officer)).toBe(true);
    expect(hidesFact(index, quiet.snapshot, 'phone', keeper)).toBe(false);
    expect(hidesFact(index, quiet.snapshot, 'topic', officer)).toBe(false);
    expect(hidesFact(index, plain, 'phone', officer)).toBe(false);
  });
});

test('those who stand in and those who enter what others did have their turn as the role of the step has', () => {
  const at = (outcome: string, step?: string) => {
    const by = staff('one', ['officer']);
    const sorted = after(
      service,
      filed(service, aFiling({ facts: told })),
      completing('sort', outcome, { facts: { name: told.name } }),
      by,
    );
    return step ? after(service, sorted, completing(step, 'done'), by).snapshot : sorted.snapshot;
  };
  const deputy = worker('five', ['deputy']);
  expect(mayUnmask(index, at('answer', 'write'), deputy)).toBe(true);
  expect(readsSpecificFacts(index, at('answer'), deputy)).toBe(false);
  expect(readsSpecificFacts(index, at('ask'), officer)).toBe(true);
});

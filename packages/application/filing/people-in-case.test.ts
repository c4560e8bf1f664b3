// People without a NIK are told apart by what is said of them.
import { indexOf } from '@layan/domain/process/process-index';
import { vervalPbiJk } from '@layan/standards/kab-lumajang/verval-pbi-jk';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { expect, it } from 'vitest';
import { likenessIndex, peopleOf } from './people-in-case.ts';

const index = indexOf(vervalPbiJk.process);
const newborn = { applicantName: 'Warga Uji Bayi', birthDate: '2026-10-01', village: '35.08.05.2009' };
const nik = ['35081001', '10269001'].join('');
const { vault } = memoryTenant(fixedClock(), TENANT);
const likeness = async (values: Record<string, string>) => (await likenessIndex(vault, index, values))[0];

it('two of the same name, day of birth and village may be one, however the name is typed', async () => {
  const first = await likeness(newborn);
  expect(first).toBeDefined();
  expect(await likeness({ ...newborn, applicantName: ' WARGA  Uji, bayi' })).toBe(first);
  expect(await peopleOf(vault, index, newborn)).toEqual([first]);
});

it.each([
  ['another name', { applicantName: 'Warga Uji Lain' }],
  ['another day', { birthDate: '2026-10-02' }],
  ['another village', { village: '35.08.16.2009' }],
])('with %s they are two', async (_what, other) => {
  expect(await likeness({ ...newborn, ...other })).not.toBe(await likeness(newborn));
});

it('a NIK says it better, and less than all three says nothing', async () => {
  expect(await likeness({ ...newborn, nik })).toBeUndefined();
  const { birthDate: _, ...undated } = newborn;
  expect(await likeness(undated)).toBeUndefined();
});

import { caseIdOf, minute, staffIdOf } from '@layan/testing/builders/ids';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { expect, it } from 'vitest';
import { listReads } from './list-reads.ts';

it('tells pages and unmasked values of one case in one list, newest first', async () => {
  const ports = memoryTenant();
  const [caseId, other] = [caseIdOf(1), caseIdOf(2)];
  const who = (n: number) => ({ by: staffIdOf(n), name: `Petugas Uji ${n}` });
  await ports.reads.note({ about: caseId, operation: 'get-case', ...who(1), at: minute(1) });
  await ports.reads.note({ about: caseId, operation: 'get-case', ...who(1), at: minute(9) });
  await ports.reads.note({ about: other, operation: 'get-case', ...who(1), at: minute(2) });
  const look = { caseId, fact: 'nik', ...who(2), at: minute(5), act: 'unmask-fact' };
  await ports.unmaskings.append({ ...look, reason: { sealed: 'v1.alasan' } });
  expect(await listReads(ports, caseId)).toEqual([
    { ...who(1), at: minute(9), operation: 'get-case', times: 2 },
    { ...who(2), at: minute(5), operation: 'unmask-fact', fact: 'nik', times: 1 },
  ]);
});

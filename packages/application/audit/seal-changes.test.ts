import type { SealFiles } from '@layan/application/ports/seals';
import { openSeal } from '@layan/domain/audit/open-seal';
import { MOST_HEADS } from '@layan/domain/audit/seal';
import { caseIdOf, hashOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../kernel/sha256.ts';
import { makeSealChanges } from './seal-changes.ts';

const HOUR = 3_600_000;
const by = { party: 'system' as const };

async function office() {
  const clock = fixedClock();
  const tenant = memoryTenant(clock);
  await tenant.ensureSigning('arn:sign');
  const ports = { ...tenant, clock };
  const change = (n: number, seq: number) =>
    tenant.seals.noteHead({ caseId: caseIdOf(n), seq, hash: hashOf(`${n}.${seq}`) });
  const sealed = async (number: number) => {
    const opened = await openSeal(
      tenant.sealFiles.files.get(number) ?? '',
      { tenant: tenant.tenant, number },
      await tenant.signingKeys.list(),
    );
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };
  const numbers = async () => (await tenant.seals.newest({ limit: 99 })).map(({ number }) => number);
  return { clock, tenant, ports, change, sealed, numbers, seal: makeSealChanges(ports) };
}

describe('sealing what changed', () => {
  it('waits for the tenant to have a key', async () => {
    const clock = fixedClock();
    const tenant = memoryTenant(clock);
    expect(await makeSealChanges({ ...tenant, clock })()).toEqual({ seals: 0, cases: 0 });
  });

  it('says where cases and chains stand, signed and chained to the seal before', async () => {
    const { tenant, seal, change, sealed, clock } = await office();
    await change(1, 2);
    const entry = await tenant.audit.append('administration', {
      at: clock.now(),
      by,
      act: 'add-closure',
      about: 'agency',
    });
    expect(await seal()).toEqual({ seals: 1, cases: 1 });
    expect(await sealed(1)).toMatchObject({
      previous: null,
      cases: [{ caseId: caseIdOf(1), seq: 2, hash: hashOf('1.2') }],
      administration: { seq: 1, hash: entry.hash },
      unmasking: null,
    });
    clock.advance(HOUR);
    await change(1, 3);
    await seal();
    expect((await sealed(2)).previous).toBe(sha256(tenant.sealFiles.files.get(1) ?? ''));
  });

  it('seals once an hour what changed, and once a day when nothing did', async () => {
    const { seal, change, clock, numbers } = await office();
    await seal();
    await change(1, 1);
    clock.advance(HOUR / 2);
    expect((await seal()).seals).toBe(0);
    clock.advance(HOUR / 2);
    expect((await seal()).seals).toBe(1);
    for (let hour = 0; hour < 24; hour += 1) {
      clock.advance(HOUR);
      await seal();
    }
    expect(await numbers()).toEqual([3, 2, 1]);
  });

  it('seals a large hour in several, and goes on in the next call', async () => {
    const { seal, change, tenant, sealed } = await office();
    for (let n = 1; n <= 2 * MOST_HEADS + 5; n += 1) await change(n, 1);
    expect(await seal()).toEqual({ seals: 3, cases: 2 * MOST_HEADS + 5 });
    expect(await tenant.seals.heads(1)).toEqual([]);
    expect((await sealed(3)).cases).toHaveLength(5);
  });

  it('takes over a seal that was written and not noted', async () => {
    const { ports, tenant, change, sealed, numbers, clock } = await office();
    await change(1, 1);
    const dies = { ...tenant.seals, note: () => Promise.reject(new Error('killed')) };
    await expect(makeSealChanges({ ...ports, seals: dies })()).rejects.toThrow('killed');
    const written = tenant.sealFiles.files.get(1);
    await change(1, 2);
    await change(2, 1);
    clock.advance(60_000);
    await makeSealChanges(ports)();
    expect(tenant.sealFiles.files.get(1)).toBe(written);
    expect(await numbers()).toEqual([1]);
    // What it does not hold waits for the next.
    expect((await tenant.seals.heads(9)).map(({ seq }) => seq)).toEqual([2, 1]);
    clock.advance(HOUR);
    await makeSealChanges(ports)();
    expect((await sealed(2)).cases).toHaveLength(2);
  });

  it.each([
    ['is no seal', '{}'],
    ['is not there after all', undefined],
  ])('stops at a file that %s, and notes nothing', async (_what, file) => {
    const { ports, numbers } = await office();
    const sealFiles: SealFiles = { keep: async () => 'there-already', read: async () => file };
    await expect(makeSealChanges({ ...ports, sealFiles })()).rejects.toThrow('Seal 1');
    expect(await numbers()).toEqual([]);
  });

  it('makes one seal of two calls at once', async () => {
    const { seal, change, numbers, tenant } = await office();
    await change(1, 1);
    await Promise.all([seal(), seal(), seal()]);
    expect(await numbers()).toEqual([1]);
    expect(tenant.sealFiles.files.size).toBe(1);
  });
});

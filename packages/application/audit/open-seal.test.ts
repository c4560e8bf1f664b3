// A seal is good only by a key that the tenant used at that time.
import { openSeal } from '@layan/domain/audit/open-seal';
import { type Seal, sealFile, sealPayload } from '@layan/domain/audit/seal';
import { TenantId } from '@layan/domain/kernel/ids';
import { instant } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memorySigning } from '@layan/testing/memory/memory-signing';
import { expect, it } from 'vitest';

const tenant = TenantId.parse('kota-contoh');
const clock = fixedClock();
const { signer, signingKeys, ensureSigning } = memorySigning(clock);
await ensureSigning('arn:one');

const fileAt = async (at: string) => {
  const seal: Seal = {
    ...{ format: 'layan.seal/1', tenant, number: 1, previous: null, at: instant(at), cases: [] },
    ...{ administration: null, unmasking: null },
  };
  return sealFile(await signer.sign('layan-audit', sealPayload(seal)));
};
const open = async (at: string, expected = { tenant, number: 1 }) => {
  const opened = await openSeal(await fileAt(at), expected, await signingKeys.list());
  return opened.ok ? 'ok' : opened.error;
};

it('is opened with a key that was in use, and with none from before it was made', async () => {
  expect(await open('2026-02-04T02:00:00.000Z')).toBe('ok');
  expect(await open('2026-02-04T01:50:00.000Z')).toBe('ok');
  expect(await open('2026-02-03T02:00:00.000Z')).toBe('key');
});

it('is not opened with a key that another had replaced by then', async () => {
  const late = await fileAt('2026-03-01T00:00:00.000Z');
  clock.advance(3_600_000);
  await ensureSigning('arn:two');
  const opened = await openSeal(late, { tenant, number: 1 }, await signingKeys.list());
  expect(opened).toEqual({ ok: false, error: 'key' });
});

it('is the one that was asked for', async () => {
  expect(await open('2026-02-04T04:00:00.000Z', { tenant, number: 2 })).toBe('elsewhere');
  const other = { tenant: TenantId.parse('kota-lain'), number: 1 };
  expect(await open('2026-02-04T04:00:00.000Z', other)).toBe('elsewhere');
});

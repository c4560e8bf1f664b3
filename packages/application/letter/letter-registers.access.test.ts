// What the register of letters tells people of the agency who have no part in the service of a letter.
import { aMember } from '@layan/testing/builders/a-tenant';
import { people, signingScene } from '@layan/testing/scenes/signing-scene';
import { describe, expect, it } from 'vitest';
import { makeGetLetterMonth, makeListLetterRegister } from './letter-registers.ts';

describe('why a letter was cancelled', () => {
  const query = { register: 'surat-keluar', year: 2026 } as const;
  const cancelled = async () => {
    const scene = await signingScene();
    const id = await scene.frozen(1);
    await scene.settle(id);
    await scene.mustStep(id, people.chief, ['sign', 'redo'], { note: 'Pemohon ternyata sudah menikah' });
    return scene;
  };
  const reasons = async (member: Parameters<ReturnType<typeof makeListLetterRegister>>[0]['member']) => {
    const { ports } = await cancelled();
    const listed = await makeListLetterRegister(ports)({ ...query, member });
    const month = await makeGetLetterMonth(ports)({ ...query, member, month: 2 });
    if (!listed.ok || !month.ok) throw new Error('no register');
    return [...listed.value.rows, ...month.value.rows].map(({ reason }) => reason);
  };

  it('is said in full to who has a part in the service, and to the manager', async () => {
    const whole = 'Pilih redo: Pemohon ternyata sudah menikah';
    expect(await reasons(people.writer)).toEqual([whole, whole]);
    expect(await reasons(people.manager)).toEqual([whole, whole]);
  });

  it('is only the label of what was done to colleagues of other services', async () => {
    expect(await reasons(aMember(9, { roles: ['loket-lain'] }))).toEqual(['Pilih redo', 'Pilih redo']);
  });
});

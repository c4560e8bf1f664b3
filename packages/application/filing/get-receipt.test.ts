import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetFiling } from './get-filing.ts';
import { makeGetReceipt } from './get-receipt.ts';
import { makeLeaveFiling } from './leave-filing.ts';
import { makeOpenSent } from './open-sent.ts';
import { makeSubmitFiling } from './submit-filing.ts';

const gone = { ok: false, error: { code: 'filing-not-found' } };

const aSentFiling = async () => {
  const scene = await ultpkScene();
  const session = await scene.ready(1);
  const { secret } = valueIn(await makeSubmitFiling(scene.ports)({ session }));
  return { ...scene, session, secret };
};

describe('the receipt of a filing', () => {
  it('tells the secret to whoever holds the session for an hour, and not a moment longer', async () => {
    const { ports, clock, session, secret } = await aSentFiling();
    clock.advance(3_600_000);
    expect(valueIn(await makeGetReceipt(ports)({ session })).receipt.secret).toBe(secret);
    expect(valueIn(await makeOpenSent(ports)({ session })).receipt.secret).toBe(secret);
    clock.advance(1);
    expect(await makeGetReceipt(ports)({ session })).toEqual(gone);
    expect(await makeOpenSent(ports)({ session })).toEqual(gone);
  });

  it('opens to nobody any more once its holder has left, also not to who copied the session', async () => {
    const { ports, session } = await aSentFiling();
    await makeLeaveFiling(ports)({ session });
    expect(await makeGetReceipt(ports)({ session })).toEqual(gone);
    expect(await makeOpenSent(ports)({ session })).toEqual(gone);
    expect(await makeSubmitFiling(ports)({ session })).toEqual(gone);
  });
});

describe('a filing that is not sent', () => {
  it('opens to nobody any more once its holder has left', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    await makeLeaveFiling(scene.ports)({ session });
    expect(await makeGetFiling(scene.ports)({ session })).toEqual(gone);
    expect(await makeSubmitFiling(scene.ports)({ session })).toEqual(gone);
  });

  it('is not left by who holds another session', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    await makeLeaveFiling(scene.ports)({
      session: `${session.slice(0, -1)}${session.endsWith('1') ? '2' : '1'}`,
    });
    await makeLeaveFiling(scene.ports)({ session: 'tidak ada' });
    expect((await makeGetFiling(scene.ports)({ session })).ok).toBe(true);
  });
});

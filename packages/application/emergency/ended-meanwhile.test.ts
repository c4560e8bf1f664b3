// An emergency access that is ended at any moment while it is being opened, by a function that may die at any other.
import { aMember, TENANT } from '@layan/testing/builders/a-tenant';
import { asking, emergencyScene, first, second } from '@layan/testing/scenes/emergency-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeRunEmergencyAccess } from './run-emergency-access.ts';

const MINUTE = 60_000;
type Scene = Awaited<ReturnType<typeof emergencyScene>>;

/** The same ports; before each call of any of them, `look` is told which it is. */
const watched = <T extends object>(ports: T, look: () => Promise<void>): T =>
  new Proxy(ports, {
    get: (target, name, receiver) => {
      const found = Reflect.get(target, name, receiver);
      if (typeof found !== 'function') return found;
      return async (...input: unknown[]) => {
        await look();
        return Reflect.apply(found, target, input);
      };
    },
  });

/** Runs as the provisioner does, and counts its calls from the first. */
const counting = ({ parts, platform }: Scene, at: (call: number) => Promise<void>) => {
  let calls = 0;
  const look = () => {
    calls += 1;
    return at(calls);
  };
  const run = makeRunEmergencyAccess({
    ...parts,
    emergencies: watched(parts.emergencies, look),
    mailer: watched(parts.mailer, look),
    openTenant: (tenant) => {
      const opened = platform.open(tenant);
      return {
        ...opened,
        staff: watched(opened.staff, look),
        accounts: watched(opened.accounts, look),
        audit: watched(opened.audit, look),
        emergencyReadings: watched(opened.emergencyReadings, look),
      };
    },
  });
  return { run, calls: () => calls };
};

const left = async ({ platform, tenant }: Scene, id: string) => {
  const members = await tenant.staff.list();
  const [account] = platform.pool.values();
  return {
    state: (await platform.emergencies.find(id))?.state,
    reads: members.some(({ emergency, state }) => emergency && state === 'active'),
    account: account !== undefined && (account.enabled || account.tenant !== undefined),
  };
};

async function confirmed() {
  const s = await emergencyScene();
  const { id } = valueIn(await s.ask(asking));
  valueIn(await s.confirm({ by: second, id }));
  return { ...s, id };
}

type Confirmed = Awaited<ReturnType<typeof confirmed>>;

/** Ended before call `endAt` of those that open it, and the function died before call `dieAt` of all. */
async function swept(endAt: number, dieAt: number, closes: boolean) {
  const s = await confirmed();
  const { id } = s;
  const { run, calls } = counting(s, async (call) => {
    if (call === endAt) {
      valueIn(await s.end({ by: second, id }));
      // Its stream wakes another function, which closes it at once.
      if (closes) await s.run({ id });
    }
    if (call === dieAt) throw new Error('died');
  });
  await run({ id }).catch(() => undefined);
  const opening = calls();
  if (opening < endAt) await s.end({ by: second, id });
  for (let minute = 0; minute < 4; minute += 1) {
    s.clock.advance(MINUTE);
    await run({ id }).catch(() => undefined);
  }
  return { opening, all: calls(), left: await left(s, id) };
}

const gone = { state: 'ended', reads: false, account: false };

describe('an emergency access that is ended while it is opened', () => {
  it.each([
    ['and noticed when it is open', false],
    ['and closed at the same moment', true],
  ])('leaves nobody in, whichever moment that is, %s', async (_what, closes) => {
    const whole = await swept(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, closes);
    expect(whole.opening).toBeGreaterThan(8);
    for (let endAt = 1; endAt <= whole.opening; endAt += 1) {
      const undisturbed = await swept(endAt, Number.POSITIVE_INFINITY, closes);
      expect([endAt, undisturbed.left]).toEqual([endAt, gone]);
      for (let dieAt = 1; dieAt <= undisturbed.all; dieAt += 1)
        expect([endAt, dieAt, (await swept(endAt, dieAt, closes)).left]).toEqual([endAt, dieAt, gone]);
    }
  });

  it.each([
    ['ended', 'ended', async (s: Confirmed) => valueIn(await s.end({ by: second, id: s.id }))],
    [
      'refused by another that was woken for it',
      'failed',
      async (s: Confirmed) => {
        const tenant = await s.tenant.directory.find();
        if (tenant) await s.tenant.directory.save({ ...tenant, state: 'suspended' });
        await s.run({ id: s.id });
      },
    ],
  ])('is taken back at once by whoever opened it, when it was %s', async (_what, state, meanwhile) => {
    const s = await confirmed();
    let once = true;
    const { run } = counting(s, async () => {
      if (s.mails.length === 0 || !once) return;
      once = false;
      await meanwhile(s);
    });
    await run({ id: s.id });
    expect(await left(s, s.id)).toEqual({ ...gone, state });
  });

  it('is not over before whoever opens it must have noticed, and then at once', async () => {
    const s = await confirmed();
    valueIn(await s.end({ by: second, id: s.id }));
    for (const _ of [1, 2]) {
      expect(await s.run({ id: s.id })).toBeUndefined();
      s.clock.advance(MINUTE);
    }
    expect(await s.run({ id: s.id })).toMatchObject({ state: 'ended', endedBy: 'central-admin' });
    expect(s.platform.pool.size).toBe(0);
  });
});

describe('an attempt to open that broke off after it let somebody in', () => {
  const brokenOff = async () => {
    const s = await confirmed();
    const { run } = counting(s, async () => {
      if ((await left(s, s.id)).reads) throw new Error('died');
    });
    await expect(run({ id: s.id })).rejects.toThrow('died');
    expect(await left(s, s.id)).toEqual({ state: 'confirmed', reads: true, account: true });
    return s;
  };

  it('is closed when its time has passed meanwhile', async () => {
    const s = await brokenOff();
    s.clock.advance(31 * MINUTE);
    expect(await s.run({ id: s.id })).toMatchObject({ state: 'ended', endedBy: 'time' });
    expect(await left(s, s.id)).toEqual(gone);
    expect(s.mails).toHaveLength(2);
  });

  it('is closed when its government was suspended meanwhile', async () => {
    const s = await brokenOff();
    const tenant = await s.tenant.directory.find();
    if (tenant) await s.tenant.directory.save({ ...tenant, state: 'suspended' });
    expect(await s.run({ id: s.id })).toMatchObject({ state: 'ended', endedBy: 'central-admin' });
    expect(await left(s, s.id)).toEqual(gone);
  });

  it('goes on otherwise', async () => {
    const s = await brokenOff();
    expect(await s.run({ id: s.id })).toMatchObject({ state: 'open' });
  });
});

describe('whoever was let in by another request', () => {
  it('keeps what that one gave them when this one is over', async () => {
    const s = await confirmed();
    valueIn(await s.end({ by: second, id: s.id }));
    const again = valueIn(await s.ask({ ...asking, key: 'key-0002' }));
    valueIn(await s.confirm({ by: second, id: again.id }));
    expect(await s.run({ id: again.id })).toMatchObject({ state: 'open' });
    s.clock.advance(3 * MINUTE);
    expect(await s.run({ id: s.id })).toMatchObject({ state: 'ended' });
    expect(await left(s, again.id)).toEqual({ state: 'open', reads: true, account: true });
  });

  it('stays at work when they are on the staff here', async () => {
    const s = await confirmed();
    const id = valueIn(await s.tenant.accounts.invite(first));
    await s.tenant.staff.save(aMember(7, { id, email: first.email }), undefined);
    valueIn(await s.end({ by: second, id: s.id }));
    s.clock.advance(3 * MINUTE);
    expect(await s.run({ id: s.id })).toMatchObject({ state: 'ended' });
    expect([...s.platform.pool.values()]).toMatchObject([{ enabled: true, tenant: TENANT }]);
  });
});

// What every tenant promises of requests that are recorded with what they change first.
import { DoneBefore, type RecordedRequest } from '@layan/application/ports/recorded';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import { describe, expect, it } from 'vitest';
import { aFiledCase } from '../builders/a-case.ts';
import { aMember, aTenant } from '../builders/a-tenant.ts';
import { caseIdOf, staffIdOf, ticketOf } from '../builders/ids.ts';
import type { FixedClock } from '../fixed-clock.ts';

export interface RecordedTenant {
  readonly clock: FixedClock;
  readonly ports: Pick<TenantPorts, 'recorded' | 'cases' | 'staff' | 'directory' | 'audit' | 'unmaskings'>;
}

const by = { party: 'staff', id: 'manager-1', name: 'Manajer Uji' } as const;
const request = (more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  idempotency: { key: 'invite-member:manager-1:key-0001', fingerprint: 'print-1' },
  resumes: false,
  ...more,
});
const act: NonNullable<RecordedRequest['act']> = { by, act: 'invite-member' };
const other = { key: 'invite-member:manager-1:key-0001', fingerprint: 'print-2' };
const another = (n: number) => ({ key: `change-member:manager-1:key-${n}`, fingerprint: 'print' });
const days = (n: number) => n * 24 * 60 * 60_000;
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DoneBefore ? 'done before' : String(error)),
  );

export function recordedRequestsContract(name: string, open: () => Promise<RecordedTenant>): void {
  describe(`a recorded request: ${name}`, () => {
    it('is known from its first change on, and not from what it only read', async () => {
      const { ports } = await open();
      const recording = await ports.recorded(request());
      await recording.ports.staff.list();
      expect([await recording.find(), recording.wrote()]).toEqual([undefined, false]);
      await recording.ports.staff.save(aMember(1), undefined);
      expect([await recording.find(), recording.wrote()]).toEqual([{ fingerprint: 'print-1' }, true]);
      expect(await ports.staff.find(staffIdOf(1))).toEqual(aMember(1));
    });

    it('changes more than one thing under one record', async () => {
      const { ports } = await open();
      const recording = await ports.recorded(request({ act }));
      await recording.ports.staff.save(aMember(1), undefined);
      await recording.ports.staff.save(aMember(2), undefined);
      expect(await ports.staff.list()).toHaveLength(2);
      expect(await ports.audit.entries('administration', { limit: 9 })).toHaveLength(1);
    });

    it('changes nothing when it is made again, whatever it would change', async () => {
      const { ports } = await open();
      await (await ports.recorded(request({ act }))).ports.staff.save(aMember(1), undefined);
      const again = await ports.recorded(request({ act }));
      await expect(again.ports.staff.save(aMember(2), undefined)).rejects.toBeInstanceOf(DoneBefore);
      await expect(again.ports.staff.save(aMember(1), undefined)).rejects.toBeInstanceOf(DoneBefore);
      expect(again.wrote()).toBe(false);
      expect(await ports.staff.list()).toEqual([aMember(1)]);
      expect(await ports.audit.entries('administration', { limit: 9 })).toHaveLength(1);
    });

    it('keeps its answer for whoever makes it again', async () => {
      const { ports } = await open();
      const first = await ports.recorded(request());
      await first.ports.staff.save(aMember(1), undefined);
      await first.keepAnswer('sealed');
      const again = await ports.recorded(request());
      expect(await again.find()).toEqual({ fingerprint: 'print-1', answer: 'sealed' });
    });

    it('is not known by a guess of a secret, which counts also where it is refused', async () => {
      const { ports } = await open();
      await ports.cases.commit(aFiledCase(1));
      const guesses = (count: number) => ({ count, at: count, places: [] });
      for (const [before, after] of [
        [undefined, guesses(1)],
        [guesses(1), guesses(2)],
      ] as const) {
        const refused = await ports.recorded(request({ act, resumes: true }));
        await refused.ports.cases.keepGuesses(ticketOf(1), before, after);
        expect([await refused.find(), refused.wrote()]).toEqual([undefined, false]);
      }
      expect((await ports.cases.findStatus(ticketOf(1)))?.guesses).toEqual(guesses(2));
      expect(await ports.audit.head('administration')).toBeUndefined();
    });

    it('says what it was to whoever uses its key for something else, and keeps its answer from them', async () => {
      const { ports } = await open();
      await (await ports.recorded(request())).ports.staff.save(aMember(1), undefined);
      const stranger = await ports.recorded(request({ idempotency: other, resumes: true }));
      await expect(stranger.ports.staff.save(aMember(2), undefined)).rejects.toBeInstanceOf(DoneBefore);
      await stranger.keepAnswer('of another');
      expect(await stranger.find()).toEqual({ fingerprint: 'print-1' });
    });

    it('that was refused is not recorded, and succeeds with the same key later', async () => {
      const { ports } = await open();
      await ports.staff.save(aMember(1), undefined);
      const refused = await ports.recorded(request({ act }));
      const changed = aMember(1, { revision: 2 });
      expect(await refused.ports.staff.save(changed, 7)).toEqual({ ok: false, error: 'changed-meanwhile' });
      expect([await refused.find(), refused.wrote()]).toEqual([undefined, false]);
      expect(await ports.audit.head('administration')).toBeUndefined();
      const later = await ports.recorded(request({ act }));
      expect(await later.ports.staff.save(changed, 1)).toEqual({ ok: true, value: undefined });
      expect(await later.find()).toEqual({ fingerprint: 'print-1' });
    });

    it('that is refused first and tries another way is recorded with the way that went', async () => {
      const { ports } = await open();
      await ports.staff.save(aMember(1), undefined);
      const recording = await ports.recorded(request());
      await recording.ports.staff.save(aMember(1), undefined);
      await recording.ports.staff.save(aMember(2), undefined);
      expect(recording.wrote()).toBe(true);
      expect(await ports.staff.list()).toHaveLength(2);
    });

    it('made twice at once is done once', async () => {
      const { ports } = await open();
      const both = [1, 2].map(async (n) => {
        const recording = await ports.recorded(request({ act }));
        return outcomeOf(recording.ports.staff.save(aMember(n), undefined));
      });
      expect((await Promise.all(both)).sort()).toEqual(['done', 'done before']);
      expect(await ports.staff.list()).toHaveLength(1);
      expect(await ports.audit.entries('administration', { limit: 9 })).toHaveLength(1);
    });

    it('that may go on does so where an earlier try stopped, and no more once that was answered', async () => {
      const { ports } = await open();
      const resumed = request({ resumes: true, act });
      await (await ports.recorded(resumed)).ports.staff.save(aMember(1), undefined);
      const again = await ports.recorded(resumed);
      expect(await again.ports.staff.save(aMember(2), undefined)).toEqual({ ok: true, value: undefined });
      expect(await again.ports.staff.save(aMember(3), undefined)).toEqual({ ok: true, value: undefined });
      await again.keepAnswer('sealed');
      const late = await ports.recorded(resumed);
      await expect(late.ports.staff.save(aMember(4), undefined)).rejects.toBeInstanceOf(DoneBefore);
      expect(await ports.staff.list()).toHaveLength(3);
      expect(await ports.audit.entries('administration', { limit: 9 })).toHaveLength(1);
    });

    it('of an administrator is an entry of the chain: who, what, about whom', async () => {
      const { ports, clock } = await open();
      const entry = async (n: number, more: Partial<NonNullable<RecordedRequest['act']>>) => {
        const recording = await ports.recorded(
          request({ idempotency: another(n), act: { by, act: 'change-member', ...more } }),
        );
        await recording.ports.staff.save(aMember(n), undefined);
      };
      await entry(1, { about: 'member-9' });
      await entry(2, {});
      const acts = (await ports.audit.entries('administration', { limit: 9 })).map((one) => one.act);
      expect(acts).toEqual([
        { at: clock.now(), by, act: 'change-member', about: 'member-9' },
        { at: clock.now(), by, act: 'change-member', about: staffIdOf(2) },
      ]);
    });

    it('enters the chain without a gap when many do so at once', async () => {
      const { ports } = await open();
      const all = Array.from({ length: 12 }, async (_, n) => {
        const recording = await ports.recorded(request({ idempotency: another(n), act }));
        await recording.ports.staff.save(aMember(n + 1), undefined);
      });
      await Promise.all(all);
      const entries = await ports.audit.entries('administration', { limit: 50 });
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
      expect(await ports.staff.list()).toHaveLength(12);
    });

    it('that enters the chain itself is entered once', async () => {
      const { ports, clock } = await open();
      const recording = await ports.recorded(request({ act }));
      const said = { at: clock.now(), by, act: 'invite-member', about: 'x', detail: 'more' };
      await recording.ports.audit.append('administration', said);
      await recording.ports.staff.save(aMember(1), undefined);
      const entries = await ports.audit.entries('administration', { limit: 9 });
      expect(entries.map((one) => one.act)).toEqual([said]);
      expect(recording.wrote()).toBe(true);
    });

    it.each([
      ['a week', 'invite-member:manager-1:key-0001', 7],
      ['90 days when it was made without a connection', 'save-intake:clerk-1:offline-0001', 90],
      ['a week when nobody does it without one', 'invite-member:manager-1:offline-0001', 7],
    ])('is known for %s', async (_name, key, lifetime) => {
      const { ports, clock } = await open();
      const idempotency = { key, fingerprint: 'print-1' };
      await (await ports.recorded(request({ idempotency }))).ports.staff.save(aMember(1), undefined);
      clock.advance(days(lifetime) - 1000);
      const again = await ports.recorded(request({ idempotency }));
      expect(await again.find()).toEqual({ fingerprint: 'print-1' });
      await expect(again.ports.staff.save(aMember(2), undefined)).rejects.toBeInstanceOf(DoneBefore);
      clock.advance(1000);
      expect(await again.find()).toBeUndefined();
      const late = await ports.recorded(request({ idempotency }));
      await late.ports.staff.save(aMember(2), undefined);
      expect(late.wrote()).toBe(true);
    });

    it('is not known from a look that left its trace, and leaves that trace when it is refused', async () => {
      const { ports, clock } = await open();
      const recording = await ports.recorded(request({ act }));
      const caseId = caseIdOf(1);
      const look = { caseId, fact: 'product:1', by: staffIdOf(1), name: 'Petugas Uji', at: clock.now() };
      await recording.ports.unmaskings.append({ ...look, act: 'print-letter', reason: 'Mencetak surat' });
      expect([await recording.find(), recording.wrote()]).toEqual([undefined, false]);
      expect(await ports.unmaskings.list(caseId)).toHaveLength(1);
    });

    it('is seen at once by whoever remembers what it changed', async () => {
      const { ports } = await open();
      await ports.directory.save(aTenant());
      await ports.staff.save(aMember(1), undefined);
      await Promise.all([ports.directory.find(), ports.staff.recent()]);
      const recording = await ports.recorded(request());
      const change = await recording.ports.directory.findForChange();
      await recording.ports.directory.change({ ...aTenant(), name: 'Kota Lain' }, change?.revision ?? 0);
      await recording.ports.staff.save(aMember(2), undefined);
      expect((await ports.directory.find())?.name).toBe('Kota Lain');
      expect(await ports.staff.recent()).toHaveLength(2);
    });
  });
}

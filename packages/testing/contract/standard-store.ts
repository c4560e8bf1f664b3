// What every store of standards promises.
import type { StandardStore } from '@layan/application/ports/standards';
import { StandardId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { aStandard, aVersion } from '../builders/a-standard.ts';
import { AGENCY, hashOf, minute, STANDARD, staffIdOf } from '../builders/ids.ts';

const done = { ok: true, value: undefined };
const changed = { ok: false, error: 'changed-meanwhile' };
const words = {
  id: STANDARD,
  agency: AGENCY,
  title: 'Standar Pelayanan Uji',
  shortTitle: 'Layanan Uji',
  summary: 'Layanan untuk pengujian.',
  enacted: false,
};

const draft = (version = 1, title = 'Standar Pelayanan Uji') =>
  aVersion({ version, standard: aStandard({ title }) });
const published = (version = 1, title?: string) => ({
  ...draft(version, title),
  state: 'published' as const,
  publishedAt: minute(1),
});
const superseded = (version = 1) => ({
  ...published(version),
  state: 'superseded' as const,
  supersededAt: minute(2),
});
const refOf = ({ version, hash }: ReturnType<typeof draft>) => ({ id: STANDARD, version, hash });

export function standardStoreContract(name: string, open: () => Promise<StandardStore>): void {
  describe(`standard store: ${name}`, () => {
    it('keeps a draft and lists it', async () => {
      const standards = await open();
      expect(await standards.list()).toEqual([]);
      expect(await standards.saveDraft(draft())).toEqual(done);
      expect(await standards.find(STANDARD, 1)).toEqual(draft());
      expect(await standards.find(STANDARD, 2)).toBeUndefined();
      expect(await standards.list()).toEqual([{ ...words, draft: 1 }]);
    });

    it('replaces the draft that was loaded, with its confirmations, and no other', async () => {
      const standards = await open();
      await standards.saveDraft(draft());
      const by = { by: staffIdOf(1), name: 'Pengelola Uji', at: minute(1) };
      const confirmed = aVersion({ confirmations: { 'online-filing': by } });
      expect(await standards.saveDraft(confirmed, draft())).toEqual(done);
      expect(await standards.saveDraft(draft(1, 'Lain'), draft())).toEqual(changed);
      expect(await standards.saveDraft(draft())).toEqual(changed);
      expect(await standards.saveDraft(draft(1, 'Lain'), confirmed)).toEqual(done);
      expect((await standards.find(STANDARD, 1))?.standard.title).toBe('Lain');
    });

    it('keeps one draft of a standard at a time', async () => {
      const standards = await open();
      await standards.saveDraft(draft());
      expect(await standards.saveDraft(draft(2))).toEqual(changed);
    });

    it('publishes a draft and lists it for citizens', async () => {
      const standards = await open();
      await standards.saveDraft(draft());
      expect(await standards.publish(published(), { before: draft() })).toEqual(done);
      expect(await standards.getPinned(refOf(draft()))).toEqual(published());
      expect(await standards.list()).toEqual([{ ...words, published: refOf(draft()) }]);
      expect(await standards.saveDraft(draft(), draft())).toEqual({ ok: false, error: 'not-a-draft' });
    });

    it('shows the published words while the next draft has others, and supersedes at once', async () => {
      const standards = await open();
      await standards.saveDraft(draft());
      await standards.publish(published(), { before: draft() });
      await standards.saveDraft(draft(2, 'Judul baru'));
      expect(await standards.list()).toEqual([{ ...words, published: refOf(draft()), draft: 2 }]);
      const next = published(2, 'Judul baru');
      expect(
        await standards.publish(next, { before: draft(2, 'Judul baru'), superseding: superseded() }),
      ).toEqual(done);
      expect(await standards.list()).toEqual([{ ...words, title: 'Judul baru', published: refOf(next) }]);
      expect((await standards.find(STANDARD, 1))?.state).toBe('superseded');
      expect((await standards.getPinned(refOf(draft()))).standard.title).toBe(words.title);
    });

    it('publishes nothing that changed, was published, or supersedes something else', async () => {
      const standards = await open();
      expect(await standards.publish(published(), { before: draft() })).toEqual(changed);
      await standards.saveDraft(draft());
      expect(await standards.publish(published(1, 'Lain'), { before: draft(1, 'Lain') })).toEqual(changed);
      expect(await standards.publish(published(), { before: draft(), superseding: superseded(7) })).toEqual(
        changed,
      );
      await standards.publish(published(), { before: draft() });
      expect(await standards.publish(published(), { before: draft() })).toEqual(changed);
      await standards.saveDraft(draft(2));
      expect(await standards.publish(published(2), { before: draft(2) })).toEqual(changed);
      expect((await standards.find(STANDARD, 2))?.state).toBe('draft');
    });

    it('shows where a version in preparation stands, and replaces only what was loaded', async () => {
      const standards = await open();
      await standards.saveDraft(draft());
      const consultation = { from: '2026-03-02', until: '2026-03-16' };
      const consulted = { ...draft(), state: 'consultation' as const, consultation };
      expect(await standards.saveDraft(consulted, draft())).toEqual(done);
      expect(await standards.list()).toEqual([{ ...words, draft: 1, stage: 'consultation', consultation }]);
      expect(await standards.saveDraft(draft(1, 'Lain'), draft())).toEqual(changed);
      const running = { decision: 'stay' as const };
      const schedule = { publishOn: '2026-04-01', running };
      const scheduled = { ...draft(), state: 'scheduled' as const, schedule };
      expect(await standards.saveDraft(scheduled, consulted)).toEqual(done);
      expect(await standards.list()).toEqual([
        { ...words, draft: 1, stage: 'scheduled', publishOn: '2026-04-01' },
      ]);
      await expect(standards.getPinned(refOf(draft()))).rejects.toThrow(/not kept/);
      expect(await standards.publish(published(), { before: consulted })).toEqual(changed);
      expect(await standards.publish(published(), { before: scheduled })).toEqual(done);
    });

    it('takes a published version away, once, and publishes the next after it', async () => {
      const standards = await open();
      await standards.saveDraft(draft());
      await standards.publish(published(), { before: draft() });
      const withdrawn = { ...published(), state: 'withdrawn' as const };
      expect(await standards.withdraw(withdrawn)).toEqual(done);
      expect(await standards.withdraw(withdrawn)).toEqual(changed);
      expect(await standards.list()).toEqual([{ ...words, withdrawn: refOf(draft()) }]);
      expect(await standards.getPinned(refOf(draft()))).toMatchObject({ version: 1 });
      await standards.saveDraft(draft(2));
      expect(await standards.publish(published(2), { before: draft(2) })).toEqual(done);
      expect(await standards.list()).toEqual([{ ...words, published: refOf(draft(2)) }]);
    });

    it('keeps how far the cases of earlier versions have come, and refuses what was read before', async () => {
      const standards = await open();
      await standards.saveDraft(draft());
      const move = {
        to: refOf(draft()),
        reason: 'Janji menjadi lebih cepat.',
        by: { id: staffIdOf(1), name: 'Pengelola Uji' },
        at: minute(1),
        moved: 0,
        stayed: 0,
        done: false,
        revision: 1,
      };
      await standards.publish(published(), { before: draft(), move });
      expect(await standards.list()).toMatchObject([{ moving: move }]);
      const further = { ...move, moved: 2, after: 'x', revision: 2 };
      expect(await standards.saveMove(further, 1)).toEqual(done);
      expect(await standards.saveMove(further, 1)).toEqual(changed);
      expect(await standards.saveMove(move, undefined)).toEqual(changed);
      expect(await standards.list()).toMatchObject([{ moving: further }]);
    });

    it('keeps the template that an adopted standard is compared with', async () => {
      const standards = await open();
      expect(await standards.findTemplate(STANDARD)).toBeUndefined();
      await standards.saveTemplate(STANDARD, aStandard());
      await standards.saveTemplate(STANDARD, aStandard({ title: 'Lain' }));
      expect(await standards.findTemplate(STANDARD)).toMatchObject({ title: 'Lain' });
    });

    it('lists standards by their ids', async () => {
      const standards = await open();
      for (const id of ['zakat', 'bantuan', 'kartu'])
        await standards.saveDraft(aVersion({ standard: aStandard({ id: StandardId.parse(id) }) }));
      expect((await standards.list()).map(({ id }) => id)).toEqual(['bantuan', 'kartu', 'zakat']);
    });

    it('throws for a pinned version that is absent, a draft, or of another content', async () => {
      const standards = await open();
      await expect(standards.getPinned(refOf(draft()))).rejects.toThrow(/not kept/);
      await standards.saveDraft(draft());
      await expect(standards.getPinned(refOf(draft()))).rejects.toThrow(/not kept/);
      await standards.publish(published(), { before: draft() });
      await expect(standards.getPinned({ ...refOf(draft()), hash: hashOf('other') })).rejects.toThrow(
        /not kept/,
      );
    });

    it('says that a standard is too large instead of failing to write it', async () => {
      const standards = await open();
      const large = draft(1, 'x'.repeat(310 * 1024));
      expect(await standards.saveDraft(large)).toEqual({ ok: false, error: 'too-large' });
      expect(await standards.find(STANDARD, 1)).toBeUndefined();
      expect(await standards.saveDraft(draft(1, 'x'.repeat(280 * 1024)))).toEqual(done);
    });
  });
}

// What every store of filings and documents promises.
import { StaffId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { aDocument, aFiling } from '../builders/a-filing.ts';
import { caseIdOf, documentIdOf } from '../builders/ids.ts';
import type { FixedClock } from '../fixed-clock.ts';
import type { CaseStores } from './case-store.ts';

const done = { ok: true, value: undefined };
const DAY = 24 * 60 * 60 * 1000;

export function fileStoresContract(
  name: string,
  open: () => Promise<Pick<CaseStores, 'filings' | 'documents'> & { readonly clock: FixedClock }>,
): void {
  describe(`filing store: ${name}`, () => {
    it('gives back a filing with the documents expected for it', async () => {
      const { filings, documents } = await open();
      await filings.save(aFiling(1), undefined);
      await documents.expect(aDocument(1, 2));
      await documents.expect(aDocument(1, 1));
      await documents.expect(aDocument(2, 3));
      expect(await filings.find(caseIdOf(1))).toEqual({
        filing: aFiling(1),
        documents: [aDocument(1, 1), aDocument(1, 2)],
      });
      expect(await filings.find(caseIdOf(2))).toBeUndefined();
    });

    it('writes one revision over the one before it, and over no other', async () => {
      const { filings } = await open();
      const refused = { ok: false, error: 'changed-meanwhile' };
      expect(await filings.save(aFiling(1), 3)).toEqual(refused);
      expect(await filings.save(aFiling(1), undefined)).toEqual(done);
      expect(await filings.save(aFiling(1), undefined)).toEqual(refused);
      expect(await filings.save(aFiling(1, { revision: 2, channel: 'counter' }), 1)).toEqual(done);
      expect(await filings.save(aFiling(1, { revision: 2 }), 1)).toEqual(refused);
      expect((await filings.find(caseIdOf(1)))?.filing.channel).toBe('counter');
    });

    it('knows what a member of staff began, until it is dropped', async () => {
      const { filings } = await open();
      const by = StaffId.parse('staff-1');
      await filings.save(aFiling(1, { by }), undefined);
      await filings.save(aFiling(2, { by }), undefined);
      await filings.save(aFiling(3, { by: StaffId.parse('staff-2') }), undefined);
      await filings.save(aFiling(4), undefined);
      expect(await filings.begunBy(by)).toEqual([caseIdOf(1), caseIdOf(2)].sort());
      expect(await filings.drop(aFiling(1, { by, revision: 2 }))).toEqual({
        ok: false,
        error: 'changed-meanwhile',
      });
      expect(await filings.drop(aFiling(1, { by }))).toEqual(done);
      expect(await filings.begunBy(by)).toEqual([caseIdOf(2)]);
      expect(await filings.find(caseIdOf(1))).toBeUndefined();
    });

    it('opens a filing that was left to no session, and takes nothing for it any more', async () => {
      const { filings } = await open();
      await filings.save(aFiling(1), undefined);
      const { sessionIndex: _none, ...left } = aFiling(1);
      await filings.leave(caseIdOf(1));
      await filings.leave(caseIdOf(1));
      expect((await filings.find(caseIdOf(1)))?.filing).toEqual({ ...left, revision: 2 });
      for (const before of [1, 2])
        expect(await filings.save(aFiling(1, { revision: before + 1 }), before)).toEqual({
          ok: false,
          error: 'changed-meanwhile',
        });
      await filings.leave(caseIdOf(2));
      expect(await filings.find(caseIdOf(2))).toBeUndefined();
    });

    it('drops a filing that was left as it is found, and not as it was before', async () => {
      const { filings } = await open();
      await filings.save(aFiling(1), undefined);
      await filings.leave(caseIdOf(1));
      expect(await filings.drop(aFiling(1))).toEqual({ ok: false, error: 'changed-meanwhile' });
      const left = (await filings.find(caseIdOf(1)))?.filing;
      expect(left && (await filings.drop(left))).toEqual(done);
      expect(await filings.find(caseIdOf(1))).toBeUndefined();
    });

    it('keeps what the counter adds to a filing', async () => {
      const { filings } = await open();
      const { sessionIndex: _none, ...filing } = aFiling(1, {
        by: StaffId.parse('staff-1'),
        papers: ['family-card'],
        receivedOnPaper: { date: '2026-02-03', time: '09:15', reason: 'powerCut' },
        about: caseIdOf(9),
      });
      await filings.save(filing, undefined);
      expect((await filings.find(caseIdOf(1)))?.filing).toEqual(filing);
    });

    it('forgets a filing 30 days after it was last saved', async () => {
      const { filings, clock } = await open();
      await filings.save(aFiling(1), undefined);
      clock.advance(29 * DAY);
      await filings.save(aFiling(1, { revision: 2 }), 1);
      clock.advance(29 * DAY);
      expect(await filings.find(caseIdOf(1))).toBeDefined();
      clock.advance(2 * DAY);
      expect(await filings.find(caseIdOf(1))).toBeUndefined();
    });
  });

  describe(`document store: ${name}`, () => {
    it('moves an expected document forward once', async () => {
      const { documents } = await open();
      await documents.expect(aDocument(1, 1));
      const accepted = aDocument(1, 1, { state: 'accepted', contentType: 'image/jpeg', bytes: 9 });
      expect(await documents.settle(accepted)).toEqual(done);
      const rejected = aDocument(1, 1, { state: 'rejected', rejection: 'damaged' });
      expect(await documents.settle(rejected)).toEqual({ ok: false, error: 'not-expected' });
      expect(await documents.find(caseIdOf(1), documentIdOf(1))).toEqual(accepted);
    });

    it('settles nothing that was never expected, or was expected in another case', async () => {
      const { documents } = await open();
      await documents.expect(aDocument(1, 1));
      const stranger = aDocument(2, 1, { state: 'accepted' });
      expect(await documents.settle(stranger)).toEqual({ ok: false, error: 'not-expected' });
      expect(await documents.find(caseIdOf(2), documentIdOf(1))).toBeUndefined();
    });

    it('expects a document once', async () => {
      const { documents } = await open();
      await documents.expect(aDocument(1, 1));
      await expect(documents.expect(aDocument(1, 1))).rejects.toThrow();
    });
  });
}

import type { ExaminedUpload, FoundSignature } from '@layan/domain/document/examined-upload';
import { DocumentId, InstantText } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { caseIdOf } from '@layan/testing/builders/ids';
import { type LetterFacts, letterDesk, letterId } from '@layan/testing/scenes/letter-desk';
import { expect, it } from 'vitest';
import type { DocumentRecord } from '../ports/documents.ts';
import { signedUploadViews } from './signed-uploads.ts';

const hash = ContentHash.parse('1'.repeat(64));
const good: FoundSignature = {
  ...{ subject: 'CN=Pejabat Uji Satu', issuer: 'CN=OSD LU Kelas 2', valid: true, bsre: true },
  signedAt: InstantText.parse('2026-02-10T02:30:00.000Z'),
};

async function viewsOf(
  examined: Partial<ExaminedUpload> | undefined,
  method: LetterFacts['method'] = 'certificate',
  over: { bsre?: boolean; outside?: boolean; state?: DocumentRecord['state'] } = {},
) {
  const { record, prepared } = await letterDesk({ state: 'frozen', method });
  const { bsre = true, outside = false, state = 'accepted' } = over;
  const document: DocumentRecord = {
    id: DocumentId.parse('0'.repeat(26)),
    caseId: caseIdOf(1),
    requirement: 'signed:surat-uji',
    state,
    of: { document: letterId, prepared: prepared.sha256 },
    ...(examined && { examined: { sha256: hash, bytes: 1, of: prepared.sha256, ...examined } }),
    createdAt: InstantText.parse('2026-02-10T02:30:00.000Z'),
  };
  const stranger = { ...document, of: { document: 'x', prepared: prepared.sha256 } };
  const documents = [document, stranger];
  return signedUploadViews(record, { documents, zone: 'Asia/Jakarta', bsre, outside });
}

it('shows of a good one who signed, when, and that it is the same letter', async () => {
  const views = await viewsOf({ signatures: [good], matches: 'same' });
  expect(views).toEqual([
    {
      id: '0'.repeat(26),
      state: 'accepted',
      signatures: [
        {
          ...{ subject: 'CN=Pejabat Uji Satu', issuer: 'CN=OSD LU Kelas 2', valid: true, bsre: true },
          signed: expect.stringContaining('10 Februari 2026'),
        },
      ],
      same: true,
    },
  ]);
});

it.each([
  ['of another content', { signatures: [good], matches: 'altered' }, 'berbeda dari surat yang disiapkan'],
  ['without a signature', {}, 'belum memuat tanda tangan'],
  ['not by BSrE', { signatures: [{ ...good, bsre: false }], matches: 'same' }, 'bukan dari BSrE'],
  ['changed afterwards', { signatures: [{ ...good, valid: false, fault: 'content' }] }, 'berubah sesudah'],
  ['of a letter made out anew since', { signatures: [good], matches: 'same', of: hash }, 'dibuat ulang'],
  ['with the code of another letter', { codes: ['x'] }, 'kode surat lain'],
] satisfies [string, Partial<ExaminedUpload>, string][])(
  'says why one %s cannot be taken',
  async (_what, found, why) => {
    const views = await viewsOf(found);
    expect(views[0]?.problem).toContain(why);
  },
);

it('takes a scan as it is, and tells whether its code was read', async () => {
  expect((await viewsOf({ codes: [letterId] }, 'ink'))[0]).toMatchObject({ code: 'this' });
  const unread = (await viewsOf({ codes: [] }, 'ink'))[0];
  expect([unread?.code, unread?.problem]).toEqual(['none', undefined]);
});

it('looks closely at a signed file from outside, and asks no BSrE of it', async () => {
  const borrowed = [{ ...good, bsre: false }];
  const outside = { outside: true };
  expect(
    (await viewsOf({ signatures: borrowed, matches: 'same' }, 'ink', outside))[0]?.problem,
  ).toBeUndefined();
  expect((await viewsOf({ signatures: borrowed, matches: 'altered' }, 'ink', outside))[0]?.problem).toContain(
    'berbeda',
  );
});

it('says that one was rejected, and nothing of one that did not arrive', async () => {
  expect((await viewsOf(undefined, 'ink', { state: 'rejected' }))[0]?.problem).toContain(
    'tidak dapat dibaca',
  );
  expect((await viewsOf(undefined, 'ink', { state: 'expected' }))[0]?.problem).toBeUndefined();
});

it.each([
  ['of a letter made out anew since', { of: hash, codes: [letterId] }, 'dibuat ulang'],
  ['that is the letter without a signature', 'as drawn', 'belum ditandatangani'],
] as const)('says what is wrong with a scan %s', async (_, examined, words) => {
  const { prepared } = await letterDesk({ state: 'frozen', method: 'ink' });
  const found = examined === 'as drawn' ? { sha256: prepared.sha256 } : { ...examined, codes: [letterId] };
  const [view] = await viewsOf(found, 'ink');
  expect(view?.problem).toContain(words);
});

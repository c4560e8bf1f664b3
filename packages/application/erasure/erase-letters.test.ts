// Letters hold names: whatever was drawn for a case, or came back for it, goes with the case.
import { createHash } from 'node:crypto';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { aJpeg, aPng } from '@layan/testing/builders/scans';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { pdf, signingScene } from '@layan/testing/scenes/signing-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeFireDue } from '../case/fire-due.ts';
import { makeCheckDocument } from '../document/check-document.ts';
import { makeChooseSignatory } from '../letter/choose-signatory.ts';
import { makePrepareDocuments } from '../letter/prepare-documents.ts';
import { makePrepareLetterUpload } from '../letter/prepare-letter-upload.ts';
import type { Examine } from '../ports/examination.ts';
import type { LetterFiles } from '../ports/letters.ts';
import type { Membership } from '../ports/staff.ts';
import { makeDestroyDue } from '../privacy/destroy-due.ts';
import { makePlanRetention } from '../privacy/plan-retention.ts';
import { makeEraseCase } from './erase-case.ts';
import { makeFinishErasures } from './finish-erasures.ts';

const halfAnHour = 1_800_000;
const day = 86_400_000;

async function desk() {
  const scene = await signingScene({ letters: { unitCode: '427.64', signing: 'ink' } });
  const { memory, ports, worker, people } = scene;
  const kept: string[] = [];
  const letters: LetterFiles = {
    ...memory.letters,
    keep: async (file) => {
      const done = await memory.letters.keep(file);
      kept.push(`${file.caseId}/${done.sha256}`);
      return done;
    },
  };
  const id = await scene.frozen(1);
  const draw = (text: string, through = letters) =>
    makePrepareDocuments({ ...worker, letters: through, drawLetter: async () => pdf(text) })({ caseId: id });
  /** What the chief sends for the signed copy. */
  const send = async (bytes: Uint8Array) => {
    const letter = await scene.letterOf(id);
    const asked = { member: people.chief, caseId: id, letter: letter.id };
    const { documentId } = valueIn(await makePrepareLetterUpload(ports)(asked));
    memory.scans.arrive(id, documentId, bytes);
    const examine: Examine = async ({ bytes: read }) => ({
      sha256: ContentHash.parse(createHash('sha256').update(read).digest('hex')),
      ...{ bytes: read.length, codes: [letter.id] },
    });
    const checked = await makeCheckDocument({ ...ports, letters, examine })({ caseId: id, documentId });
    if (checked.outcome !== 'accepted') throw new Error(checked.outcome);
    return { documentId, sha256: checked.examined?.sha256 };
  };
  /** The letter goes back and is cancelled, the applicant withdraws, and the case is erased. */
  const erase = async (signatory: Membership = people.chief) => {
    await scene.mustStep(id, signatory, ['sign', 'redo'], { note: 'Salah nama.' });
    const [withdrawal] = scene.version.standard.process.interruptions;
    if (!withdrawal) throw new Error('nobody may withdraw');
    valueIn(await scene.run(id, { type: 'interrupt', interruption: withdrawal.id }, { party: 'applicant' }));
    const mayErase = async () => undefined;
    valueIn(await makeEraseCase(ports)({ caseId: id, by: { party: 'system' }, mayErase }));
  };
  const caseFiles = memoryCaseFiles();
  const finish = makeFinishErasures({ ...ports, caseFiles });
  return { ...scene, id, letters, kept, draw, send, erase, caseFiles, finish };
}

describe('the letters of an erased case', () => {
  it('all go: what was drawn for another signatory, the wrong copy, and what was cancelled', async () => {
    const s = await desk();
    await s.draw('surat untuk kepala');
    await s.send(aPng());
    await s.isAway(s.people.chief, '2026-01-01', '2026-12-31');
    const { seq: expectedSeq } = (await s.found(s.id)).snapshot;
    const { id: letterId } = await s.letterOf(s.id);
    const input = { member: s.people.chief, caseId: s.id, letterId, to: s.people.deputy.id, expectedSeq };
    valueIn(await makeChooseSignatory(s.ports)(input));
    await s.draw('surat untuk wakil');
    await s.erase(s.people.deputy);
    expect(new Set(s.kept).size).toBe(3);
    await s.finish();
    expect(s.caseFiles.removed).toEqual(expect.arrayContaining(s.kept));
  });

  it('go where the function ended before it noted what it had drawn', async () => {
    const s = await desk();
    const keep: LetterFiles['keep'] = async (file) => {
      await s.letters.keep(file);
      throw new Error('the power went');
    };
    await expect(s.draw('surat tanpa catatan', { ...s.letters, keep })).rejects.toThrow('the power went');
    await s.draw('surat yang tercatat');
    await s.erase();
    await s.finish();
    expect(s.kept).toHaveLength(2);
    expect(s.caseFiles.removed).toEqual(expect.arrayContaining(s.kept));
  });

  it('go where one was drawn while the case was erased, and are forgotten then', async () => {
    const s = await desk();
    await s.draw('surat');
    await s.erase();
    await s.finish();
    await s.letters.keep({ caseId: s.id, bytes: pdf('surat yang terlambat') });
    const late = s.kept.at(-1);
    await s.finish();
    expect(s.caseFiles.removed).not.toContain(late);
    s.clock.advance(halfAnHour);
    await s.finish();
    expect(s.caseFiles.removed).toContain(late);
    expect(await s.ports.erasing.letters(s.id)).toEqual([]);
  });
});

describe('the letters of a case whose scans are destroyed', () => {
  it('go where they were sent and not used; what was drawn and what was signed is the case’s own', async () => {
    const s = await desk();
    await s.draw('surat');
    const wrong = await s.send(aPng());
    const right = await s.send(aJpeg());
    await s.mustStep(s.id, s.people.chief, ['sign', 'sign'], { signature: { document: right.documentId } });
    s.clock.advance(200 * day);
    await makeFireDue(s.ports)({});
    await makePlanRetention(s.ports)({ caseId: s.id });
    s.clock.advance(2 * 366 * day);
    const destroy = makeDestroyDue({ ...s.ports, caseFiles: s.caseFiles });
    expect(await destroy()).toMatchObject({ destroyed: 1 });
    expect(s.caseFiles.removed).toEqual([`${s.id}/${wrong.documentId}`, `${s.id}/${wrong.sha256}`]);
    const left = (await s.ports.erasing.letters(s.id)).map(({ sha256 }) => `${s.id}/${sha256}`);
    expect(new Set(left)).toEqual(new Set([s.kept[0], `${s.id}/${right.sha256}`]));
  });
});

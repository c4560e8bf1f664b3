// A letter as the queue draws it and as the counter copies it, with the real drawing: a copy says what the letter says.
import { makePrepareDocuments } from '@layan/application/letter/prepare-documents';
import { makePrintLetter } from '@layan/application/letter/print-letter';
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import { renderLetter } from '@layan/rendering/render-letter';
import { people, signingScene } from '@layan/testing/scenes/signing-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';

const { chief, writer } = people;

async function signed() {
  const scene = await signingScene();
  const id = await scene.frozen(1);
  await makePrepareDocuments({ ...scene.worker, drawLetter: renderLetter })({ caseId: id });
  await scene.mustStep(id, chief, ['sign', 'sign']);
  const marks: LetterArtwork['mark'][] = [];
  const drawLetter = (artwork: LetterArtwork & Parameters<typeof renderLetter>[0]) => {
    marks.push(artwork.mark);
    return renderLetter(artwork);
  };
  const printing = { drawLetter, keep: async ({ fileName }: { fileName: string }) => fileName };
  const { id: letterId } = await scene.letterOf(id);
  const print = async () =>
    valueIn(await makePrintLetter({ ...scene.worker, printing })({ member: writer, caseId: id, letterId }))
      .kind;
  return { ...scene, print, marks };
}

it('copies a letter that would be drawn the same today', async () => {
  const { print, marks } = await signed();
  expect([await print(), await print(), await print()]).toEqual(['original', 'copy', 'copy']);
  expect(marks).toContainEqual({ kind: 'copy', number: 3 });
});

it('gives out the signed file again once the signatory has another title', async () => {
  const { print, ports } = await signed();
  expect(await print()).toBe('original');
  const now = await ports.staff.find(chief.id);
  if (!now?.official) throw new Error('nobody signs');
  const official = { ...now.official, position: 'Asisten Sekretaris Daerah' };
  await ports.staff.save({ ...now, official, revision: now.revision + 1 }, now.revision);
  expect(await print()).toBe('original');
});

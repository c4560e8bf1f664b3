// A name in letters that no face of ours has would keep the annex of everybody from being drawn.
import { proposalBatch } from '@layan/domain/testing/a-batch';
import { letterDesign, letterService } from '@layan/domain/testing/a-letter-service';
import { ticketOf } from '@layan/testing/builders/ids';
import { batchScene, west, westOperator } from '@layan/testing/scenes/batch-scene';
import { describe, expect, it } from 'vitest';
import { makeDecideLines } from './decide-lines.ts';

const design = letterService.process.products.find(({ letter }) => letter);
if (!design) throw new Error('no letter');
/** The same batch with a document that lists its lines so. */
const listing = (...values: readonly string[]) => ({
  ...proposalBatch,
  process: {
    ...proposalBatch.process,
    products: [
      {
        ...design,
        letter: {
          ...letterDesign,
          body: [{ lines: values.map((value) => ({ label: value, value })) }],
        },
      },
    ],
  },
});
const javanese = 'Warga ꦮꦫꦒ';

const gathered = async (values: readonly string[], names: readonly string[]) => {
  const scene = await batchScene(listing(...values));
  for (const [at, name] of names.entries()) await scene.propose(at + 1, west, name);
  const started = await scene.tryStart();
  return started.ok ? started.value.lines : started.error;
};

describe('cases with letters that cannot be printed', () => {
  it('are not gathered where a document lists them, and are told by their tickets', async () => {
    expect(await gathered(['@no', 'name'], ['Warga Uji', javanese, 'Ṣalāḥ O’Uji'])).toEqual({
      code: 'cases-unprintable',
      tickets: [ticketOf(2)],
      characters: ['ꦮ', 'ꦫ', 'ꦒ'],
    });
  });

  it('are gathered where no document names them', async () => {
    expect(await gathered(['@no', 'nik'], ['Warga Uji', javanese])).toBe(2);
  });
});

describe('a note with letters that cannot be printed', () => {
  const noted = async (...values: readonly string[]) => {
    const scene = await batchScene(listing(...values));
    const lines = await scene.proposeAll(1, 1);
    const caseId = await scene.start();
    await scene.fanOut(caseId);
    const decided = await makeDecideLines(scene.ports)({
      ...{ member: westOperator, caseId, step: 'deliberate' },
      expectedSeq: (await scene.found(caseId)).snapshot.seq,
      decisions: lines.map((line) => ({ caseId: line, decision: 'worthy', note: 'Layak ✓' })),
    });
    return decided.ok ? 'ok' : decided.error;
  };

  it('is refused where it stands on a document, and taken where it does not', async () => {
    expect(await noted('name', '@note')).toEqual({ code: 'note-unprintable', characters: ['✓'] });
    expect(await noted('name')).toBe('ok');
  });
});

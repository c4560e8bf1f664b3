// Reads a spreadsheet apart from the page: a file that takes too long is given up, and the page goes on.
import { readSheet } from './read-sheet.ts';
import { type Sheet, type SheetProblem, SheetRefusal } from './sheet.ts';

export type SheetAnswer = { readonly sheet: Sheet } | { readonly problem: SheetProblem };

const answer = (bytes: Uint8Array): SheetAnswer => {
  try {
    return { sheet: readSheet(bytes) };
  } catch (error) {
    return { problem: error instanceof SheetRefusal ? error.problem : 'unreadable' };
  }
};

self.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  self.postMessage(answer(new Uint8Array(data)));
});

// What documents of a batch print of each line: columns by their fact, and the note of a decision.
import type { Process } from '../standard/process.ts';
import { blocksOf } from './template-parts.ts';

/** Each once: "name", "nik", "@note". */
export const printedOfLines = ({ products }: Pick<Process, 'products'>): ReadonlySet<string> =>
  new Set(
    products
      .flatMap(({ letter }) => (letter ? blocksOf(letter) : []))
      .flatMap((block) => ('lines' in block ? block.lines.map(({ value }) => value) : [])),
  );

// What the flowchart shows, as a list of sentences: one for each row, then what may happen at any moment, then the endings.
import type { Standard } from '@layan/domain/standard/standard';
import { flowOf } from './flow/flow.ts';
import { flowInWords } from './flow/flow-in-words.ts';

export const flowchartInWords = (standard: Standard): readonly string[] =>
  flowInWords(standard, flowOf(standard));

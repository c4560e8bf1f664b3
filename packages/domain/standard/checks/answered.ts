// Which sentences somebody has taken note of: elements of the process that cite them, readings that interpret them.
import { citedBy, elementsOf } from '../lookup.ts';
import type { Standard } from '../standard.ts';

/** Sentences that a reading interprets: whoever sets the standard knows of them. */
export const readSentences = ({ readings }: Standard): ReadonlySet<string> =>
  new Set(readings.flatMap(({ cites }) => cites));

export const answeredSentences = (standard: Standard): ReadonlySet<string> =>
  new Set([
    ...elementsOf(standard.process).flatMap(({ basis }) => citedBy(basis)),
    ...readSentences(standard),
  ]);

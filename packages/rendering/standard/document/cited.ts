// Why an element of the process is there: the official sentence quoted, or the reading named.
import type { Basis } from '@layan/domain/standard/basis';
import { componentNames } from '@layan/domain/standard/component-names';
import { sentencesOf } from '@layan/domain/standard/lookup';
import type { Standard } from '@layan/domain/standard/standard';
import { type Markup, markup } from '../markup.ts';

export const quoted = (standard: Standard, ids: readonly string[]): readonly Markup[] => {
  const sentences = sentencesOf(standard);
  return ids.flatMap((id) => {
    const found = sentences.find(({ sentence }) => sentence.id === id);
    if (!found) return [];
    const { component, sentence } = found;
    return [
      markup`<q>${sentence.text}</q> <span class="ket">(${componentNames[component.key]}${sentence.label === undefined ? undefined : ` ${sentence.label}`})</span>`,
    ];
  });
};

export const readingNumber = ({ readings }: Standard, id: string): number =>
  readings.findIndex((reading) => reading.id === id) + 1;

/** For the last column of a table. */
export const cited = (standard: Standard, basis: Basis): Markup => {
  const reading =
    'inferred' in basis && readingNumber(standard, basis.inferred) > 0
      ? markup`<a class="tafsiran-rujukan" href="#tafsiran-${basis.inferred}">Tafsiran ${readingNumber(standard, basis.inferred)}</a>`
      : undefined;
  const quotes = quoted(standard, basis.cites ?? []);
  return markup`${quotes.map((quote) => markup`<p>${quote}</p>`)}${reading && markup`<p>${reading}</p>`}`;
};

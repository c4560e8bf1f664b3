// Why an element of the process is there: the official sentence quoted, or the reading named.
import type { Basis } from '@layan/domain/standard/basis';
import { componentNames } from '@layan/domain/standard/component-names';
import { sentencesOf } from '@layan/domain/standard/lookup';
import type { Standard } from '@layan/domain/standard/standard';
import { type Markup, markup } from '../markup.ts';

interface Found {
  readonly id: string;
  readonly text: string;
  /** "Prosedur 2.3", a place a reader can find. */
  readonly name: string;
}

const found = (standard: Standard, ids: readonly string[]): readonly Found[] => {
  const sentences = sentencesOf(standard);
  return ids.flatMap((id) => {
    const placed = sentences.find(({ sentence }) => sentence.id === id);
    if (!placed) return [];
    const { component, sentence } = placed;
    const number = /[\p{L}\d]/u.test(sentence.label ?? '')
      ? `${sentence.label?.replace(/[.)]+$/, '')}`
      : `kalimat ${component.sentences.indexOf(sentence) + 1}`;
    const name = component.sentences.includes(sentence)
      ? `${componentNames[component.key]} ${number}`
      : `${componentNames[component.key]}, bunyi lain`;
    return [{ id, text: sentence.text, name }];
  });
};

/** Where the sentences stand, for those who want to read them there. */
export const sentenceNames = (standard: Standard, ids: readonly string[]): readonly Markup[] =>
  found(standard, ids).map(
    ({ id, name }, at) => markup`${at === 0 ? '' : '; '}<a href="#kalimat-${id}">${name}</a>`,
  );

const quoted = (standard: Standard, ids: readonly string[]): readonly Markup[] =>
  found(standard, ids).map(
    ({ text, name }) => markup`<p><q>${text}</q> <span class="ket">(${name})</span></p>`,
  );

export const readingNumber = ({ readings }: Standard, id: string): number =>
  readings.findIndex((reading) => reading.id === id) + 1;

/** For the last column of a table. */
export const cited = (standard: Standard, basis: Basis): Markup => {
  const reading =
    'inferred' in basis && readingNumber(standard, basis.inferred) > 0
      ? markup`<a class="tafsiran-rujukan" href="#tafsiran-${basis.inferred}">Tafsiran ${readingNumber(standard, basis.inferred)}</a>`
      : undefined;
  const quotes = quoted(standard, basis.cites ?? []);
  return markup`${quotes}${reading && markup`<p>${reading}</p>`}`;
};

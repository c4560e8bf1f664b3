// Markup from pieces: whatever is not markup already is text, so nothing in a standard can become a tag.

/** Text that may stand in a document as it is. */
export interface Markup {
  readonly markup: string;
}

type Piece = string | number | Markup | undefined | readonly Piece[];

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const forbidden = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffe || code === 0xffff;

/** Characters that no XML document may hold would make an SVG unreadable as a whole. */
const withoutControls = (text: string): string =>
  [...text.toWellFormed()].filter((character) => !forbidden(character.codePointAt(0) ?? 0)).join('');

export const escapeText = (text: string): string =>
  withoutControls(text).replace(/[&<>"']/g, (character) => replacements[character] ?? character);

const isList = (piece: Piece): piece is readonly Piece[] => Array.isArray(piece);

const spell = (piece: Piece): string => {
  if (piece === undefined) return '';
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return String(piece);
  return isList(piece) ? piece.map(spell).join('') : piece.markup;
};

/** Template tag: strings are escaped, markup stays, lists are joined, `undefined` leaves nothing. */
export const markup = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  markup: parts.reduce((text, part, at) => `${text}${part}${spell(pieces[at])}`, ''),
});

/** Pieces joined with line ends, so that the source of a document can be read and compared. */
export const lines = (pieces: readonly (Markup | undefined)[]): Markup => ({
  markup: pieces.flatMap((piece) => (piece && piece.markup !== '' ? [piece.markup] : [])).join('\n'),
});

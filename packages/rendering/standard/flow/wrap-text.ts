// Breaks text into lines of a given width without a browser. Widths are those of Arial, with room for a wider stand-in.

const narrow = new Set('iljtfrI.,:;\'|!()[] -/“”‘’"');
const wide = new Set('mwMW@%—…');

const SPARE = 1.1;

const characterWidth = (character: string): number => {
  if (narrow.has(character)) return 0.34;
  if (wide.has(character)) return 0.87;
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x2e7f) return 1.05;
  return character >= 'A' && character <= 'Z' ? 0.69 : 0.555;
};

/** Width of a text in the unit of `size`, on the safe side. */
export const textWidth = (text: string, size: number): number => {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size * SPARE;
};

/** A word that is wider than a line is cut where the line ends. */
const cutWord = (word: string, size: number, width: number): string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(`${piece}${character}`, size) > width) {
      pieces.push(piece);
      piece = character;
    } else piece += character;
  }
  return [...pieces, piece];
};

export const wrapText = (text: string, size: number, width: number): readonly string[] => {
  const words = text
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => (textWidth(word, size) > width ? cutWord(word, size, width) : [word]));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length === 0 ? [''] : lines;
};

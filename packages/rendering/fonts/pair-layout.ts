// Letters side by side with the kerning of their pairs, each pair asked of fontkit once. Latin text needs no more, and
// fontkit's own layout, which looks through every rule of the font for every word, took half the time of a card.
import type { Font } from 'fontkit';

type Run = ReturnType<Font['layout']>;
type Letter = Run['glyphs'][number];

const withoutLayout = { yAdvance: 0, xOffset: 0, yOffset: 0 };

/** The same font, laid out by pairs. */
export function laidOutByPairs(font: Font): Font {
  const letters = new Map<string, Letter>();
  const kernings = new Map<string, number>();

  const letterOf = (character: string): Letter => {
    const known = letters.get(character);
    if (known !== undefined) return known;
    const letter = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    letters.set(character, letter);
    return letter;
  };
  const kerningOf = (left: string, right: string): number => {
    const pair = left + right;
    const known = kernings.get(pair);
    if (known !== undefined) return known;
    const { glyphs, advanceWidth } = font.layout(pair);
    // A pair that becomes one letter stays two here: text that is copied or searched keeps its letters.
    const kerning =
      glyphs.length === 2 ? advanceWidth - letterOf(left).advanceWidth - letterOf(right).advanceWidth : 0;
    kernings.set(pair, kerning);
    return kerning;
  };

  const layout = (text: string): Pick<Run, 'glyphs' | 'positions' | 'advanceWidth'> => {
    const characters = [...text];
    const glyphs = characters.map(letterOf);
    const positions = characters.map((character, index) => {
      const next = characters[index + 1];
      const kerning = next === undefined ? 0 : kerningOf(character, next);
      return { ...withoutLayout, xAdvance: (glyphs[index]?.advanceWidth ?? 0) + kerning };
    });
    return {
      glyphs,
      positions,
      // Asked again after pdfkit has scaled the positions, as fontkit's own is.
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      },
    };
  };
  return Object.create(font, { layout: { value: layout } });
}

// A font whose spaces can be widened, for lines that reach both margins. pdfkit would leave the spaces out of such lines,
// and who copies or listens to the text would get one long word.
import type { Font } from 'fontkit';

export interface StretchedFont {
  readonly font: Font;
  /** Adds so many units of the font to each space that is set from now on. */
  stretch(units: number): void;
}

export function stretched(base: Font): StretchedFont {
  let extra = 0;
  const layout = (text: string) => {
    const { glyphs, positions } = base.layout(text);
    const wider =
      extra === 0
        ? positions
        : positions.map((position, index) =>
            glyphs[index]?.codePoints[0] === 0x20
              ? { ...position, xAdvance: position.xAdvance + extra }
              : position,
          );
    return {
      glyphs,
      positions: wider,
      get advanceWidth() {
        return wider.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      },
    };
  };
  return {
    font: Object.create(base, { layout: { value: layout } }),
    stretch: (units) => {
      extra = units;
    },
  };
}

// A text in parts of one font each: nearly always one part, since few names have letters beyond Latin-1.
import { faces } from './faces.ts';

export interface FontRun {
  readonly text: string;
  readonly extended: boolean;
}

const PLAIN = /^[ -~]*$/;

const isPlain = (character: string): boolean =>
  PLAIN.test(character) || faces().regular.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

export function fontRuns(text: string): readonly FontRun[] {
  if (PLAIN.test(text)) return [{ text, extended: false }];
  const runs: { text: string; extended: boolean }[] = [];
  for (const character of text) {
    const extended = !isPlain(character);
    const last = runs.at(-1);
    if (last?.extended === extended) last.text += character;
    else runs.push({ text: character, extended });
  }
  return runs;
}

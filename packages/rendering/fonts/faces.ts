// The faces of every document, opened once: fontkit reads a font in ten times what a card takes to draw. Those with the
// further Latin letters (Ṣ, ā, Ł) are opened by the first text that has one.
import { create, type Font } from 'fontkit';
import { bold } from './bold.ts';
import { boldExtended } from './bold-extended.ts';
import { laidOutByPairs } from './pair-layout.ts';
import { regular } from './regular.ts';
import { regularExtended } from './regular-extended.ts';
import { unwrapWoff } from './unwrap-woff.ts';

export const FACES = ['regular', 'bold'] as const;
export type Face = (typeof FACES)[number];
type Faces = Readonly<Record<Face, Font>>;

function open(base64: string): Font {
  const font = create(unwrapWoff(Buffer.from(base64, 'base64')));
  if (!('layout' in font)) throw new Error('A collection of fonts where one font was expected.');
  return laidOutByPairs(font);
}

let opened: Faces | undefined;
let extended: Faces | undefined;

export function faces(): Faces {
  opened ??= { regular: open(regular), bold: open(bold) };
  return opened;
}

export function extendedFaces(): Faces {
  extended ??= { regular: open(regularExtended), bold: open(boldExtended) };
  return extended;
}

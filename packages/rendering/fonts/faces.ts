// The two faces of every document, opened once: fontkit reads a font in ten times what a card takes to draw.
import { create, type Font } from 'fontkit';
import { bold } from './bold.ts';
import { laidOutByPairs } from './pair-layout.ts';
import { regular } from './regular.ts';
import { unwrapWoff } from './unwrap-woff.ts';

export const FACES = ['regular', 'bold'] as const;
export type Face = (typeof FACES)[number];

function open(base64: string): Font {
  const font = create(unwrapWoff(Buffer.from(base64, 'base64')));
  if (!('layout' in font)) throw new Error('A collection of fonts where one font was expected.');
  return laidOutByPairs(font);
}

let opened: Readonly<Record<Face, Font>> | undefined;

export function faces(): Readonly<Record<Face, Font>> {
  opened ??= { regular: open(regular), bold: open(bold) };
  return opened;
}

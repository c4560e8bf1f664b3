// Colours of a card. The tenant's accent carries white text, so it is darkened until that can be read.
import { contrastOnWhite } from '@layan/domain/tenant/contrast';

export const INK = '#1c2128';
export const QUIET = '#56616d';
export const HAIRLINE = '#c9d0d7';
export const PAPER = '#ffffff';
export const CODE = '#000000';
/** Provisional cards: amber that is still seen as a grey field on a black and white printer. */
export const NOTE = '#ffe9b8';
export const NOTE_INK = '#4a3000';
export const WORTHLESS = '#c1121f';

const READABLE = 4.5;

const mix = (colour: string, other: number, share: number): string =>
  `#${[1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    .map((channel) => Math.round(channel * (1 - share) + other * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

export function readableAccent(accent: string): string {
  let colour = accent;
  while (contrastOnWhite(colour) < READABLE) colour = mix(colour, 0, 0.08);
  return colour;
}

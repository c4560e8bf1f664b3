// What a side of a card is made of, in millimetres from its upper left corner: laid out first, drawn later.
import type { Face } from '../fonts/faces.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextPiece {
  readonly kind: 'text';
  readonly box: Box;
  readonly lines: readonly string[];
  readonly face: Face;
  /** In points. */
  readonly size: number;
  readonly ink: string;
  readonly align?: 'left' | 'right';
}

export type Piece =
  | TextPiece
  | { readonly kind: 'area'; readonly box: Box; readonly ink: string; readonly radius?: number }
  | { readonly kind: 'crest'; readonly box: Box; readonly alt: string }
  | { readonly kind: 'code'; readonly box: Box; readonly text: string; readonly alt: string }
  | { readonly kind: 'mark'; readonly box: Box; readonly text: string };

/** ID-1 of ISO/IEC 7810, the size of every bank card. */
export const CARD: Box = { x: 0, y: 0, width: 85.6, height: 53.98 };

// What a document is made of before it has pages: atoms that are never broken, each of pieces placed from its upper left
// corner; their x counts from the edge of the paper.
import type { Box } from '../card/piece.ts';
import type { Face } from '../fonts/faces.ts';

/** What a screen reader is told. Pieces with the same element are one paragraph, also over two pages. */
export interface Element {
  readonly tag: 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  readonly parent?: Element;
  readonly alt?: string;
}

export interface LinePiece {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly face: Face;
  /** Points. */
  readonly size: number;
  /** Height of the line as a share of its size. */
  readonly leading: number;
  readonly ink: string;
  readonly align: 'left' | 'right' | 'center' | 'justify';
  readonly of: Element;
}

export type LetterPiece =
  | LinePiece
  | { readonly kind: 'rule'; readonly box: Box }
  | { readonly kind: 'crest'; readonly box: Box; readonly of: Element }
  | { readonly kind: 'code'; readonly box: Box; readonly text: string; readonly of: Element };

export interface Atom {
  readonly height: number;
  readonly pieces: readonly LetterPiece[];
  /** Space above, unless it begins a page. */
  readonly before?: number;
  /** Stands on the page of the next one. */
  readonly stick?: boolean;
  /** Drawn again where this one begins a page: headings of a table. */
  readonly repeat?: Atom;
  readonly newPage?: boolean;
}

export const moved = (piece: LetterPiece, down: number): LetterPiece =>
  'box' in piece
    ? { ...piece, box: { ...piece.box, y: piece.box.y + down } }
    : { ...piece, y: piece.y + down };

/** Keeps the last atoms with what follows. */
export const stickLast = (atoms: readonly Atom[], count: number): readonly Atom[] =>
  atoms.map((atom, index) => (index >= atoms.length - count ? { ...atom, stick: true } : atom));

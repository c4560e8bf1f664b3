// Paper, margins and sizes of a document, in millimetres and points.
import type { LetterText } from '@layan/domain/letter/letter-text';
import type { Measure } from '../text/fit-text.ts';

export interface Paper {
  readonly width: number;
  readonly height: number;
}

export const PAPERS = {
  a4: { width: 210, height: 297 },
  f4: { width: 215, height: 330 },
} as const satisfies Record<LetterText['paper'], Paper>;

export const MARGIN = { left: 25, right: 20, top: 14, foot: 8 } as const;

/** Points. */
export const SIZE = { body: 11, table: 9, note: 7.5, foot: 7, title: 13 } as const;
/** Height of a line as a share of its size. */
export const LEADING = { body: 1.36, tight: 1.25 } as const;
/** How densely a document is set: as usual, or closer. */
export const USUAL = { leading: LEADING.body, spacing: 1 } as const;
export const CLOSE = { leading: 1.23, spacing: 0.72 } as const;

export const widthWithin = ({ width }: Paper): number => width - MARGIN.left - MARGIN.right;

/** What every part of a document is laid out on. */
export interface Sheet {
  readonly measure: Measure;
  readonly paper: Paper;
  /** Height of the body's lines as a share of their size. */
  readonly leading: number;
  /** Share of the usual spaces between its parts. */
  readonly spacing: number;
}

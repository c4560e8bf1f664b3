// The mark across a card of the practice space, so that nobody takes it for a real one.
import { CARD, type Piece } from './piece.ts';

export const practiceMark: Piece = { kind: 'mark', box: CARD, text: 'LATIHAN, TIDAK BERLAKU' };

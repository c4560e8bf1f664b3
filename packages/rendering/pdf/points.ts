// A PDF counts in points of 1/72 inch; we lay out in millimetres.
export const points = (millimetres: number): number => Math.round((millimetres * 72 * 1000) / 25.4) / 1000;

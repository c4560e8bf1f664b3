// The symbols of a flowchart, and where a line meets their edge.
import { type Markup, markup } from '../markup.ts';
import type { PlacedRow } from './layout.ts';
import { sizes } from './layout.ts';

export const ink = {
  text: '#17181c',
  soft: '#4a4f5c',
  line: '#2f3542',
  back: '#8a4b00',
  fill: '#ffffff',
  shade: '#f1f3f8',
  rule: '#d5d9e2',
  head: '#e3e8f2',
  good: '#dff1e4',
  bad: '#f9e3e0',
  plain: '#e9ebf0',
} as const;

const half = sizes.symbol / 2;

/** How far from the middle the edge is at this height. */
export const edgeAt = ({ row, symbolTop, symbolBottom }: PlacedRow, y: number): number => {
  const middle = (symbolTop + symbolBottom) / 2;
  const reach = (symbolBottom - symbolTop) / 2;
  if (row.node.kind === 'route') return half * Math.max(0, 1 - Math.abs(y - middle) / reach);
  if (row.node.kind === 'supply') return half - 3;
  if (row.node.kind !== 'entry' && row.node.kind !== 'wait') return half;
  const radius = Math.min(15, reach);
  const over = Math.max(0, Math.abs(y - middle) - (reach - radius));
  return half - radius + Math.sqrt(Math.max(0, radius * radius - over * over));
};

const points = (pairs: readonly (readonly [number, number])[]): string =>
  pairs.map(([x, y]) => `${x},${y}`).join(' ');

const outline = (placed: PlacedRow): Markup => {
  const { row, x, symbolTop: top, symbolBottom: bottom } = placed;
  const style = markup`fill="${ink.fill}" stroke="${ink.line}" stroke-width="1.5"`;
  const box = (radius: number, left = x - half, width: number = sizes.symbol): Markup =>
    markup`<rect x="${left}" y="${top}" width="${width}" height="${bottom - top}" rx="${radius}" ${style}/>`;
  switch (row.node.kind) {
    case 'entry':
      return box(15);
    case 'wait':
      return markup`${box(15)}<path d="M${x} ${bottom - 9}v-6m0 6h4" stroke="${ink.line}" fill="none"/>`;
    case 'route':
      return markup`<polygon points="${points([
        [x, top],
        [x + half, (top + bottom) / 2],
        [x, bottom],
        [x - half, (top + bottom) / 2],
      ])}" ${style}/>`;
    case 'supply':
      return markup`<polygon points="${points([
        [x - half + 6, top],
        [x + half, top],
        [x + half - 6, bottom],
        [x - half, bottom],
      ])}" ${style}/>`;
    case 'line':
      return markup`<rect x="${x - half + 5}" y="${top - 4}" width="${sizes.symbol - 5}" height="${bottom - top}" rx="3" ${style}/>${box(3, x - half, sizes.symbol - 5)}`;
    case 'subcase':
      return markup`${box(0)}<path d="M${x - half + 5} ${top}V${bottom}M${x + half - 5} ${top}V${bottom}" stroke="${ink.line}"/>`;
    case 'task':
      return box(3);
  }
};

export const drawSymbol = (placed: PlacedRow): Markup => {
  const { row, x, symbolTop, symbolBottom } = placed;
  const text = row.number === undefined ? 'Mulai' : String(row.number);
  const size = row.number === undefined ? 10 : 12;
  const bar =
    row.node.joins.length === 0
      ? undefined
      : markup`<path d="M${x - half - 2} ${symbolTop - 3.5}h${sizes.symbol + 4}" stroke="${ink.line}" stroke-width="3"/>`;
  return markup`${outline(placed)}${bar}<text x="${x}" y="${(symbolTop + symbolBottom) / 2 + size * 0.36}" text-anchor="middle" font-size="${size}" font-weight="700" fill="${ink.text}">${text}</text>`;
};

const fills = {
  granted: ink.good,
  answered: ink.good,
  refused: ink.bad,
  withdrawn: ink.plain,
  referred: ink.plain,
  lapsed: ink.plain,
} as const;

/** The end of a way: a round sign with the letter of the ending. */
export const drawEnding = (letter: string, kind: keyof typeof fills, x: number, y: number): Markup =>
  markup`<rect x="${x - sizes.pill / 2}" y="${y - 7}" width="${sizes.pill}" height="14" rx="7" fill="${fills[kind]}" stroke="${ink.line}"/><text x="${x}" y="${y + 3.4}" text-anchor="middle" font-size="9.5" font-weight="700" fill="${ink.text}">${letter}</text>`;

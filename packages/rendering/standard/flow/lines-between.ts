// The lines of a flowchart: straight down into the next row, along a track past other rows, or across to an ending.
import { type Markup, markup } from '../markup.ts';
import type { Flow } from './flow.ts';
import { type Layout, leadsBelow, type PlacedRow, type Trunk } from './layout.ts';
import { drawEnding, edgeAt, ink } from './symbols.ts';

/** A piece of the picture with the heights it spans, so that a sheet takes what it shows. */
export interface Piece {
  readonly top: number;
  readonly bottom: number;
  readonly drawn: Markup;
}

const stroke = (back: boolean, dotted = false): Markup =>
  markup`fill="none" stroke="${back ? ink.back : ink.line}" stroke-width="1.2" stroke-dasharray="${dotted ? '1.5 3' : back ? '5 3' : 'none'}"`;

const turnOf = ({ top }: PlacedRow): number => top + 6;

/** Joins have a bar above the symbol; the arrow ends at the bar. */
const tipOf = ({ row, symbolTop }: PlacedRow): number => symbolTop - (row.node.joins.length > 0 ? 5 : 0);

const arrowInto = (placed: PlacedRow): Piece => ({
  top: placed.top,
  bottom: placed.symbolTop,
  drawn: markup`<path d="M${placed.x} ${turnOf(placed)}V${tipOf(placed)}" ${stroke(false)}/><path d="M${placed.x} ${tipOf(placed)}l-3.5 -6h7z" fill="${ink.line}"/>`,
});

const trunkLine = ({ target, direction, x, top, bottom }: Trunk, rows: readonly PlacedRow[]): Piece[] => {
  const placed = rows[target];
  if (!placed) return [];
  const turn = turnOf(placed);
  const far = direction === 'down' ? top : bottom;
  const d = `M${x} ${far}V${turn}H${placed.x}`;
  const arrow =
    direction === 'up' ? markup`<path d="M${x} ${turn + 9}l-3 5h6z" fill="${ink.back}"/>` : undefined;
  return [
    {
      top: Math.min(top, turn),
      bottom: Math.max(bottom, turn),
      drawn: markup`<path d="${d}" ${stroke(direction === 'up')}/>${arrow}`,
    },
  ];
};

const dot = (x: number, y: number, back: boolean): Markup =>
  markup`<circle cx="${x}" cy="${y}" r="2" fill="${back ? ink.back : ink.line}"/>`;

const waysOf = (placed: PlacedRow, flow: Flow, layout: Layout): readonly Piece[] => {
  const { row, at, x, bottom, symbolBottom } = placed;
  const below = row.ways.filter(({ rows }) => rows.some((target) => leadsBelow(at, target)));
  const marks = below.flatMap(({ mark }) => (mark === '' ? [] : [mark]));
  const next = layout.rows[at + 1];
  const down: Piece[] =
    below.length === 0 || !next
      ? []
      : [
          {
            top: symbolBottom,
            bottom: turnOf(next),
            drawn: markup`<path d="M${x} ${symbolBottom}V${turnOf(next)}H${next.x}" ${stroke(false)}/><text x="${x + 4}" y="${Math.min(symbolBottom + 9, bottom + 3)}" font-size="9" fill="${ink.soft}">${marks.join(', ')}</text>`,
          },
        ];
  const across = row.ways.flatMap((flowWay, slot): Piece[] => {
    const y = placed.ways[slot]?.y ?? 0;
    const timer = flowWay.way.kind === 'timer';
    const edge = edgeAt(placed, y);
    const sides = new Set<'left' | 'right'>();
    const drawn: Markup[] = [];
    for (const target of flowWay.rows) {
      if (leadsBelow(at, target)) continue;
      const trunk = layout.trunks.find(
        (one) => one.target === target && one.direction === (target > at ? 'down' : 'up'),
      );
      if (!trunk) continue;
      const back = trunk.direction === 'up';
      const side = trunk.x < x ? 'left' : 'right';
      sides.add(side);
      drawn.push(
        markup`<path d="M${side === 'left' ? x - edge : x + edge} ${y}H${trunk.x}" ${stroke(back, timer)}/>${dot(trunk.x, y, back)}`,
      );
    }
    const [letter, ...others] = flowWay.endings;
    const ending = flow.endings.find((one) => one.letter === letter);
    if (ending) {
      sides.add('right');
      const sign = others.length > 0 ? `${letter}…` : ending.letter;
      drawn.push(
        markup`<path d="M${x + edge} ${y}H${layout.columns.endings - 11}" ${stroke(false, timer)}/>${drawEnding(sign, ending.kind, layout.columns.endings, y)}`,
      );
    }
    if (flowWay.fork) {
      for (const side of sides)
        drawn.push(
          markup`<path d="M${side === 'left' ? x - edge - 3 : x + edge + 3} ${y - 6}v12" stroke="${ink.line}" stroke-width="3"/>`,
        );
      if (flowWay.rows.some((target) => leadsBelow(at, target)))
        drawn.push(
          markup`<path d="M${x - 8} ${symbolBottom + 3}h16" stroke="${ink.line}" stroke-width="3"/>`,
        );
    }
    for (const side of sides) {
      const label =
        side === 'left' ? markup`x="${x - edge - 4}" text-anchor="end"` : markup`x="${x + edge + 4}"`;
      drawn.push(
        markup`<text ${label} y="${y - 2.5}" font-size="9" fill="${ink.soft}">${flowWay.mark}</text>`,
      );
      if (timer)
        drawn.push(
          markup`<circle cx="${side === 'left' ? x - edge - 9 : x + edge + 15}" cy="${y}" r="4.5" fill="${ink.fill}" stroke="${ink.line}"/><path d="M${side === 'left' ? x - edge - 9 : x + edge + 15} ${y - 3}v3h2.4" fill="none" stroke="${ink.line}"/>`,
        );
    }
    return drawn.length === 0
      ? []
      : [{ top: y - 12, bottom: y + 8, drawn: { markup: drawn.map(({ markup: text }) => text).join('') } }];
  });
  return [...down, ...across];
};

/** Everything that is drawn below the symbols. */
export const linesOf = (flow: Flow, layout: Layout): readonly Piece[] => {
  const led = new Set(flow.rows.flatMap(({ ways }) => ways.flatMap(({ rows }) => rows)));
  return [
    ...layout.trunks.flatMap((trunk) => trunkLine(trunk, layout.rows)),
    ...layout.rows.flatMap((placed) => waysOf(placed, flow, layout)),
    ...layout.rows.filter(({ at }) => led.has(at)).map(arrowInto),
  ];
};

// Where everything stands: row heights from their text, lanes as wide as the lines beside them need, a track for each line
// that passes rows. No two things get the same room, so nothing overlaps, however large the process is.
import type { Flow, FlowRow } from './flow.ts';
import { textWidth, wrapText } from './wrap-text.ts';

export const sizes = {
  text: 11,
  small: 9.5,
  line: 14,
  smallLine: 12,
  /** Above each row, where lines turn into its symbol. */
  gap: 18,
  below: 8,
  symbol: 40,
  /** Between two lines side by side. */
  track: 7,
  number: 26,
  pill: 22,
  margin: 10,
  /** Lines after the first of a way stand further in. */
  hang: 13,
} as const;

const LEAST_LANE = 70;
/** Bold letters are wider than those that are measured. */
const BOLD = 1.07;
const LEAST_TEXT = 190;
const USUAL_WIDTH = 1000;

/** A line past rows into one symbol; every way that leads there from this side joins it. */
export interface Trunk {
  readonly target: number;
  readonly direction: 'down' | 'up';
  readonly sources: readonly number[];
  readonly gutter: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedRow {
  readonly row: FlowRow;
  readonly at: number;
  readonly top: number;
  readonly bottom: number;
  /** Middle of the symbol. */
  readonly x: number;
  readonly symbolTop: number;
  readonly symbolBottom: number;
  readonly title: readonly string[];
  readonly notes: readonly string[];
  /** Height of each way, and its words. */
  readonly ways: readonly { readonly y: number; readonly lines: readonly string[] }[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly headHeight: number;
  readonly columns: {
    readonly title: { readonly x: number; readonly width: number };
    readonly ways: { readonly x: number; readonly width: number };
    readonly endings: number;
  };
  readonly lanes: readonly {
    readonly left: number;
    readonly width: number;
    readonly x: number;
    readonly heading: readonly string[];
  }[];
  readonly rows: readonly PlacedRow[];
  readonly trunks: readonly Trunk[];
}

interface Text {
  readonly title: readonly string[];
  readonly notes: readonly string[];
  readonly ways: readonly (readonly string[])[];
}

/** "a. Terima berkas → 3" */
const wayInWords = (mark: string, label: string, leads: string): string =>
  [mark === '' ? '' : `${mark}.`, label, leads === '' ? '' : `→\u00a0${leads}`]
    .filter((part) => part !== '')
    .join(' ');

const textOf = (row: FlowRow, titleWidth: number, waysWidth: number): Text => ({
  title: wrapText(row.title, sizes.text * BOLD, titleWidth),
  notes: row.notes.flatMap((note) => wrapText(note, sizes.small, titleWidth)),
  ways: row.ways.map(({ mark, label, leads }) =>
    wrapText(wayInWords(mark, label, leads), sizes.text, waysWidth - sizes.hang),
  ),
});

/** A way that only leads into the row below needs no line past rows. */
export const leadsBelow = (at: number, target: number): boolean => target === at + 1;

const trunksOf = (
  rows: readonly FlowRow[],
): readonly Pick<Trunk, 'target' | 'direction' | 'sources' | 'gutter'>[] =>
  rows.flatMap((row, target) => {
    const sources = rows.flatMap(({ ways }, at) =>
      ways.some((way) => way.rows.includes(target)) && !leadsBelow(at, target) ? [at] : [],
    );
    return (['down', 'up'] as const).flatMap((direction) => {
      const from = sources.filter((at) => (direction === 'down' ? at < target : at >= target));
      if (from.length === 0) return [];
      const left = from.filter((at) => (rows[at]?.lane ?? 0) < row.lane).length;
      const right = from.filter((at) => (rows[at]?.lane ?? 0) > row.lane).length;
      const onLeft = left === right ? direction === 'down' : left > right;
      return [{ target, direction, sources: from, gutter: onLeft ? row.lane : row.lane + 1 }];
    });
  });

const CLEAR = 6;

/** A track for each trunk of a gutter, so that those that stand side by side are apart. Short ones stand near their symbol. */
const tracked = (trunks: readonly Omit<Trunk, 'x'>[]): ReadonlyMap<Omit<Trunk, 'x'>, number> => {
  const tracks: Omit<Trunk, 'x'>[][] = [];
  const found = new Map<Omit<Trunk, 'x'>, number>();
  const byLength = [...trunks].sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  for (const trunk of byLength) {
    const free = tracks.findIndex((track) =>
      track.every(({ top, bottom }) => trunk.bottom + CLEAR < top || bottom + CLEAR < trunk.top),
    );
    const at = free < 0 ? tracks.length : free;
    tracks[at] = [...(tracks[at] ?? []), trunk];
    found.set(trunk, at);
  }
  return found;
};

/** Wide enough that no word of its heading is cut, unless it is very long. */
const leastLane = ({ label }: Flow['lanes'][number]): number => {
  const words = label.split(' ').map((word) => textWidth(word, sizes.small * BOLD));
  return Math.min(120, Math.max(LEAST_LANE, ...words.map((width) => width + 5)));
};

const columnWidths = (lanes: number) => {
  const left = USUAL_WIDTH - 2 * sizes.margin - sizes.number - sizes.pill - 3 * sizes.margin - lanes * 78;
  const text = Math.max(2 * LEAST_TEXT, left);
  const title = Math.max(LEAST_TEXT, Math.round(text * 0.42));
  return { title, ways: Math.max(LEAST_TEXT, text - title) };
};

export const layoutOf = ({ lanes, rows }: Flow): Layout => {
  const widths = columnWidths(lanes.length);
  const texts = rows.map((row) => textOf(row, widths.title, widths.ways));

  // Down the page first: heights follow from the text alone.
  let y = 0;
  const heights = texts.map(({ title, notes, ways }) => {
    const top = y;
    const first = top + sizes.gap + 11;
    const slots: number[] = [];
    let next = first;
    for (const lines of ways) {
      slots.push(next);
      next += lines.length * sizes.line + 2;
    }
    const last = slots.at(-1) ?? first;
    const text = title.length * sizes.line + notes.length * sizes.smallLine;
    const symbolTop = first - 15;
    const symbolBottom = Math.max(last + 15, symbolTop + 32);
    const bottom = Math.max(first - 11 + text, next - 11, symbolBottom) + sizes.below;
    y = bottom;
    return { top, bottom, symbolTop, symbolBottom, slots };
  });

  const turn = (at: number): number => (heights[at]?.top ?? 0) + 6;
  const slotsTo = (at: number, target: number): readonly number[] =>
    (rows[at]?.ways ?? []).flatMap((way, slot) =>
      way.rows.includes(target) ? [heights[at]?.slots[slot] ?? 0] : [],
    );
  const spans = trunksOf(rows).map((trunk) => {
    const points = [turn(trunk.target), ...trunk.sources.flatMap((at) => slotsTo(at, trunk.target))];
    return { ...trunk, top: Math.min(...points), bottom: Math.max(...points) };
  });

  // Then across: a gutter before each lane and one after the last.
  const tracks = Array.from({ length: lanes.length + 1 }, (_, gutter) =>
    tracked(spans.filter((trunk) => trunk.gutter === gutter)),
  );
  const gutterWidths = tracks.map((track, gutter) => {
    const most = track.size === 0 ? 0 : Math.max(...track.values()) + 1;
    const beside = Math.max(...lanes.slice(Math.max(0, gutter - 1), gutter + 1).map(leastLane));
    return Math.max(beside - sizes.symbol, (most + 1) * sizes.track + 8);
  });
  const titleX = sizes.margin + sizes.number;
  let x = titleX + widths.title + sizes.margin;
  const gutterX: number[] = [];
  const centres: number[] = [];
  for (const [gutter, width] of gutterWidths.entries()) {
    gutterX.push(x);
    x += width;
    if (gutter < lanes.length) {
      centres.push(x + sizes.symbol / 2);
      x += sizes.symbol;
    }
  }
  const end = x;
  const middle = (gutter: number): number => (gutterX[gutter] ?? 0) + (gutterWidths[gutter] ?? 0) / 2;
  const placedLanes = lanes.map(({ label, party }, lane) => {
    const left = lane === 0 ? (gutterX[0] ?? 0) : middle(lane);
    const right = lane === lanes.length - 1 ? end : middle(lane + 1);
    const heading = wrapText(label, sizes.small * BOLD, right - left - 4);
    return {
      left,
      width: right - left,
      x: centres[lane] ?? left,
      heading: party === 'external' ? [...heading, '(pihak luar)'] : heading,
    };
  });
  const headHeight = Math.max(2, ...placedLanes.map(({ heading }) => heading.length)) * sizes.smallLine + 12;
  const endings = end + sizes.pill / 2 + 4;
  const waysX = end + sizes.pill + 3 * sizes.margin - 8;

  const trunks = spans.map((trunk): Trunk => {
    const track = tracks[trunk.gutter]?.get(trunk) ?? 0;
    const offset = (track + 1) * sizes.track + 3;
    const left = gutterX[trunk.gutter] ?? 0;
    const width = gutterWidths[trunk.gutter] ?? 0;
    // Short lines stand near the symbol, where only symbols on the right of the gutter have lines in it.
    const fromRight = spans.every(
      ({ gutter, target }) => gutter !== trunk.gutter || rows[target]?.lane === gutter,
    );
    return { ...trunk, x: fromRight ? left + width - offset : left + offset };
  });

  return {
    width: waysX + widths.ways + sizes.margin,
    height: y,
    headHeight,
    columns: {
      title: { x: titleX, width: widths.title },
      ways: { x: waysX, width: widths.ways },
      endings,
    },
    lanes: placedLanes,
    rows: rows.map((row, at): PlacedRow => {
      const { top = 0, bottom = 0, symbolTop = 0, symbolBottom = 0, slots = [] } = heights[at] ?? {};
      const { title = [], notes = [], ways = [] } = texts[at] ?? {};
      return {
        row,
        at,
        top,
        bottom,
        x: centres[row.lane] ?? 0,
        symbolTop,
        symbolBottom,
        title,
        notes,
        ways: ways.map((lines, slot) => ({ y: slots[slot] ?? top, lines })),
      };
    }),
    trunks,
  };
};

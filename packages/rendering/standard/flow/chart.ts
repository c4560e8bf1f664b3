// The flowchart as pieces with heights: one picture, or several sheets of the same picture for paper.
import type { Standard } from '@layan/domain/standard/standard';
import { lines, type Markup, markup } from '../markup.ts';
import { type Flow, flowOf } from './flow.ts';
import { type Layout, layoutOf, type PlacedRow, sizes } from './layout.ts';
import { linesOf, type Piece } from './lines-between.ts';
import { anyMoment, legend } from './summary.ts';
import { drawSymbol, ink } from './symbols.ts';
import { wrapText } from './wrap-text.ts';

export interface Chart {
  readonly flow: Flow;
  readonly layout: Layout;
  /** Notes below the rows included. */
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Heights at which the picture may be cut. */
  readonly cuts: readonly number[];
}

const font = "font-family=\"'Public Sans', Arial, 'Liberation Sans', sans-serif\"";

const textLines = (
  text: readonly string[],
  x: number,
  y: number,
  {
    size,
    step,
    colour = ink.text,
    weight = 400,
    anchor = 'start',
    hang = 0,
  }: { size: number; step: number; colour?: string; weight?: number; anchor?: string; hang?: number },
): Markup =>
  markup`<text font-size="${size}" fill="${colour}" font-weight="${weight}" text-anchor="${anchor}">${text.map(
    (line, at) => markup`<tspan x="${at === 0 ? x : x + hang}" y="${y + at * step}">${line}</tspan>`,
  )}</text>`;

const backgroundOf = (layout: Layout, top: number, bottom: number): Markup =>
  markup`${layout.lanes.map(({ left, width }, at) =>
    at % 2 === 0
      ? markup`<rect x="${left}" y="${top}" width="${width}" height="${bottom - top}" fill="${ink.shade}"/>`
      : undefined,
  )}`;

const rowPieces = (layout: Layout, placed: PlacedRow): readonly Piece[] => {
  const { row, top, bottom, title, notes, ways } = placed;
  const { columns } = layout;
  const first = top + sizes.gap + 11;
  const titleSize = { size: sizes.text, step: sizes.line };
  const drawn = lines([
    markup`<path d="M${sizes.margin} ${bottom}H${layout.width - sizes.margin}" stroke="${ink.rule}"/>`,
    row.number === undefined
      ? undefined
      : textLines([`${row.number}.`], sizes.margin, first, { ...titleSize, weight: 700 }),
    textLines(title, columns.title.x, first, { ...titleSize, weight: 600 }),
    notes.length === 0
      ? undefined
      : textLines(notes, columns.title.x, first + title.length * sizes.line - 1, {
          size: sizes.small,
          step: sizes.smallLine,
          colour: ink.soft,
        }),
    ...ways.map(({ y, lines: words }) =>
      textLines(words, columns.ways.x, y + 3.5, { ...titleSize, hang: sizes.hang }),
    ),
  ]);
  return [{ top, bottom, drawn }];
};

/** Roles above their lanes; stands at the head of every sheet. */
export const headOf = ({ layout }: Chart): Markup => {
  const { columns, lanes, headHeight, width } = layout;
  const head = { size: sizes.small, step: sizes.smallLine, weight: 700 };
  const last = headHeight - 7;
  return lines([
    markup`<rect x="0" y="0" width="${width}" height="${headHeight}" fill="${ink.head}"/>`,
    textLines(['No.'], sizes.margin, last, head),
    textLines(['Kegiatan'], columns.title.x, last, head),
    ...lanes.map(({ left, width: laneWidth, heading }) =>
      textLines(heading, left + laneWidth / 2, last - (heading.length - 1) * sizes.smallLine, {
        ...head,
        anchor: 'middle',
      }),
    ),
    textLines(['Akhir'], columns.endings, last, { ...head, anchor: 'middle' }),
    textLines(['Hasil dan langkah berikutnya'], columns.ways.x, last, head),
  ]);
};

const noteGroups = (standard: Standard, flow: Flow): readonly (readonly [string, readonly string[]])[] => {
  const moments = anyMoment(standard, flow);
  return [
    ...(moments.length === 0 ? [] : [['Sewaktu-waktu selama perkara berjalan:', moments] as const]),
    ['Arti tanda:', [`${legend(flow).join('; ')}.`]],
  ];
};

export const chartOf = (standard: Standard): Chart => {
  const flow = flowOf(standard);
  const layout = layoutOf(flow);
  const pieces: Piece[] = [...linesOf(flow, layout)];
  // A way in stays with the step it leads to.
  const cuts = layout.rows.flatMap(({ row, bottom }) => (row.node.kind === 'entry' ? [] : [bottom]));
  pieces.push(
    ...layout.rows.flatMap((placed) => [
      ...rowPieces(layout, placed),
      { top: placed.symbolTop - 5, bottom: placed.symbolBottom, drawn: drawSymbol(placed) },
    ]),
  );
  let y = layout.height;
  for (const [title, texts] of noteGroups(standard, flow)) {
    const top = y;
    const wrapped = texts.flatMap((text) => wrapText(text, sizes.small, layout.width - 2 * sizes.margin));
    const drawn = lines([
      textLines([title], sizes.margin, top + 16, { size: sizes.small, step: sizes.smallLine, weight: 700 }),
      textLines(wrapped, sizes.margin, top + 30, { size: sizes.small, step: sizes.smallLine }),
    ]);
    y = top + 30 + wrapped.length * sizes.smallLine;
    pieces.push({ top, bottom: y, drawn });
    cuts.push(y);
  }
  return { flow, layout, height: y + 4, pieces, cuts };
};

/** What a window from `top` to `bottom` shows. */
export const windowOf = ({ layout, pieces }: Chart, top: number, bottom: number): Markup =>
  lines([
    backgroundOf(layout, Math.max(0, top), Math.min(layout.height, bottom)),
    ...pieces.flatMap((piece) => (piece.bottom > top && piece.top < bottom ? [piece.drawn] : [])),
  ]);

export const svgFont: Markup = { markup: font };

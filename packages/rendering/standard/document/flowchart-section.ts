// The flowchart inside the document: cut into sheets where a row ends, each with its heading on paper; and in words.
import type { Standard } from '@layan/domain/standard/standard';
import { type Chart, headOf, svgFont, windowOf } from '../flow/chart.ts';
import { flowInWords } from '../flow/flow-in-words.ts';
import { lines, type Markup, markup } from '../markup.ts';

/** As wide as a landscape page of A4 or F4 lets it be, so high may a sheet be. */
const SHEET_RATIO = 0.6;

/** Heights from and to for each sheet; cut only between rows. */
const sheetsOf = ({ cuts, layout, height }: Chart): readonly (readonly [number, number])[] => {
  const most = layout.width * SHEET_RATIO - layout.headHeight;
  const sheets: [number, number][] = [];
  let from = 0;
  for (const [at, cut] of cuts.entries()) {
    const next = cuts[at + 1] ?? height;
    if (next - from > most && cut > from) {
      sheets.push([from, cut]);
      from = cut;
    }
  }
  return [...sheets, [from, height]];
};

export const flowchartSection = (standard: Standard, chart: Chart): Markup => {
  const { width, headHeight } = chart.layout;
  const picture = (className: string, top: number, height: number, drawn: Markup): Markup =>
    markup`<svg class="${className}" xmlns="http://www.w3.org/2000/svg" viewBox="0 ${top} ${width} ${height}" aria-hidden="true" focusable="false" ${svgFont}>${drawn}</svg>`;
  return lines([
    markup`<section id="bagan" class="bagan"><h3>Bagan alur</h3>`,
    markup`<div class="gambar" role="region" tabindex="0" aria-label="Gambar bagan alur"><div role="img" aria-label="Bagan alur ${standard.shortTitle}. Isinya ditulis di bawah gambar.">`,
    ...sheetsOf(chart).map(([from, to], at) =>
      lines([
        markup`<div class="lembar">`,
        picture(at === 0 ? 'kepala' : 'kepala ulang', 0, headHeight, headOf(chart)),
        picture('isi', from, to - from, windowOf(chart, from, to)),
        markup`</div>`,
      ]),
    ),
    markup`</div></div></section>`,
    markup`<section class="kata"><h3>Bagan alur dalam kata-kata</h3><ul>`,
    ...flowInWords(standard, chart.flow).map((sentence) => markup`<li>${sentence}</li>`),
    markup`</ul></section>`,
  ]);
};

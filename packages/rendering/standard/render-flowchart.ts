// The flowchart of a standard as one SVG: a row for each step, a lane for each role, as agencies draw their procedures.
import type { Standard } from '@layan/domain/standard/standard';
import { chartOf, headOf, svgFont, windowOf } from './flow/chart.ts';
import { flowInWords } from './flow/flow-in-words.ts';
import { ink } from './flow/symbols.ts';
import { markup } from './markup.ts';

const TITLE = 22;

/**
 * A picture that stands alone: no styles, scripts or links. `flowchartInWords` says the same in text.
 *
 * @example await writeFile('bagan.svg', renderFlowchart(standard))
 */
export const renderFlowchart = (standard: Standard): string => {
  const chart = chartOf(standard);
  const { width, headHeight } = chart.layout;
  const height = TITLE + headHeight + chart.height;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="id" lang="id" role="img" aria-labelledby="judul-bagan uraian-bagan" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${svgFont}>
<title id="judul-bagan">Bagan alur ${standard.shortTitle}</title>
<desc id="uraian-bagan">${flowInWords(standard, chart.flow).join(' ')}</desc>
<rect width="${width}" height="${height}" fill="${ink.fill}"/>
<text x="10" y="15" font-size="13" font-weight="700" fill="${ink.text}">Bagan alur: ${standard.shortTitle}</text>
<g transform="translate(0 ${TITLE})">
${headOf(chart)}
</g>
<g transform="translate(0 ${TITLE + headHeight})">
${windowOf(chart, 0, chart.height)}
</g>
</svg>
`.markup;
};

// Tables of the document: headings for rows and columns, a caption, and a frame that scrolls on a narrow screen.
import { lines, type Markup, markup } from '../markup.ts';

type Cell = string | Markup;

/** The first cell of a row names the row. */
export const table = (
  id: string,
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): Markup | undefined =>
  rows.length === 0
    ? undefined
    : lines([
        markup`<div class="tabel" role="region" aria-labelledby="${id}" tabindex="0"><table class="lebar-${headings.length}">`,
        markup`<caption id="${id}">${caption}</caption>`,
        markup`<thead><tr>${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead>`,
        markup`<tbody>`,
        ...rows.map(
          ([first = '', ...others]) =>
            markup`<tr><th scope="row">${first}</th>${others.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
        ),
        markup`</tbody></table></div>`,
      ]);

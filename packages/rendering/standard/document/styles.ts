// How the document looks on a screen and on A4 or F4 paper. It stays whole and in order without any of this.
import type { DocumentOptions } from './options.ts';

const papers = { A4: '210mm 297mm', F4: '215mm 330mm' } as const;

const rotated = (size: string): string => size.split(' ').reverse().join(' ');

/** A string of CSS that nothing in a title can leave. */
const cssString = (text: string): string =>
  `"${[...text].map((character) => (/[\p{L}\p{N} .,()/-]/u.test(character) ? character : ' ')).join('')}"`;

const page = (title: string | undefined, paper: DocumentOptions['paper']): string => {
  const portrait = paper ? `size: ${papers[paper]};` : '';
  const landscape = paper ? `size: ${rotated(papers[paper])};` : 'size: landscape;';
  const name =
    title === undefined ? '' : `@bottom-left { content: ${cssString(title)}; font: 8pt sans-serif; } `;
  const foot = `${name}@bottom-right { content: "Halaman " counter(page) " dari " counter(pages); font: 8pt sans-serif; }`;
  return `@page { ${portrait} margin: 20mm 18mm 20mm 22mm; ${foot} }
@page bagan { ${landscape} margin: 14mm 14mm 16mm; ${foot} }`;
};

const ownPage = `body { font: 11pt/1.45 "Public Sans", Arial, "Liberation Sans", sans-serif; color: #17181c; max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } }`;

const article = `.standar h1, .standar h2, .standar h3, .standar h4, .standar p, .standar ul, .standar ol { margin: 0 0 .5em; }
.standar h1 { font-size: 1.5em; line-height: 1.25; } .standar h2 { font-size: 1.3em; margin-top: 1.6em; padding-top: .4em; border-top: 2px solid #17181c; } .standar h3 { font-size: 1.1em; margin-top: 1.2em; } .standar h4 { font-size: 1em; margin-top: .9em; }
.kop, .sampul { text-align: center; } .kop { border-bottom: 3px double #17181c; margin-bottom: 1.5rem; } .standar .kop p { margin: 0 0 .2em; } .pemerintah, .dinas, .jenis { text-transform: uppercase; } .dinas { font-size: 1.15em; font-weight: 700; } .jenis { letter-spacing: .08em; font-weight: 700; }
.lencana { border: 1.5px solid #8a4b00; color: #8a4b00; padding: .1em .6em; font-weight: 700; }
.ket { color: #4a4f5c; font-size: .9em; } .kosong { font-style: italic; color: #4a4f5c; }
.standar .kalimat { list-style: none; padding: 0; } .kalimat li { display: flex; gap: .6em; margin-bottom: .3em; } .kalimat li > span:last-child { min-width: 0; overflow-wrap: anywhere; } .nomor { min-width: 2em; flex: none; }
.lain { border-left: 3px solid #c4c9d4; padding-left: .8em; font-size: .9em; }
.tabel, .gambar { overflow-x: auto; margin: 0 0 1.2em; } .standar table { border-collapse: collapse; width: 100%; min-width: 36rem; font-size: .9em; } .standar caption { text-align: left; font-weight: 700; padding: .4em 0; } .standar th, .standar td { border: 1px solid #8a90a0; padding: .35em .5em; text-align: left; vertical-align: top; } .standar thead th { background: #e3e8f2; } .standar tbody th { font-weight: 600; } .standar td p, .standar th p { margin: 0 0 .25em; } .standar th p, .standar th ul { font-weight: 400; } .standar th ul { padding-left: 1.2em; } .standar table { table-layout: fixed; } .lebar-3 th:nth-child(1) { width: 20%; } .lebar-3 th:nth-child(2) { width: 34%; } .lebar-4 th:nth-child(1) { width: 20%; } .lebar-4 th:nth-child(2) { width: 14%; } .lebar-4 th:nth-child(3) { width: 30%; } .standar th, .standar td { overflow-wrap: break-word; }
.lembar { min-width: 52rem; } .lembar svg { display: block; width: 100%; height: auto; }
.tafsiran { border: 1.5px dashed #8a4b00; padding: 0 1em .5em; margin-top: 2em; } .standar .tafsiran h2 { border: 0; margin-top: .6em; } .tafsiran li { margin-bottom: .8em; } .kata li { margin-bottom: .4em; }
.sidik { overflow-wrap: anywhere; font-family: monospace; }
@media screen { .ulang { display: none !important; } }
@media print { .standar h1, .standar h2, .standar h3, .standar h4, .standar caption, .komponen > .ket { break-after: avoid; } .standar tr, .kalimat li, .tafsiran li, .kata li, .lain { break-inside: avoid; } .standar thead { display: table-header-group; } .standar tbody tr:first-child { break-before: avoid; } .standar p, .standar li { orphans: 3; widows: 3; }
.tabel, .gambar { overflow: visible; } .standar table { font-size: .85em; min-width: 0; } .standar a { color: inherit; text-decoration: none; }
.bagan { page: bagan; break-before: page; } .lembar { min-width: 0; break-inside: avoid; } .lembar + .lembar { break-before: page; }
.standar * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }`;

/** For a page that has its own look: only the document, and the paper. */
export const articleStyles: string = `${page(undefined, undefined)}\n${article}`;

/** For a file of its own. */
export const documentStyles = (title: string, paper: DocumentOptions['paper']): string =>
  `${page(title, paper)}\n${ownPage}\n${article}`;

// How the document looks on a screen and on A4 or F4 paper. It stays whole and in order without any of this.
import type { DocumentOptions } from './options.ts';

const papers = { A4: '210mm 297mm', F4: '215mm 330mm' } as const;

const rotated = (size: string): string => size.split(' ').reverse().join(' ');

const page = (paper: DocumentOptions['paper'], title: string): string => {
  const portrait = paper ? `size: ${papers[paper]};` : '';
  const landscape = paper ? `size: ${rotated(papers[paper])};` : 'size: landscape;';
  const foot = `@bottom-left { content: ${title}; font: 8pt sans-serif; } @bottom-right { content: "Halaman " counter(page) " dari " counter(pages); font: 8pt sans-serif; }`;
  return `@page { ${portrait} margin: 20mm 18mm 20mm 22mm; ${foot} }
@page bagan { ${landscape} margin: 14mm 14mm 16mm; ${foot} }`;
};

/** A string of CSS that nothing in a title can leave. */
const cssString = (text: string): string =>
  `"${[...text].map((character) => (/[\p{L}\p{N} .,()/-]/u.test(character) ? character : ' ')).join('')}"`;

const body = `body { font: 11pt/1.45 "Public Sans", Arial, "Liberation Sans", sans-serif; color: #17181c; max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1, h2, h3, h4, p, ul, ol { margin: 0 0 .5em; }
h1 { font-size: 1.5em; line-height: 1.25; } h2 { font-size: 1.3em; margin-top: 1.6em; border-bottom: 1px solid #8a90a0; } h3 { font-size: 1.1em; margin-top: 1.2em; } h4 { font-size: 1em; margin-top: .9em; }
.kop, .sampul { text-align: center; } .kop { border-bottom: 3px double #17181c; margin-bottom: 1.5rem; } .kop p { margin: 0 0 .2em; } .pemerintah { text-transform: uppercase; } .dinas { font-size: 1.15em; font-weight: 700; text-transform: uppercase; } .jenis { text-transform: uppercase; letter-spacing: .08em; font-weight: 700; }
.lencana { border: 1.5px solid #8a4b00; color: #8a4b00; padding: .1em .6em; font-weight: 700; }
.ket { color: #4a4f5c; font-size: .9em; } .kosong { font-style: italic; color: #4a4f5c; }
.kalimat { list-style: none; padding: 0; } .kalimat li { display: flex; gap: .6em; margin-bottom: .3em; } .nomor { min-width: 2em; flex: none; }
.lain { border-left: 3px solid #c4c9d4; padding-left: .8em; font-size: .9em; }
.tabel, .gambar { overflow-x: auto; margin: 0 0 1.2em; } table { border-collapse: collapse; width: 100%; font-size: .92em; } caption { text-align: left; font-weight: 700; padding: .4em 0; } th, td { border: 1px solid #8a90a0; padding: .35em .5em; text-align: left; vertical-align: top; } thead th { background: #e3e8f2; } tbody th { font-weight: 600; } td p, th p { margin: 0 0 .25em; } th p, td p.ket { font-weight: 400; } th ul { margin: .2em 0; padding-left: 1.2em; font-weight: 400; }
.lembar { min-width: 52rem; } .lembar svg { display: block; width: 100%; height: auto; }
.tafsiran { border: 1.5px dashed #8a4b00; padding: 0 1em .5em; margin-top: 2em; } .tafsiran h2 { border: 0; } .tafsiran li { margin-bottom: .8em; }
.sidik { overflow-wrap: anywhere; font-family: monospace; }
@media screen { .ulang { display: none !important; } }
@media print {
body { max-width: none; padding: 0; font-size: 10.5pt; }
h1, h2, h3, h4, caption { break-after: avoid; } tr, .kalimat li, .tafsiran li, .kata li, .lain { break-inside: avoid; } thead { display: table-header-group; }
.tabel, .gambar { overflow: visible; } a { color: inherit; text-decoration: none; } p, li { orphans: 3; widows: 3; }
.bagan { page: bagan; break-before: page; } .lembar { min-width: 0; break-inside: avoid; } .lembar + .lembar { break-before: page; } .kata { columns: 2; column-gap: 2em; font-size: .9em; } .kata h4 { column-span: all; }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;

export const documentStyles = (title: string, paper: DocumentOptions['paper']): string =>
  `${page(paper, cssString(title))}\n${body}`;

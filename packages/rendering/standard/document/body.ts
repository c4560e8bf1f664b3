// The official document without its frame: for a file of its own, and for a page of the portal.
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import type { Standard } from '@layan/domain/standard/standard';
import { chartOf } from '../flow/chart.ts';
import { lines, type Markup, markup } from '../markup.ts';
import { flowchartSection } from './flowchart-section.ts';
import { completeness, officialText } from './official-text.ts';
import type { DocumentOptions } from './options.ts';
import { readingNotes } from './readings.ts';
import { runningTables } from './running.ts';

const contactLine = ({ agency }: DocumentOptions): string =>
  [
    agency?.address,
    agency?.phone === undefined ? undefined : `Telepon ${agency.phone}`,
    agency?.email === undefined ? undefined : `Surel ${agency.email}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

const letterhead = (options: DocumentOptions): Markup | undefined => {
  const { government, agency } = options;
  const contact = contactLine(options);
  return government === undefined && agency === undefined
    ? undefined
    : markup`<header class="kop">${government === undefined ? undefined : markup`<p class="pemerintah">${government}</p>`}${agency && markup`<p class="dinas">${agency.name}</p>`}${contact === '' ? undefined : markup`<p class="ket">${contact}</p>`}</header>`;
};

const cover = (standard: Standard): Markup => {
  const { decree } = standard;
  const { have, of, missing } = completeness(standard);
  return lines([
    markup`<div class="sampul"><p class="jenis">Standar Pelayanan</p><h1>${standard.title}</h1>`,
    decree
      ? markup`<p class="penetapan">Ditetapkan dengan Keputusan Nomor ${decree.number} tanggal ${plainDateInWords(decree.enactedOn)}</p>`
      : markup`<p class="penetapan"><span class="lencana">Belum ditetapkan</span></p>`,
    markup`<p>Memuat <strong>${have} dari ${of}</strong> komponen standar pelayanan.${missing.length === 0 ? undefined : ` Belum dimuat: ${missing.join(', ')}.`}</p></div>`,
  ]);
};

const about = ({ sources }: Standard, { version }: DocumentOptions): Markup =>
  lines([
    markup`<section id="sumber"><h2>Sumber</h2><ul>`,
    ...sources.map(
      ({ title, note }) =>
        markup`<li>${title}${note === undefined ? undefined : markup`<p class="ket">${note}</p>`}</li>`,
    ),
    markup`</ul>`,
    version &&
      markup`<p>Versi ${version.number}${version.publishedOn === undefined ? undefined : `, diterbitkan ${version.publishedOn}`}.</p>`,
    version?.hash === undefined
      ? undefined
      : markup`<p class="ket">Sidik isi: <span class="sidik" translate="no">${version.hash}</span>. Sidik berubah bila satu huruf saja berubah.</p>`,
    markup`</section>`,
  ]);

export const documentBody = (standard: Standard, options: DocumentOptions): Markup => {
  const chart = chartOf(standard);
  return lines([
    markup`<article class="standar">`,
    letterhead(options),
    cover(standard),
    officialText(standard),
    markup`<section id="pelaksanaan"><h2>II. Pelaksanaan</h2>`,
    markup`<p class="ket">Beginilah naskah di atas dijalankan. Kolom “Dasar” menyebut kalimat yang menjadi asalnya.</p>`,
    runningTables(standard, chart.flow),
    flowchartSection(standard, chart),
    markup`</section>`,
    readingNotes(standard, options.confirmed),
    about(standard, options),
    markup`</article>`,
  ]);
};

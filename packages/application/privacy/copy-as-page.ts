// The copy as one page that needs nothing else: it is opened from a phone's downloads, and printed.
import type { CaseCopy, DataCopy } from './copy-of-data.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const table = (heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `<h3>${escaped(heading)}</h3><table><thead><tr>${columns
        .map((column) => `<th scope="col">${escaped(column)}</th>`)
        .join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;

const caseSection = (one: CaseCopy): string =>
  [
    `<section><h2>${escaped(one.service)}, tiket ${escaped(one.ticket)}</h2>`,
    `<p>${escaped(one.standard)}. Diterima ${escaped(one.received)}. Keadaan: ${escaped(one.state)}.</p>`,
    table(
      'Data Anda',
      ['Data', 'Isi', 'Jenis'],
      one.data.map((row) => [row.label, row.value, row.class]),
    ),
    table(
      'Foto dan dokumen',
      ['Dokumen', 'Keadaan', 'Sejak'],
      one.documents.map((row) => [row.label, row.what, row.since]),
    ),
    table(
      'Surat dan kartu',
      ['Nama', 'Nomor', 'Keadaan', 'Terbit'],
      one.products.map((row) => [row.label, row.number ?? '–', row.state, row.issued]),
    ),
    table(
      'Janji layanan',
      ['Janji', 'Keadaan', 'Batas'],
      one.promises.map((row) => [row.label, row.state, row.due]),
    ),
    table(
      'Riwayat',
      ['Waktu', 'Apa', 'Siapa', 'Catatan'],
      one.history.map((row) => [row.at, row.what, row.who, row.note ?? '']),
    ),
    one.looks.length === 0
      ? '<h3>Siapa yang membuka data Anda</h3><p>Belum ada yang membuka data yang disamarkan.</p>'
      : table(
          'Siapa yang membuka data Anda',
          ['Waktu', 'Siapa', 'Apa'],
          one.looks.map((row) => [row.when, row.who, row.what]),
        ),
    '</section>',
  ].join('');

const style =
  'body{font:16px/1.5 sans-serif;max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem;text-align:left;vertical-align:top}section{break-inside:auto}h2{margin-top:2rem}';

export const copyAsPage = (copy: DataCopy): string => {
  const { controller, request } = copy;
  return [
    '<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Salinan data pribadi ${escaped(request.ticket)}</title><style>${style}</style></head><body>`,
    '<h1>Salinan data pribadi</h1>',
    `<p>Dibuat ${escaped(copy.made)} atas permintaan ${escaped(request.ticket)} yang diterima ${escaped(request.received)}.</p>`,
    `<p>Pengendali data: ${escaped(controller.name)}, ${escaped(controller.address)}.${
      controller.officer === undefined
        ? ''
        : ` Pejabat pelindungan data pribadi: ${escaped(controller.officer)}.`
    }</p>`,
    `<p>Dasar pemrosesan: ${escaped(copy.basis)}.</p><p>Tujuan:</p><ul>${copy.purposes.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`,
    copy.cases.length === 0
      ? '<p>Dinas ini tidak menyimpan berkas Anda.</p>'
      : copy.cases.map(caseSection).join(''),
    '</body></html>',
  ].join('');
};

/** How each form of the copy is saved. */
export const copyFileNames = {
  page: { type: 'text/html; charset=utf-8', ending: 'html' },
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
} as const;

// The six components as sippn.menpan.go.id asks for them, to be copied field by field or printed on one sheet.
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import type { ComponentKey } from '@layan/domain/standard/components';
import type { Standard } from '@layan/domain/standard/standard';
import { framed } from './document/frame.ts';
import type { DocumentOptions } from './document/options.ts';
import { documentStyles } from './document/styles.ts';
import { lines, type Markup, markup } from './markup.ts';

/** SIPPN asks for the service, not for its standard. */
const serviceName = (title: string): string =>
  title.replace(/^standar pelayanan(?: publik)?[\s:–-]+(?=\S)/i, '');

const none = markup`<p class="kosong">Tidak dicantumkan.</p>`;

/** The number field of SIPPN, left empty, is printed as "0": it promises nothing. */
const isEmptyNumber = (text: string): boolean => /^0+$/.test(text.trim());

const sentences = ({ components }: Standard, key: ComponentKey): Markup => {
  const found = components
    .filter((component) => component.key === key)
    .flatMap((component) => component.sentences)
    .filter(({ text }) => !isEmptyNumber(text));
  return found.length === 0
    ? none
    : lines(
        found.map(
          ({ label, text }) => markup`<p>${label === undefined ? undefined : `${label} `}${text}</p>`,
        ),
      );
};

/** The number SIPPN asks for: the promise that citizens read, when there is only one. */
const processingTime = (standard: Standard): Markup => {
  const promises = standard.process.deadlines.filter(({ kind }) => kind === 'promise');
  const aboutClaims = promises.filter(
    ({ channels = [] }) =>
      channels.length === 0 ||
      channels.some((id) => standard.process.channels.some((one) => one.id === id && !one.about)),
  );
  const durations = [...new Set(aboutClaims.map(({ duration }) => durationInWords(duration)))];
  const [only] = durations.length === 1 ? durations : [];
  return lines([
    only === undefined ? undefined : markup`<p><strong>${only}</strong></p>`,
    sentences(standard, 'processingTime'),
  ]);
};

const field = (label: string, value: string | Markup | undefined): Markup =>
  markup`<div class="isian"><dt>${label}</dt><dd>${typeof value === 'string' ? markup`<p>${value}</p>` : (value ?? none)}</dd></div>`;

const styles = `.standar.sippn h1 { text-align: center; } .standar.sippn .jenis { text-align: center; } .sippn dl { margin: 0; } .isian { border-top: 1px solid #8a90a0; padding: .5em 0; break-inside: avoid; } .isian dt { font-weight: 700; } .isian dd { margin: .2em 0 0; } .standar .isian p { margin: 0 0 .25em; }`;

export const renderSippn = (standard: Standard, options: DocumentOptions = {}): string => {
  const { government, agency } = options;
  const { decree } = standard;
  const owner = [government, agency?.name].filter((part) => part !== undefined).join(' / ');
  const body = lines([
    markup`<main class="sippn standar"><p class="jenis">Lembar SIPPN</p><h1>${standard.title}</h1><dl>`,
    field('Instansi', agency?.name),
    field('Alamat', agency?.address),
    field('Telepon', agency?.phone),
    ...(agency?.email === undefined ? [] : [field('Surel', agency.email)]),
    field('Pemerintah / Dinas', owner === '' ? undefined : owner),
    field('Nama layanan', serviceName(standard.title)),
    field(
      'No. SK',
      decree
        ? `${decree.number}, tanggal ${plainDateInWords(decree.enactedOn)}`
        : markup`<p><span class="lencana">Belum ditetapkan</span></p>`,
    ),
    field('Persyaratan', sentences(standard, 'requirements')),
    field('Sistem, Mekanisme dan Prosedur', sentences(standard, 'procedure')),
    field('Waktu Penyelesaian', processingTime(standard)),
    field('Biaya / Tarif', sentences(standard, 'fee')),
    field('Produk Pelayanan', sentences(standard, 'product')),
    field('Pengaduan Layanan', sentences(standard, 'complaintHandling')),
    markup`</dl></main>`,
  ]);
  return framed(
    `Lembar SIPPN: ${standard.title}`,
    `${documentStyles(standard.shortTitle, options.paper)}\n${styles}`,
    body,
  );
};

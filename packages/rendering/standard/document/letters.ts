// Letters on the official document: what stands on each, part by part, before anything is filled in. And what a batch gathers.

import { parseTemplateText } from '@layan/domain/letter/template-text';
import { indexOf } from '@layan/domain/process/process-index';
import { conditionInWords } from '@layan/domain/standard/condition-in-words';
import type { Letter, LetterBlock } from '@layan/domain/standard/letter';
import type { Product } from '@layan/domain/standard/product';
import type { Standard } from '@layan/domain/standard/standard';
import { lines, type Markup, markup } from '../markup.ts';
import { cited } from './cited.ts';
import { table } from './table.ts';

const specials = {
  number: 'nomor surat',
  date: 'tanggal surat',
  ticket: 'nomor tiket',
  agency: 'nama dinas',
  government: 'nama pemerintah daerah',
  lineCount: 'jumlah baris',
  outside: 'diisi tangan',
} as const;

const columns: Readonly<Record<string, string>> = {
  '@no': 'nomor urut',
  '@ticket': 'nomor tiket',
  '@decision': 'keputusan',
  '@note': 'catatan',
};

const layouts = { letter: 'Surat', statement: 'Surat keterangan', minutes: 'Berita acara' } as const;
const papers = { a4: 'A4', f4: 'F4' } as const;

/** "Yth. [Nama lengkap]" */
const blanks = (standard: Standard, text: string): string => {
  const { facts } = indexOf(standard.process);
  const parsed = parseTemplateText(text);
  if (!parsed.ok) return text;
  return parsed.value
    .map((part) => {
      if (part.kind === 'text') return part.text;
      return part.kind === 'special'
        ? `[${specials[part.special]}]`
        : `[${facts.get(part.fact)?.label ?? part.fact}]`;
    })
    .join('');
};

const onlyIf = (standard: Standard, { when }: Pick<LetterBlock, 'when'>): Markup | undefined =>
  when && markup`<p class="ket">Bila ${conditionInWords(standard.process.facts, when)}:</p>`;

const part = (standard: Standard, block: LetterBlock): Markup => {
  const fill = (text: string): string => blanks(standard, text);
  const only = onlyIf(standard, block);
  if ('paragraph' in block) return markup`${only}<p>${fill(block.paragraph)}</p>`;
  if ('list' in block)
    return markup`${only}<ol>${block.list.map((text) => markup`<li>${fill(text)}</li>`)}</ol>`;
  if ('table' in block)
    return markup`${only}${block.table.map(
      (row) => markup`${onlyIf(standard, row)}<p>${row.label}: ${fill(row.value)}</p>`,
    )}`;
  const known = (value: string): string => columns[value] ?? value;
  const names = block.lines.map(({ label, value }) =>
    value.startsWith('@') ? `${label} (${known(value)})` : label,
  );
  const step = standard.process.steps.find(({ id }) => id === block.decided?.step);
  const which = (block.decided?.decisions ?? []).map(
    (id) => step?.lines?.decisions.find((one) => one.id === id)?.label ?? id,
  );
  const chosen = which.length === 0 ? 'setiap baris' : `baris yang diputuskan ${which.join(' atau ')}`;
  return markup`${only}<p>Daftar ${chosen}: ${names.join(', ')}.</p>`;
};

const heading = (standard: Standard, { label, letter }: Product, is: Letter): readonly string[] => {
  const { layout, title, nature, annex, subject, to = [] } = is;
  if (!letter || layout !== 'letter') return [title ?? label];
  return [
    ...(nature === undefined ? [] : [`Sifat: ${nature}`]),
    ...(annex === undefined ? [] : [`Lampiran: ${blanks(standard, annex)}`]),
    ...(subject === undefined ? [] : [`Hal: ${blanks(standard, subject)}`]),
    ...to.map((line, at) => `${at === 0 ? 'Yth. ' : ''}${blanks(standard, line)}`),
  ];
};

const signers = (standard: Standard, { id }: Product, { signatory }: Letter): string => {
  const { steps, roles } = standard.process;
  const signing = steps.find(({ outcomes }) =>
    outcomes.some(({ effects = [] }) => effects.some((effect) => 'issue' in effect && effect.issue === id)),
  );
  const role = roles.find((one) => one.id === signing?.role)?.label;
  const by = signatory.office ?? role ?? '';
  return `Ditandatangani ${by}${signatory.outside ? ', di luar dinas' : ''}${signatory.others ? `, bersama ${signatory.others.join(', ')}` : ''}.`;
};

const template = (standard: Standard, product: Product, letter: Letter): Markup =>
  lines([
    ...heading(standard, product, letter).map((text) => markup`<p>${text}</p>`),
    ...letter.body.map((block) => part(standard, block)),
    markup`<p>${signers(standard, product, letter)}</p>`,
    letter.copies &&
      markup`<p>Tembusan: ${letter.copies.map((copy) => blanks(standard, copy)).join('; ')}.</p>`,
    ...(letter.annexes ?? []).flatMap(({ title, body }) => [
      markup`<p>Lampiran: ${blanks(standard, title)}</p>`,
      ...body.map((block) => part(standard, block)),
    ]),
  ]);

const form = ({ numbering }: Product, { layout, paper }: Letter): Markup =>
  markup`<p>${layouts[layout]}, kertas ${papers[paper]}.</p>${numbering && markup`<p class="ket">Nomor: ${numbering.pattern.replace('{class}', numbering.classification ?? '{class}')}</p>`}`;

export const letterTemplates = (standard: Standard): Markup | undefined =>
  table(
    'tabel-surat',
    'Isi surat',
    ['Surat', 'Bentuk', 'Bunyi', 'Dasar'],
    standard.process.products.flatMap((product) => {
      const { letter, label, basis } = product;
      return letter
        ? [[label, form(product, letter), template(standard, product, letter), cited(standard, basis)]]
        : [];
    }),
  );

export const gathered = (standard: Standard): Markup | undefined => {
  const { lines: batch } = standard.process;
  return table(
    'tabel-himpunan',
    'Berkas yang dihimpun',
    ['Yang dihimpun', 'Layanan', 'Kolom', 'Dasar'],
    batch
      ? [
          [
            batch.label,
            `${batch.of}, paling banyak ${batch.atMost} berkas`,
            batch.columns.map(({ label }) => label).join(', '),
            cited(standard, batch.basis),
          ],
        ]
      : [],
  );
};

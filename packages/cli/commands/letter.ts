// `layan letter FILE --product P`: what stands on a letter, as text or as PDF.
import type { Product } from '@layan/domain/standard/product';
import type { Standard } from '@layan/domain/standard/standard';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readMoment } from '../input/read-moment.ts';
import { checkTimes, readScript, usualStart } from '../input/read-script.ts';
import { readRunnable } from '../input/read-standard.ts';
import { getTenant } from '../input/read-tenant.ts';
import { writeOut } from '../input/write-out.ts';
import { tenantOption } from '../options.ts';
import type { LetterResult } from '../results/document-results.ts';
import { letterOfStory } from '../stories/letter-of-story.ts';
import { playTold } from '../stories/play-told.ts';
import type { Surroundings } from '../surroundings.ts';
import { letterInWords } from '../words/letter-in-words.ts';
import { suggestion } from '../words/nearest.ts';

type WithLetter = Product & { readonly letter: NonNullable<Product['letter']> };

const hasLetter = (product: Product): product is WithLetter => product.letter !== undefined;

const productOf = ({ process }: Standard, given: Arguments): WithLetter => {
  const letters = process.products.filter(hasLetter);
  const id = given.find('product');
  const [only, ...others] = letters;
  if (!only) throw new UsageError('unknown-name', 'Standar ini tidak memuat templat surat ("letter").');
  const known = letters.map((one) => one.id);
  if (id === undefined) {
    if (others.length === 0) return only;
    throw new UsageError('operands', `Tulis --product dengan salah satu dari: ${known.join(', ')}.`);
  }
  const found = letters.find((one) => one.id === id);
  if (found) return found;
  throw new UsageError('unknown-name', `Surat "${id}" tidak ada pada standar ini.${suggestion(id, known)}`);
};

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [file = ''] = given.operands;
  const { calendar } = await getTenant(given, surroundings);
  const standard = await readRunnable(surroundings, file);
  const product = productOf(standard, given);
  const out = given.find('out');
  const isTold = given.has('script') || given.has('example');
  const story = isTold ? (await readScript(standard, given, surroundings)).script : undefined;
  if (story) checkTimes(story, calendar.zone);
  const from = readMoment(story?.at ?? usualStart, calendar.zone);
  const { played, refused } = story ? playTold(standard, story, { calendar, from }) : {};
  if (refused?.code === 'unknown-name') throw new UsageError('unknown-name', refused.message);
  const names = { government: given.find('government'), agency: given.find('agency') };
  const { artwork, missing } = letterOfStory(standard, product, played?.snapshot, names);
  if (out !== undefined) {
    const { renderLetter } = await import('@layan/rendering/render-letter');
    await writeOut(surroundings, out, await renderLetter(artwork));
  }
  const words = letterInWords(artwork);
  const json: LetterResult = {
    command: 'letter',
    file,
    product: product.id,
    missing: [...missing],
    text: words,
    ...(out !== undefined && { out }),
  };
  const notes = [
    ...(refused ? [`Cerita berhenti pada ${refused.what}: ${refused.message}`] : []),
    ...(missing.length === 0
      ? []
      : [`Belum diketahui: ${missing.join(', ')}. Surat ini tidak dapat dibekukan.`]),
    ...(out === undefined ? [] : [`Ditulis ke ${out}.`]),
  ];
  const text = [words, ...(notes.length === 0 ? [] : ['', '===', ...notes])].join('\n');
  return { exit: refused || missing.length > 0 ? 1 : 0, json, text };
};

export const letter: Command = {
  name: 'letter',
  usage: 'letter FILE [--product SURAT] [--script SCRIPT.json]',
  summary: 'Menulis sebuah surat: templatnya, terisi menurut sebuah cerita.',
  about: `Dengan naskah atau contoh: isinya menurut cerita itu, dengan nomor dan tanggal bila dibekukan.
Tanpa cerita: semua data diisi contoh. Data pribadi selalu contoh, ditulis dalam ‹ ›.
Yang belum diketahui ditandai [belum diisi: …], dan hasil akhirnya 1: surat itu tidak dapat dibekukan.`,
  operands: { least: 1, most: 1 },
  options: {
    product: { value: 'SURAT', help: 'nama produk surat; boleh kosong bila hanya satu' },
    script: { value: 'SCRIPT.json', help: 'naskah yang dimainkan lebih dahulu' },
    example: { value: 'CONTOH', help: 'atau: contoh di dalam standar itu sendiri' },
    out: { value: 'SURAT.pdf', short: 'o', help: 'gambar juga sebagai PDF, bertanda KONSEP' },
    government: { value: 'NAMA', help: 'pemerintah daerah pada kop' },
    agency: { value: 'NAMA', help: 'instansi pada kop' },
    tenant: tenantOption,
  },
  examples: ['letter standar.json --example diterima', 'letter standar.json --product surat -o surat.pdf'],
  run,
};

// `layan render FILE --as FORM`: the standard as an official document, a SIPPN sheet, a flowchart, or canonical JSON.
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import type { Standard } from '@layan/domain/standard/standard';
import type { DocumentOptions } from '@layan/rendering/standard/document/options';
import { type Arguments, choiceOf } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readRunnable, readStandard } from '../input/read-standard.ts';
import { writeOut } from '../input/write-out.ts';
import type { RenderResult } from '../results/document-results.ts';
import type { Surroundings } from '../surroundings.ts';

const forms = ['html', 'sippn', 'svg', 'json'] as const;
type Form = (typeof forms)[number];

/** What draws is loaded only when it draws. */
const render = async (standard: Standard, form: Form, options: DocumentOptions): Promise<string> => {
  switch (form) {
    case 'html':
      return (await import('@layan/rendering/standard/render-html')).renderHtml(standard, options);
    case 'sippn':
      return (await import('@layan/rendering/standard/render-sippn')).renderSippn(standard, options);
    case 'svg':
      return (await import('@layan/rendering/standard/render-flowchart')).renderFlowchart(standard);
    case 'json':
      return canonicalJson(standard);
  }
};

const optionsOf = (given: Arguments): DocumentOptions => {
  const [government, agency] = [given.find('government'), given.find('agency')];
  const paper = choiceOf(given, 'paper', ['A4', 'F4']);
  return {
    ...(government !== undefined && { government }),
    ...(agency !== undefined && { agency: { name: agency } }),
    ...(paper && { paper }),
  };
};

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [file = ''] = given.operands;
  const form = choiceOf(given, 'as', forms);
  if (form === undefined) throw new UsageError('operands', `Opsi --as wajib ditulis: ${forms.join(', ')}.`);
  const out = given.find('out');
  const read = form === 'json' ? readStandard : readRunnable;
  const content = await render(await read(surroundings, file), form, optionsOf(given));
  if (out !== undefined) await writeOut(surroundings, out, content);
  const json: RenderResult = {
    command: 'render',
    file,
    as: form,
    bytes: new TextEncoder().encode(content).length,
    ...(out === undefined ? { content } : { out }),
  };
  return { exit: 0, json, text: out === undefined ? content : `Ditulis ke ${out}.\n`, exact: true };
};

export const renderCommand: Command = {
  name: 'render',
  usage: 'render FILE --as html|sippn|svg|json [-o OUT]',
  summary: 'Menggambar standar: dokumen resmi, lembar SIPPN, bagan alur, atau JSON baku.',
  about: `html   dokumen resmi lengkap dengan bagan alur, siap dicetak
sippn  lembar enam komponen SIPPN (HTML)
svg    bagan alur, dengan uraian teksnya di dalam
json   JSON baku (RFC 8785): dokumen yang sama selalu tertulis sama, bita demi bita`,
  operands: { least: 1, most: 1 },
  options: {
    as: { value: 'BENTUK', help: 'html, sippn, svg, atau json (wajib)' },
    out: { value: 'OUT', short: 'o', help: 'tulis ke berkas ini, bukan ke keluaran standar' },
    government: { value: 'NAMA', help: 'pemerintah daerah pada kepala dokumen (html, sippn)' },
    agency: { value: 'NAMA', help: 'instansi pada kepala dokumen (html, sippn)' },
    paper: { value: 'A4|F4', help: 'ukuran kertas cetak (html, sippn)' },
  },
  examples: ['render standar.json --as html -o standar.html', 'render standar.json --as json'],
  run,
};

// `layan export verify`: is everything that a government took home there, and as it was handed over?
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import type { ExportResult } from '../results/export-result.ts';
import type { Surroundings } from '../surroundings.ts';

type Fault = ExportResult['faults'][number];

/** A bundle is smaller; one object that is larger has one of its own. */
const MOST_BYTES = 1024 * 1024 * 1024;
const LIST = 'SHA256SUMS';
const LINE = /^([0-9a-f]{64}) {2}([\w.-]+)$/;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function readIn({ read }: Surroundings, folder: string, name: string): Promise<Uint8Array | undefined> {
  try {
    return await read(join(folder, name), MOST_BYTES);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const rowsOf = (list: Uint8Array): readonly { readonly hash: string; readonly name: string }[] =>
  new TextDecoder()
    .decode(list)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, hash, name] = LINE.exec(line) ?? [];
      if (hash === undefined || name === undefined)
        throw new UsageError('operands', `${LIST} bukan daftar sidik: ada baris yang tidak dapat dibaca.`);
      return { hash, name };
    });

async function faultOf(
  surroundings: Surroundings,
  folder: string,
  row: { readonly hash: string; readonly name: string },
): Promise<Fault | undefined> {
  const { name } = row;
  const bytes = await readIn(surroundings, folder, name);
  if (!bytes) return { name, why: 'missing', message: `${name} tidak ada.` };
  return hashOf(bytes) === row.hash
    ? undefined
    : { name, why: 'changed', message: `${name} tidak sama dengan yang diserahkan.` };
}

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [action = ''] = given.operands;
  if (action !== 'verify')
    throw new UsageError('unknown-name', `"${action}" tidak dikenal. Yang ada: layan export verify.`);
  const folder = given.find('folder');
  if (folder === undefined)
    throw new UsageError('operands', 'Opsi --folder wajib: folder tempat berkas ekspor disimpan.');
  const list = await readIn(surroundings, folder, LIST);
  if (!list) throw new UsageError('operands', `Di folder ${folder} tidak ada ${LIST}.`);
  const rows = rowsOf(list);
  const faults: Fault[] = [];
  for (const row of rows) {
    const fault = await faultOf(surroundings, folder, row);
    if (fault) faults.push(fault);
  }
  const clean = faults.length === 0;
  const result: ExportResult = {
    ...{ command: 'export', folder, clean, files: rows.length, list: hashOf(list), faults },
  };
  const text = [
    ...faults.map(({ message }) => `  ${message}`),
    clean
      ? `Ekspor lengkap dan utuh: ${rows.length} berkas.`
      : `Ekspor TIDAK utuh: ${faults.length} dari ${rows.length} berkas.`,
    `Sidik ${LIST}: ${result.list}`,
  ];
  return { exit: clean ? 0 : 1, json: result, text: text.join('\n') };
};

export const exportCommand: Command = {
  name: 'export',
  usage: 'export verify --folder FOLDER',
  summary: 'Memeriksa data yang dibawa pulang daerah: semua berkas ada dan tidak diubah.',
  about: `Setiap berkas yang disebut dalam SHA256SUMS dibaca dan sidiknya dibandingkan. Sidik SHA256SUMS sendiri ditulis di
akhir; bandingkan dengan "Sidik daftar berkas" pada berita acara pemusnahan.`,
  operands: { least: 1, most: 1 },
  options: { folder: { value: 'FOLDER', help: 'folder tempat semua berkas ekspor disimpan' } },
  examples: ['export verify --folder ./data-daerah'],
  run,
};

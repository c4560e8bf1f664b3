// `layan check FILE`: everything the checker has to say about a standard.
import { checkStandard } from '@layan/domain/standard/check';
import { catalogue } from '@layan/domain/standard/checks/catalogue';
import { findSentence } from '@layan/domain/standard/lookup';
import type { Standard } from '@layan/domain/standard/standard';
import type { TenantFacts } from '@layan/domain/standard/tenant-facts';
import type * as z from 'zod/mini';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { type ToldFinding, UnfitStandard } from '../errors.ts';
import { readServices, withServices } from '../input/read-services.ts';
import { readStandard } from '../input/read-standard.ts';
import { findTenant } from '../input/read-tenant.ts';
import { tenantOption } from '../options.ts';
import type { CheckResult, CodesResult } from '../results/check-result.ts';
import type { Surroundings } from '../surroundings.ts';
import { findingsInWords, levels } from '../words/findings-in-words.ts';
import { suggestion } from '../words/nearest.ts';

const codes = (): Answer => {
  const rows = Object.entries(catalogue)
    .map(([code, { severity, advice }]) => ({ code, severity, advice }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const json: z.infer<typeof CodesResult> = { command: 'check', codes: rows };
  const text = rows
    .map(({ code, severity, advice }) => `${levels[severity].padEnd(10)} ${code}\n           ${advice}`)
    .join('\n');
  return { exit: 0, json, text };
};

const summary = ({ error, warning, note }: CheckResult['counts'], readings: number): string => {
  const counted = `${error} kesalahan, ${warning} peringatan, ${note} catatan.`;
  const waits = readings === 0 ? '' : ` ${readings} tafsiran disahkan satu per satu sebelum terbit.`;
  return `${counted}${error === 0 ? waits : ' Belum dapat diterbitkan.'}`;
};

const answer = (file: string, findings: readonly ToldFinding[], standard: Standard | undefined): Answer => {
  const count = (level: ToldFinding['severity']) =>
    findings.filter(({ severity }) => severity === level).length;
  const counts = { error: count('error'), warning: count('warning'), note: count('note') };
  const readings = standard?.readings.map(({ id }) => id) ?? [];
  const json: CheckResult = {
    command: 'check',
    file,
    ...(standard && { standard: { id: standard.id, title: standard.title, agency: standard.agency } }),
    clean: counts.error === 0,
    counts,
    findings: findings.map((one) => ({ ...one, cites: [...one.cites] })),
    readings,
  };
  const quote = (id: string) => standard && findSentence(standard, id)?.text;
  const words = findingsInWords(findings, quote);
  const text = [
    standard?.title ?? file,
    '',
    ...(words === '' ? [] : [words]),
    summary(counts, readings.length),
  ];
  return { exit: counts.error === 0 ? 0 : 1, json, text: text.join('\n') };
};

/** A tenant serves several standards: a role of none but another is no error, only worth a look. */
const strangeRoles = ({ process }: Standard, tenant: TenantFacts | undefined): readonly ToldFinding[] => {
  const known = process.roles.map(({ id }) => id);
  const named = new Set((tenant?.staff ?? []).flatMap(({ roles }) => roles));
  const strange = [...named].filter((id) => !known.includes(id));
  return strange.map((id) => ({
    code: 'tenant-role',
    severity: 'note',
    place: 'process.roles',
    cites: [],
    message: `Berkas daerah menyebut peran "${id}", yang tidak ada pada standar ini.${suggestion(id, known)}`,
    advice: 'Periksa nama peran itu, kecuali peran itu untuk standar lain.',
  }));
};

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  if (given.has('codes')) return codes();
  const [file = ''] = given.operands;
  const known = await findTenant(given, surroundings);
  const beside = await readServices(given, surroundings);
  const tenant = withServices(known, beside);
  try {
    const standard = await readStandard(surroundings, file);
    return answer(file, [...checkStandard(standard, tenant), ...strangeRoles(standard, tenant)], standard);
  } catch (error) {
    if (error instanceof UnfitStandard) return answer(file, error.findings, undefined);
    throw error;
  }
};

export const check: Command = {
  name: 'check',
  usage: 'check FILE [--tenant TENANT.json]',
  summary: 'Memeriksa standar: apa yang menghalangi, dipertanyakan, dan perlu diketahui.',
  about: `Setiap temuan memuat kode tetap, tempat, kalimat yang bersangkutan, dan saran.
Kesalahan menghalangi penerbitan, peringatan bertanya, catatan memberi tahu.
Dengan --tenant juga diperiksa apa yang hanya diketahui daerah: jam buka dan petugas.
Dengan --with juga apa yang saling diserahkan: baris, keputusan, layanan lanjutan.`,
  operands: { least: 1, most: 1 },
  options: {
    tenant: tenantOption,
    with: {
      value: 'LAIN.json',
      many: true,
      help: 'standar lain dinas yang sama: berkas bersama, anggotanya, layanan lanjutan; boleh berulang',
    },
    codes: { alone: true, help: 'daftar semua kode temuan; tanpa FILE' },
  },
  examples: [
    'check standar.json',
    'check rapat.json --with usulan.json',
    'check standar.json --tenant kota.json --json',
    'check --codes',
  ],
  run,
};

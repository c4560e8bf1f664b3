// `layan audit verify`: is everything that was sealed still there, and as it was?
import { makeVerifySeal } from '@layan/application/audit/verify-seal';
import { type AuditFault, nameOf } from '@layan/domain/audit/fault';
import { faultInWords } from '@layan/domain/audit/fault-words';
import { TenantId } from '@layan/domain/kernel/ids';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import type { AuditResult } from '../results/audit-result.ts';
import type { AuditTrail, Surroundings } from '../surroundings.ts';

/** More are counted, and not kept. */
const KEPT = 1_000;
const PROGRESS_EVERY = 25;

const closed = {
  'role-unfit':
    'Sebut peran pemeriksa: --role arn:aws:iam::AKUN:role/layan-STAGE-data-auditor, atau --endpoint untuk Layan di mesin ini.',
  'no-credentials':
    'Tidak ada kredensial AWS. Isi AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, dan AWS_SESSION_TOKEN (aws configure export-credentials --format env).',
} as const;

interface Found {
  readonly faults: AuditFault[];
  readonly known: Set<string>;
  count: number;
}

const note = (found: Found, faults: readonly AuditFault[]): void => {
  for (const fault of faults) {
    const name = nameOf(fault);
    // A damaged case is met in every seal that names it.
    if (found.known.has(name)) continue;
    if (found.known.size < KEPT) found.known.add(name);
    found.count += 1;
    if (found.faults.length < KEPT) found.faults.push(fault);
  }
};

/** What lies among the seals and is none, or comes after the last. */
async function noteStrangers(trail: AuditTrail, seals: number, found: Found): Promise<void> {
  for await (const numbers of trail.listed())
    for (const number of numbers)
      if (number === undefined || number > seals)
        note(found, [{ where: 'seal', at: number ?? 0, why: 'strange' }]);
}

async function verify(
  trail: AuditTrail,
  { err }: Surroundings,
): Promise<Omit<AuditResult, 'command' | 'tenant'>> {
  const verifySeal = makeVerifySeal(trail);
  const found: Found = { faults: [], known: new Set(), count: 0 };
  let cases = 0;
  let entries = 0;
  for (let number = 1; ; number += 1) {
    const seal = await verifySeal({ number });
    note(found, seal.faults);
    cases += seal.cases;
    entries += seal.entries;
    if (seal.last) {
      const seals = number - 1;
      await noteStrangers(trail, seals, found);
      const faults = found.faults.map((fault) => ({ ...fault, message: faultInWords(fault) }));
      return { clean: found.count === 0, seals, cases, entries, faultCount: found.count, faults };
    }
    if (number % PROGRESS_EVERY === 0) err(`${number} segel diperiksa, ${found.count} temuan.\n`);
  }
}

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [action = ''] = given.operands;
  if (action !== 'verify')
    throw new UsageError('unknown-name', `"${action}" tidak dikenal. Yang ada: layan audit verify.`);
  const tenant = TenantId.safeParse(given.find('tenant'));
  if (!tenant.success)
    throw new UsageError('operands', 'Opsi --tenant wajib, misalnya --tenant kota-pekalongan.');
  const [role, endpoint] = [given.find('role'), given.find('endpoint')];
  if (endpoint !== undefined && !URL.canParse(endpoint))
    throw new UsageError(
      'option-value',
      'Opsi --endpoint memerlukan alamat, misalnya http://127.0.0.1:4401.',
    );
  const trail = await surroundings.openTrail({ tenant: tenant.data, role, endpoint });
  if (typeof trail === 'string') throw new UsageError('trail-closed', closed[trail]);
  surroundings.err(`Memeriksa jejak audit ${tenant.data} …\n`);
  const result = await verify(trail, surroundings);
  const counted = `${result.seals} segel, ${result.cases} keadaan berkas, ${result.entries} catatan pengelolaan dan pembukaan data.`;
  const more = result.faultCount - result.faults.length;
  const text = [
    ...result.faults.map(({ message }) => `  ${message}`),
    ...(more > 0 ? [`  … dan ${more} lagi.`] : []),
    result.clean
      ? `Jejak audit ${tenant.data} utuh: ${counted}`
      : `Jejak audit ${tenant.data} TIDAK utuh: ${result.faultCount} temuan. Diperiksa ${counted}`,
  ];
  return {
    exit: result.clean ? 0 : 1,
    json: { command: 'audit', tenant: tenant.data, ...result },
    text: text.join('\n'),
  };
};

export const audit: Command = {
  name: 'audit',
  usage: 'audit verify --tenant DAERAH [--role ARN | --endpoint ALAMAT]',
  summary: 'Memeriksa jejak audit daerah: semua yang disegel masih ada dan tidak diubah.',
  about: `Setiap segel diperiksa: nomornya berurutan, menyambung dengan segel sebelumnya, dan ditandatangani kunci daerah
itu. Lalu setiap berkas yang disebutnya: catatannya utuh dan masih memuat yang disegel; demikian juga tindakan
pengelolaan dan pembukaan data. Berkas yang dihapus menurut aturan bukan temuan: catatannya tetap ada, tanpa kunci.
Kredensial AWS diambil dari lingkungan (AWS_ACCESS_KEY_ID dan seterusnya) dan harus boleh memakai peran pemeriksa,
yang hanya dapat membaca dan tidak dapat membuka data pribadi. Dengan --endpoint: Layan yang berjalan di mesin ini.
Kemajuan ditulis ke keluaran kesalahan.`,
  operands: { least: 1, most: 1 },
  options: {
    tenant: { value: 'DAERAH', help: 'daerah yang diperiksa, misalnya kota-pekalongan' },
    role: { value: 'ARN', help: 'peran pemeriksa: arn:aws:iam::AKUN:role/layan-STAGE-data-auditor' },
    endpoint: { value: 'ALAMAT', help: 'Layan di mesin ini, misalnya http://127.0.0.1:4401' },
  },
  examples: [
    'audit verify --tenant kota-pekalongan --endpoint http://127.0.0.1:4401',
    'audit verify --tenant kota-pekalongan --role arn:aws:iam::111122223333:role/layan-prod-data-auditor',
  ],
  run,
};

// Hands everything over, a file at a time: rows as lines of JSON, then scans, letters and seals in bundles, and at last
// the hash of every file. Where it got to is saved with every file, so it goes on from there. Two may be at the same file at the
// same moment and cut it differently: each file is named by what is in it, so that neither writes over what the other has saved.
import type { InstantText } from '@layan/domain/kernel/ids';
import { sha256 } from '../../kernel/sha256.ts';
import type { Exporting, Offboarding, TenantRemains } from '../../ports/offboarding.ts';
import type { TenantRegistration } from '../../ports/tenants.ts';
import type { Do, Done, OffboardPorts } from './leaving-step.ts';
import { READ_ME } from './read-me.ts';

const nextName = (number: number, what: 'data' | 'berkas', ending: string, content: string | Uint8Array) =>
  `${what}-${String(number).padStart(5, '0')}-${sha256(content).slice(0, 8)}.${ending}`;

const goOn = (leaving: Offboarding, exporting: Exporting): Done => ({ stay: { ...leaving, exporting } });

async function rows(
  remains: TenantRemains,
  leaving: Offboarding,
  at: Exporting & { of: 'rows' },
): Promise<Done> {
  const page = await remains.exportPage(at.after);
  const content = page.lines.map((line) => `${line}\n`).join('');
  const data = leaving.exported.data + 1;
  const name = nextName(data, 'data', 'jsonl', content);
  const kept = await remains.keepExport(name, content);
  const exported = { ...leaving.exported, data, bytes: leaving.exported.bytes + kept.bytes };
  const next: Exporting = page.next ? { of: 'rows', after: page.next } : { of: 'objects' };
  return {
    stay: { ...leaving, exported, sealed: leaving.sealed + page.sealed, exporting: next },
    file: { name, ...kept, rows: page.lines.length },
  };
}

async function bundle(
  remains: TenantRemains,
  leaving: Offboarding,
  at: Exporting & { of: 'objects' },
  now: InstantText,
): Promise<Done> {
  const found = await remains.bundleObjects(at.after);
  const next: Exporting =
    found.next === undefined ? { of: 'list', at: now } : { of: 'objects', after: found.next };
  if (!found.bundle) return goOn(leaving, next);
  const bundles = leaving.exported.bundles + 1;
  const name = nextName(bundles, 'berkas', 'tar', found.bundle.bytes);
  const kept = await remains.keepExport(name, found.bundle.bytes);
  const exported = { ...leaving.exported, bundles, bytes: leaving.exported.bytes + kept.bytes };
  return {
    stay: { ...leaving, exported, exporting: next },
    file: { name, ...kept, rows: found.bundle.objects },
  };
}

/** What was saved is listed, as of when it was complete: whoever lists it once more writes the same. */
async function list(
  ports: OffboardPorts,
  { tenant, firstManager }: TenantRegistration,
  leaving: Offboarding,
  exportedAt: InstantText,
): Promise<Done> {
  const remains = ports.remains(tenant.id);
  const { exporting: _, ...rest } = leaving;
  const readMe = { name: 'BACA-DAHULU.txt', ...(await remains.keepExport('BACA-DAHULU.txt', READ_ME)) };
  const saved = await ports.register.listExported(tenant.id, leaving.announcedAt);
  // Where each file is noted apart from how many there are: a list that lacks one is none.
  if (saved.length !== leaving.exported.data + leaving.exported.bundles)
    throw new Error('Catatan berkas ekspor tidak lengkap. Batalkan, lalu mulai dari awal.');
  const all = [{ ...readMe, rows: 0 }, ...saved];
  const sums = all.map(({ sha256: hash, name }) => `${hash}  ${name}\n`).join('');
  const listed = { name: 'SHA256SUMS', ...(await remains.keepExport('SHA256SUMS', sums)), rows: all.length };
  const files = [...all, listed].sort((a, b) => (a.name < b.name ? -1 : 1));
  const bytes = leaving.exported.bytes + readMe.bytes + listed.bytes;
  const offer = { agency: firstManager.agency, at: exportedAt, sealed: leaving.sealed };
  await ports.openTenant(tenant.id).exports.offer(offer, files);
  return { next: { ...rest, exported: { ...leaving.exported, bytes, sums: listed.sha256 }, exportedAt } };
}

export const exportAll: Do = async (ports, registration, leaving) => {
  const remains = ports.remains(registration.tenant.id);
  const at = leaving.exporting ?? { of: 'rows' };
  if (at.of === 'list') return list(ports, registration, leaving, at.at);
  if (at.of === 'rows') return rows(remains, leaving, at);
  return bundle(remains, leaving, at, ports.clock.now());
};

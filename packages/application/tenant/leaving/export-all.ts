// Hands everything over, a file at a time: rows as lines of JSON, then scans, letters and seals in bundles, and at last
// the hash of every file. Where it got to is saved with every file, so it goes on from there. Two may be at the same file at the
// same moment and cut it differently: each file is named by what is in it, so that neither writes over what the other has saved.
import type { InstantText } from '@layan/domain/kernel/ids';
import { sha256 } from '../../kernel/sha256.ts';
import type { ExportedFile, Exporting, Offboarding, TenantRemains } from '../../ports/offboarding.ts';
import type { TenantRegistration } from '../../ports/tenants.ts';
import type { Do, Done, OffboardPorts } from './leaving-step.ts';
import { READ_ME } from './read-me.ts';

const nextName = (
  { files }: Offboarding,
  what: 'data' | 'berkas',
  ending: string,
  content: string | Uint8Array,
): string => {
  const number = files.filter(({ name }) => name.startsWith(`${what}-`)).length + 1;
  return `${what}-${String(number).padStart(5, '0')}-${sha256(content).slice(0, 8)}.${ending}`;
};

const goOn = (leaving: Offboarding, exporting: Exporting, more: Partial<Offboarding> = {}): Done => ({
  stay: { ...leaving, ...more, exporting },
});

async function rows(remains: TenantRemains, leaving: Offboarding, at: Exporting & { of: 'rows' }) {
  const page = await remains.exportPage(at.after);
  const content = page.lines.map((line) => `${line}\n`).join('');
  const name = nextName(leaving, 'data', 'jsonl', content);
  const kept = await remains.keepExport(name, content);
  const files = [...leaving.files, { name, ...kept, rows: page.lines.length }];
  const sealed = leaving.sealed + page.sealed;
  const next: Exporting = page.next ? { of: 'rows', after: page.next } : { of: 'objects' };
  return goOn(leaving, next, { files, sealed });
}

async function bundle(
  remains: TenantRemains,
  leaving: Offboarding,
  at: Exporting & { of: 'objects' },
): Promise<{ readonly files: readonly ExportedFile[]; readonly next?: string }> {
  const found = await remains.bundleObjects(at.after);
  const more = found.next === undefined ? {} : { next: found.next };
  if (!found.bundle) return { files: leaving.files, ...more };
  const name = nextName(leaving, 'berkas', 'tar', found.bundle.bytes);
  const kept = await remains.keepExport(name, found.bundle.bytes);
  return { files: [...leaving.files, { name, ...kept, rows: found.bundle.objects }], ...more };
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
  const all = [...leaving.files, { ...readMe, rows: 0 }];
  const sums = all.map(({ sha256: hash, name }) => `${hash}  ${name}\n`).join('');
  const listed = { name: 'SHA256SUMS', ...(await remains.keepExport('SHA256SUMS', sums)), rows: all.length };
  const files = [...all, listed];
  const offer = { agency: firstManager.agency, at: exportedAt, files, sealed: leaving.sealed };
  await ports.openTenant(tenant.id).exports.offer(offer);
  return { next: { ...rest, files, exportedAt } };
}

export const exportAll: Do = async (ports, registration, leaving) => {
  const remains = ports.remains(registration.tenant.id);
  const at = leaving.exporting ?? { of: 'rows' };
  if (at.of === 'list') return list(ports, registration, leaving, at.at);
  if (at.of === 'rows') return rows(remains, leaving, at);
  const { files, next } = await bundle(remains, leaving, at);
  return next === undefined
    ? goOn(leaving, { of: 'list', at: ports.clock.now() }, { files })
    : goOn(leaving, { of: 'objects', after: next }, { files });
};

// Hands everything over, a file at a time: rows as lines of JSON, then scans, letters and seals in bundles, and at last
// the hash of every file. Where it got to is saved with every file, so it goes on from there.
import type { ExportedFile, Exporting, Offboarding, TenantRemains } from '../../ports/offboarding.ts';
import type { Do, Done } from './leaving-step.ts';
import { READ_ME } from './read-me.ts';

const numbered = (what: string, number: number, ending: string): string =>
  `${what}-${String(number).padStart(5, '0')}.${ending}`;
const many = ({ files }: Offboarding, what: string): number =>
  files.filter(({ name }) => name.startsWith(`${what}-`)).length;

const goOn = (leaving: Offboarding, exporting: Exporting, more: Partial<Offboarding> = {}): Done => ({
  stay: { ...leaving, ...more, exporting },
});

async function rows(remains: TenantRemains, leaving: Offboarding, at: Exporting & { of: 'rows' }) {
  const page = await remains.exportPage(at.after);
  const name = numbered('data', many(leaving, 'data') + 1, 'jsonl');
  const kept = await remains.keepExport(name, page.lines.map((line) => `${line}\n`).join(''));
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
  const name = numbered('berkas', many(leaving, 'berkas') + 1, 'tar');
  const kept = await remains.keepExport(name, found.bundle.bytes);
  return { files: [...leaving.files, { name, ...kept, rows: found.bundle.objects }], ...more };
}

export const exportAll: Do = async (ports, { tenant, firstManager }, leaving) => {
  const remains = ports.remains(tenant.id);
  const at = leaving.exporting ?? { of: 'rows' };
  if (at.of === 'rows') return rows(remains, leaving, at);
  const { files, next } = await bundle(remains, leaving, at);
  if (next !== undefined) return goOn(leaving, { of: 'objects', after: next }, { files });
  const readMe = {
    name: 'BACA-DAHULU.txt',
    ...(await remains.keepExport('BACA-DAHULU.txt', READ_ME)),
    rows: 0,
  };
  const all = [...files, readMe];
  const sums = all.map(({ sha256: hash, name }) => `${hash}  ${name}\n`).join('');
  const list = { name: 'SHA256SUMS', ...(await remains.keepExport('SHA256SUMS', sums)), rows: all.length };
  const { exporting: _, ...rest } = leaving;
  const exportedAt = ports.clock.now();
  const done = [...all, list];
  const { agency } = firstManager;
  const offer = { agency, at: exportedAt, files: done, sealed: leaving.sealed };
  await ports.openTenant(tenant.id).exports.offer(offer);
  return { next: { ...rest, files: done, exportedAt } };
};

// A tenant with a few cases, both chains and the seals of some hours, as rows that a test may tamper with.
import { makeSealChanges } from '@layan/application/audit/seal-changes';
import { makeVerifySeal } from '@layan/application/audit/verify-seal';
import { sha256 } from '@layan/application/kernel/sha256';
import type { RawRow, Trail } from '@layan/application/ports/seals';
import type { ChainName } from '@layan/domain/audit/chain';
import type { AuditFault } from '@layan/domain/audit/fault';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { caseIdOf } from '../builders/ids.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryTenant } from '../memory/memory-tenant.ts';

export type Link = Record<string, unknown> & { seq: number; previous: string | null; hash: string };
export interface Row {
  place: number | undefined;
  content: unknown;
  more: boolean;
}

/** Everything a thief with the rights of the table, or of the bucket, could lay hands on. */
export interface Rows {
  readonly events: Map<CaseId, Row[]>;
  readonly standing: Map<CaseId, { seq: unknown; hash: unknown }>;
  readonly chains: Record<ChainName, Row[]>;
  readonly seals: Row[];
  readonly files: Map<number, string>;
}

const HOUR = 3_600_000;

export const linkOf = (
  owner: Record<string, string>,
  before: { seq: number; hash: string } | undefined,
  what: Record<string, unknown>,
): Link => {
  const unhashed = { ...owner, ...what, seq: (before?.seq ?? 0) + 1, previous: before?.hash ?? null };
  return { ...unhashed, hash: sha256(canonicalJson(unhashed)) };
};

const rowsOf = (contents: readonly unknown[]): Row[] =>
  contents.map((content, at) => ({ place: at + 1, content: structuredClone(content), more: false }));

/** How many events each case gets in each hour; a seal follows every hour. */
export const HOURS: readonly (readonly number[])[] = [
  [2, 1, 0, 3],
  [1, 0, 2, 0],
  [0, 2, 1, 1],
  [2, 0, 0, 2],
];

export async function sealedTrail() {
  const clock = fixedClock();
  const tenant = memoryTenant(clock);
  await tenant.ensureSigning('arn:sign');
  const events = new Map<CaseId, Link[]>();
  for (const [hour, counts] of HOURS.entries()) {
    for (const [at, count] of counts.entries()) {
      const caseId = caseIdOf(at + 1);
      const links = events.get(caseId) ?? [];
      for (let n = 0; n < count; n += 1)
        links.push(
          linkOf({ caseId }, links.at(-1), {
            at: clock.now(),
            by: { party: 'system' },
            body: { type: 'routed', step: `step-${n}`, outcome: 'done', tries: n },
          }),
        );
      events.set(caseId, links);
      const last = links.at(-1);
      if (last && count > 0)
        await tenant.seals.noteHead({ caseId, seq: last.seq, hash: ContentHash.parse(last.hash) });
    }
    const by = { party: 'staff' as const, id: 'x', name: 'Petugas Uji Satu' };
    const act = { at: clock.now(), by, act: 'change-member', about: `member-${hour}` };
    await tenant.audit.append('administration', act);
    await tenant.audit.append('administration', { ...act, act: 'add-closure' });
    await tenant.audit.append('unmasking', { ...act, act: 'unmask-fact', about: caseIdOf(1) });
    await makeSealChanges({ ...tenant, clock })();
    clock.advance(HOUR);
  }
  const rows: Rows = {
    events: new Map([...events].map(([caseId, links]) => [caseId, rowsOf(links)])),
    standing: new Map(
      [...events].map(([caseId, links]) => [caseId, { seq: links.length, hash: links.at(-1)?.hash }]),
    ),
    chains: {
      administration: rowsOf(await tenant.audit.entries('administration', { limit: 99 })),
      unmasking: rowsOf(await tenant.audit.entries('unmasking', { limit: 99 })),
    },
    seals: rowsOf([...(await tenant.seals.newest({ limit: 99 }))].reverse()),
    files: new Map(tenant.sealFiles.files),
  };
  return { rows, tenant, clock };
}

type Scene = Awaited<ReturnType<typeof sealedTrail>>;

/** In the order of keys: a strange one lies behind the one that it was put behind. */
const portion = (rows: readonly Row[], { after, limit }: { after: number; limit: number }): RawRow[] => {
  const last = rows.findLastIndex(({ place }) => place !== undefined && place <= after);
  return rows.slice(last + 1, last + 1 + limit);
};

export const trailOf = (rows: Rows): Trail => ({
  events: async (caseId, query) => portion(rows.events.get(caseId) ?? [], query),
  standing: async (caseId) => rows.standing.get(caseId),
  entries: async (chain, query) => portion(rows.chains[chain], query),
  seals: async (query) => portion(rows.seals, query),
});

/** All that a check of everything finds. */
export async function faultsIn({ tenant, clock }: Scene, rows: Rows): Promise<readonly AuditFault[]> {
  const verify = makeVerifySeal({
    tenant: tenant.tenant,
    signingKeys: tenant.signingKeys,
    clock,
    trail: trailOf(rows),
    sealFiles: { ...tenant.sealFiles, read: async (number) => rows.files.get(number) },
  });
  const faults: AuditFault[] = [];
  for (let number = 1; number < 100; number += 1) {
    const found = await verify({ number });
    faults.push(...found.faults);
    if (found.last) return faults;
  }
  throw new Error('There is no end to the seals.');
}

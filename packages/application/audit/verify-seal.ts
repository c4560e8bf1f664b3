// Checks one seal and everything it speaks for: that it is whole, signed and the next in line, that its cases still are
// what they were, and that the tenant's chains lead from the seal before to this one. After the last seal, what the chains
// hold since. One seal at a time, so that a page or a command can go through all of them and tell how far it is.
import type { ChainHead, ChainName } from '@layan/domain/audit/chain';
import type { AuditFault } from '@layan/domain/audit/fault';
import { openSeal } from '@layan/domain/audit/open-seal';
import { type CaseHead, LATEST_MILLISECONDS, rowOf, type Seal } from '@layan/domain/audit/seal';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import type { ContentHash } from '@layan/domain/standard/content-hash';
import { sha256 } from '../kernel/sha256.ts';
import type { RawRow } from '../ports/seals.ts';
import type { Ports } from '../ports/surroundings.ts';
import { makeCheckCase } from './check-case.ts';
import { walkRows } from './walk-rows.ts';

export type VerifyingPorts = Pick<Ports, 'tenant' | 'trail' | 'sealFiles' | 'signingKeys' | 'clock'>;

export interface VerifiedSeal {
  readonly number: number;
  readonly faults: readonly AuditFault[];
  readonly cases: number;
  readonly entries: number;
  /** There is no such seal and none after it: this was the stretch since the last one. */
  readonly last: boolean;
}

interface Opened {
  readonly seal: Seal;
  readonly hash: ContentHash;
}

/** Cases that are looked at at the same time. */
const AT_ONCE = 8;
/** Between writing a seal and noting it nobody waits so long. */
const NOTED_WITHIN = 15 * 60_000;
const CHAINS: readonly ChainName[] = ['administration', 'unmasking'];

export function makeVerifySeal(ports: VerifyingPorts) {
  const checkCase = makeCheckCase(ports.trail);
  let kept: { readonly number: number; readonly opened: Opened } | undefined;

  const open = async (number: number): Promise<Opened | AuditFault | undefined> => {
    if (kept?.number === number) return kept.opened;
    const file = await ports.sealFiles.read(number);
    if (file === undefined) return undefined;
    const opened = await openSeal(file, { tenant: ports.tenant, number }, await ports.signingKeys.list());
    return opened.ok
      ? { seal: opened.value, hash: sha256(file) }
      : { where: 'seal', at: number, why: opened.error };
  };

  return async ({ number }: { readonly number: number }): Promise<VerifiedSeal> => {
    const [before, opened, rows] = await Promise.all([
      number > 1 ? open(number - 1) : undefined,
      open(number),
      ports.trail.seals({ after: number - 1, limit: 2 }),
    ]);
    const previous = before && 'seal' in before ? before : undefined;
    if (!opened && rows.length === 0) return sinceLast(ports, number, previous);
    if (!opened) return only(number, [{ where: 'seal', at: number, why: 'missing' }]);
    if (!('seal' in opened)) return only(number, [opened]);
    kept = { number, opened };
    const { seal } = opened;
    const chains = await Promise.all(
      CHAINS.map((chain) => checkChain(ports, chain, previous?.seal[chain] ?? undefined, seal[chain])),
    );
    const cases = await checkCases(checkCase, seal.cases);
    return {
      number,
      faults: [
        ...lineFaults(seal, number === 1 ? null : previous),
        ...rowFaults(ports, opened, rows),
        ...chains.flatMap(({ faults }) => faults),
        ...cases,
      ],
      cases: seal.cases.length,
      entries: chains.reduce((sum, { entries }) => sum + entries, 0),
      last: false,
    };
  };
}

const only = (number: number, faults: readonly AuditFault[]): VerifiedSeal => ({
  number,
  faults,
  cases: 0,
  entries: 0,
  last: false,
});

/** `previous`: null for the first; undefined when the one before cannot be read, which is told of that one. */
function lineFaults(
  { number, previous, at, ...rest }: Seal,
  before: Opened | null | undefined,
): AuditFault[] {
  if (before === undefined) return [];
  if (previous !== (before?.hash ?? null)) return [{ where: 'seal', at: number, why: 'previous' }];
  const older = before && Date.parse(at) < Date.parse(before.seal.at);
  const shorter = CHAINS.some((chain) => (rest[chain]?.seq ?? 0) < (before?.seal[chain]?.seq ?? 0));
  return older || shorter ? [{ where: 'seal', at: number, why: 'order' }] : [];
}

function rowFaults({ clock }: VerifyingPorts, { seal, hash }: Opened, rows: readonly RawRow[]): AuditFault[] {
  const { number } = seal;
  const row = rows.find(({ place }) => place === number);
  const strange: AuditFault[] =
    rows[0] && rows[0].place === undefined ? [{ where: 'seal', at: number, why: 'strange' }] : [];
  if (!row) {
    // One that was just written is noted by the next sweep at the latest.
    const fresh = rows.length === 0 && Date.parse(clock.now()) - Date.parse(seal.at) < NOTED_WITHIN;
    return fresh ? strange : [...strange, { where: 'seal', at: number, why: 'not-noted' }];
  }
  const same = !row.more && isSame(row.content, rowOf(seal, hash));
  return same ? strange : [...strange, { where: 'seal', at: number, why: 'row' }];
}

const isSame = (content: unknown, expected: object): boolean =>
  content !== undefined && canonicalJson(content) === canonicalJson(expected);

/** From the seal before to this one; the rest of the chain is another seal's. */
async function checkChain(
  { trail }: VerifyingPorts,
  chain: ChainName,
  before: ChainHead | undefined,
  until: ChainHead | null,
): Promise<{ readonly faults: readonly AuditFault[]; readonly entries: number }> {
  const from = before?.seq ?? 0;
  if (!until || until.seq <= from) return { faults: [], entries: 0 };
  let head = before;
  for await (const step of walkRows({
    read: (query) => trail.entries(chain, query),
    owner: { chain },
    before,
  })) {
    if (!step.ok) return { faults: [{ where: chain, at: step.at, why: step.why }], entries: step.at - from };
    head = step.head;
    if (head.seq === until.seq) break;
  }
  const entries = (head?.seq ?? 0) - from;
  if (head?.seq !== until.seq) return { faults: [{ where: chain, at: until.seq, why: 'missing' }], entries };
  return {
    faults: head.hash === until.hash ? [] : [{ where: chain, at: until.seq, why: 'replaced' }],
    entries,
  };
}

async function checkCases(
  checkCase: ReturnType<typeof makeCheckCase>,
  heads: readonly CaseHead[],
): Promise<readonly AuditFault[]> {
  const faults: AuditFault[] = [];
  for (let start = 0; start < heads.length; start += AT_ONCE) {
    const found = await Promise.all(
      heads.slice(start, start + AT_ONCE).map(async (head) => ({ head, fault: await checkCase(head) })),
    );
    for (const { head, fault } of found)
      if (fault) faults.push({ where: 'case', caseId: head.caseId, ...fault });
  }
  return faults;
}

/** What the chains hold since the last seal, and whether there should have been another by now. */
async function sinceLast(
  ports: VerifyingPorts,
  number: number,
  last: Opened | undefined,
): Promise<VerifiedSeal> {
  const faults: AuditFault[] = [];
  let entries = 0;
  for (const chain of CHAINS) {
    const before = last?.seal[chain] ?? undefined;
    for await (const step of walkRows({
      read: (query) => ports.trail.entries(chain, query),
      owner: { chain },
      before,
    })) {
      if (!step.ok) faults.push({ where: chain, at: step.at, why: step.why });
      entries += 1;
    }
  }
  const overdue = last && Date.parse(ports.clock.now()) - Date.parse(last.seal.at) > LATEST_MILLISECONDS;
  if (overdue) faults.push({ where: 'seal', at: number - 1, why: 'late' });
  return { number, faults, cases: 0, entries, last: true };
}

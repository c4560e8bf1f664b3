// Checks the events of a case against its own record and against what was sealed of it. What a case looked like is
// remembered for a while: the seals of an hour name the same cases again and again.
import type { CaseFault } from '@layan/domain/audit/fault';
import type { CaseHead } from '@layan/domain/audit/seal';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Trail } from '../ports/seals.ts';
import { walkRows } from './walk-rows.ts';

/** The hashes of a case, as far as they hold, and where they stop to. */
interface Walked {
  readonly hashes: readonly string[];
  readonly fault?: { readonly at: number; readonly why: CaseFault };
}

export type FoundInCase = { readonly at: number; readonly why: CaseFault };

/** Hashes of events that are remembered at a time. */
const REMEMBERED = 20_000;
const ATTEMPTS = 3;

async function walkOnce(trail: Trail, caseId: CaseId): Promise<Walked> {
  // The record before the events: what is added meanwhile shows as a difference, and is looked at again.
  const standing = await trail.standing(caseId);
  const hashes: string[] = [];
  for await (const step of walkRows({
    read: (query) => trail.events(caseId, query),
    owner: { caseId },
  })) {
    if (!step.ok) return { hashes, fault: { at: step.at, why: step.why } };
    hashes.push(step.head.hash);
  }
  if (!standing && hashes.length === 0) return { hashes, fault: { at: 0, why: 'gone' } };
  const agrees = standing?.seq === hashes.length && standing.hash === hashes.at(-1);
  return agrees ? { hashes } : { hashes, fault: { at: hashes.length, why: 'standing' } };
}

async function walk(trail: Trail, caseId: CaseId): Promise<Walked> {
  for (let attempt = 1; ; attempt += 1) {
    const walked = await walkOnce(trail, caseId);
    if (walked.fault?.why !== 'standing' || attempt === ATTEMPTS) return walked;
  }
}

const compare = ({ hashes, fault }: Walked, { seq, hash }: CaseHead): FoundInCase | undefined => {
  const found = hashes[seq - 1];
  if (found !== undefined && found !== hash) return { at: seq, why: 'replaced' };
  if (fault && fault.why !== 'standing') return fault;
  if (found === undefined) return { at: seq, why: 'missing' };
  return fault;
};

export function makeCheckCase(trail: Trail): (head: CaseHead) => Promise<FoundInCase | undefined> {
  const known = new Map<CaseId, Walked>();
  let size = 0;
  return async (head) => {
    const remembered = known.get(head.caseId);
    // One that went on since it was looked at is looked at again.
    if (remembered && (remembered.fault || remembered.hashes.length >= head.seq))
      return compare(remembered, head);
    const walked = await walk(trail, head.caseId);
    if (size + walked.hashes.length > REMEMBERED) {
      known.clear();
      size = 0;
    }
    known.set(head.caseId, walked);
    size += walked.hashes.length + 1;
    return compare(walked, head);
  };
}

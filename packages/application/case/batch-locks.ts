// One batch of a kind runs at a time in an area for what its form says (its period): a second one waits until the first
// has ended. The lock is that of products, held by the case and pointing to its ticket.
import { isSealed } from '@layan/domain/case/facts';
import { fieldsOf, indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseRecord } from '../ports/cases.ts';
import type { TakenLock, UniqueLock } from '../ports/locks.ts';
import type { Vault } from '../ports/vault.ts';

export interface LockChanges {
  readonly acquire: readonly TakenLock[];
  readonly release: readonly UniqueLock[];
}

export const batchLockGroup = ({ id }: Pick<Standard, 'id'>): string => `batch ${id}`;

/** What tells batches of an area apart: the ordinary answers with which they are filed. */
const sayingOf = ({ process }: Standard, { snapshot }: CaseRecord): string => {
  const index = indexOf(process);
  const asked = fieldsOf(index, index.channels.get(snapshot.channel)?.form).map(({ fact }) => fact);
  const said = asked.sort().flatMap((fact) => {
    const value = snapshot.facts[fact];
    return value === undefined || isSealed(value) ? [] : [[fact, value]];
  });
  return JSON.stringify([snapshot.agency, snapshot.area ?? '', said]);
};

const lockOf = async (
  vault: Vault,
  standard: Standard,
  record: CaseRecord | undefined,
): Promise<TakenLock | undefined> => {
  if (!record?.snapshot.lines || record.snapshot.ended) return undefined;
  const index = await vault.index('fingerprint', sayingOf(standard, record));
  return { group: batchLockGroup(standard), index, productId: record.snapshot.ticket };
};

export const batchLockChanges = async (
  vault: Vault,
  standard: Standard,
  before: CaseRecord | undefined,
  after: CaseRecord,
): Promise<LockChanges> => {
  if (!standard.process.lines) return { acquire: [], release: [] };
  const held = await lockOf(vault, standard, before);
  const wanted = await lockOf(vault, standard, after);
  if (held?.index === wanted?.index) return { acquire: [], release: [] };
  return {
    acquire: wanted ? [wanted] : [],
    release: held ? [{ group: held.group, index: held.index }] : [],
  };
};

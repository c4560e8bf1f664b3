// A table within the table, for practice. Every key written here begins with the generation of the practice space, so that
// nothing done in it can meet anything real; what both need to know (who the agency is, its published standards, who
// works there) is read from the real table and never written. Emptying the space is going on to the next generation:
// what the former one held expires.
import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs } from '@layan/domain/kernel/instant';
import { isSharedWithPractice } from '../keys.ts';
import { expiresAt, PRACTICE_SECONDS } from '../lifetimes.ts';
import type { StoredItem } from './item.ts';
import type { Table } from './table.ts';
import type { Guarded, Write } from './transact.ts';

/** Attributes that are partition keys, of the table or of an index. */
const PARTITIONS = ['pk', 'inboxPk', 'duePk'] as const;

export function practiceTable(real: Table, generation: number, clock: Clock): Table {
  const prefix = `PRACTICE#${generation}#`;
  const inside = (partition: string) => `${prefix}${partition}`;
  const outside = (item: StoredItem): StoredItem => ({
    ...item,
    ...renamed(item, (name) => name.slice(prefix.length)),
  });

  const moved = (change: Write): Write => {
    if ('put' in change) {
      refuseShared(change.put.pk);
      const life = expiresAt(epochMs(clock.now()), PRACTICE_SECONDS);
      return { ...change, put: { expiresAt: life, ...change.put, ...renamed(change.put, inside) } };
    }
    if ('remove' in change) {
      refuseShared(change.remove.pk);
      return { ...change, remove: { ...change.remove, pk: inside(change.remove.pk) } };
    }
    refuseShared(change.of.pk);
    return { ...change, of: { ...change.of, pk: inside(change.of.pk) } };
  };

  return {
    get: async (key) => {
      if (isSharedWithPractice(key.pk)) return real.get(key);
      const item = await real.get({ ...key, pk: inside(key.pk) });
      return item && outside(item);
    },
    query: async (range) => {
      if (range.index === undefined && isSharedWithPractice(range.partition)) return real.query(range);
      const after = range.after && { after: { ...range.after, ...renamed(range.after, inside) } };
      const items = await real.query({ ...range, ...after, partition: inside(range.partition) });
      return items.map(outside);
    },
    transact: <Failure>(writes: readonly Guarded<Failure>[]) =>
      real.transact(writes.map((guarded) => ({ ...guarded, write: moved(guarded.write) }))),
  };
}

/** The partition keys an item has, each under its new name. */
const renamed = (
  item: Readonly<Record<string, unknown>>,
  name: (partition: string) => string,
): Record<string, string> =>
  Object.fromEntries(
    PARTITIONS.flatMap((attribute) => {
      const partition = item[attribute];
      return typeof partition === 'string' ? [[attribute, name(partition)]] : [];
    }),
  );

function refuseShared(partition: string): void {
  if (isSharedWithPractice(partition))
    throw new Error(`${partition} is real and not for practice to change.`);
}

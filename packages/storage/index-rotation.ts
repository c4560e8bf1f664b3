// Replaces the key of a tenant's indexes. Whom links and locks belong to is read from the lists of what each data key
// wrapped: an owner whose key is wrapped anew meanwhile moves to a later list, so a walk through them meets everybody.
import type {
  IndexOwner,
  IndexRotation,
  NotReindexed,
  Reindexing,
} from '@layan/application/ports/index-rotation';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { loadIndexKeys, stageOf } from './index-keys.ts';
import type { KeyParts } from './key-parts.ts';
import {
  indexKeyAskedKey,
  type Key,
  personKey,
  productKey,
  snapshotKey,
  tenantKeysKey,
  wrappedPartition,
} from './keys.ts';
import { lockWrites } from './lock-writes.ts';
import { body } from './table/item.ts';
import type { Condition, Guarded } from './table/transact.ts';
import { wrappedKey } from './tenant-keys.ts';
import type { Reached, WrappedKeys } from './tenant-secrets.ts';
import { wrapMark } from './vault/wrapped-by.ts';

type Entry = WrappedKeys['indexKeys'][number];

const ownerOf = (sort: string): IndexOwner => {
  const [kind, id = ''] = sort.split('#');
  if (kind === 'CASE') return { kind: 'case', caseId: CaseId.parse(id) };
  return kind === 'PRODUCT' ? { kind: 'product', id } : { kind: 'other' };
};

export function indexRotation(parts: KeyParts): IndexRotation {
  const { table, clock } = parts;

  const load = () => loadIndexKeys(table);
  type Loaded = Awaited<ReturnType<typeof load>>;
  const save = async ({ keys, revision }: Loaded, beside: readonly Guarded<never>[] = []) => {
    const put = { ...tenantKeysKey, ...body(keys), revision: revision + 1 };
    const when = { expression: 'revision = :before', values: { ':before': revision } };
    // Somebody else did the same a moment ago: the next round sees it.
    await table.transact([
      { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
      ...beside,
    ]);
  };

  /** Each turn changes one key, and with it the moment since when all of them are as they are. */
  const turned = async ({ keyArn, indexKeys }: WrappedKeys): Promise<readonly Entry[]> => {
    const since = clock.now();
    const [older, newer] = indexKeys;
    if (!older) throw new Error(`${parts.tenant} has no key for its indexes.`);
    if (!newer) {
      const id = String(Number(older.id) + 1);
      return [older, { id, wrapped: await wrappedKey(parts, keyArn), since, stage: 'coming' }];
    }
    const { stage: _, ...kept } = newer;
    if (newer.stage === 'coming') return [older, { ...kept, since }];
    return older.stage === 'leaving'
      ? [{ ...newer, since }]
      : [
          { ...older, stage: 'leaving' },
          { ...newer, since },
        ];
  };

  const reindex = async (
    owner: string,
    guarded: { readonly of: Key; readonly when: Condition; readonly set: Readonly<Record<string, number>> },
    { people, locks }: Reindexing,
    linkOf: (index: string) => Key,
  ): Promise<Result<void, NotReindexed>> => {
    const links: readonly Guarded<never>[] = [
      ...people.add.map((index) => ({ write: { put: { ...linkOf(index) } } })),
      ...people.remove.map((index) => ({ write: { remove: linkOf(index) } })),
    ];
    const own = lockWrites(owner, locks.add, locks.remove);
    if (links.length + own.length === 0) return ok(undefined);
    const written = await table.transact<NotReindexed>([
      { write: guarded, otherwise: () => 'changed-meanwhile' },
      ...links,
      ...own.map(({ write, otherwise }) => ({
        write,
        ...(otherwise && { otherwise: () => 'lock-taken' as const }),
      })),
    ]);
    if (written.ok) return ok(undefined);
    return err(written.error.includes('changed-meanwhile') ? 'changed-meanwhile' : 'lock-taken');
  };

  return {
    find: async () => {
      const { keys, revision: mark, asked } = await load();
      const since = keys.indexKeys.at(-1)?.since ?? clock.now();
      return { stage: stageOf(keys.indexKeys), since, mark, ...(asked && { asked }) };
    },
    turn: async (mark) => {
      const { keys, revision, asked } = await load();
      if (revision !== mark) return;
      const { reached: _, ...rest } = keys;
      const indexKeys = [...(await turned(keys))];
      // A key that was made after somebody asked may stay.
      const done = asked && indexKeys.every(({ id }) => Number(id) > Number(asked.upTo));
      await save({ keys: { ...rest, indexKeys }, revision }, [
        ...(done ? [{ write: { remove: indexKeyAskedKey } }] : []),
      ]);
    },
    portion: async (limit) => {
      const { keys, revision: mark } = await load();
      const { dataKeys, reached } = keys;
      const seen = { heldUp: reached?.heldUp ?? 0, mark };
      const lists = dataKeys.filter(({ id }) => Number(id) >= Number(reached?.dataKey ?? 0));
      for (const [at, { id }] of lists.entries()) {
        const pk = wrappedPartition(id);
        const after = reached?.dataKey === id && reached.after !== '' ? { pk, sk: reached.after } : undefined;
        const found = await table.query({ partition: pk, limit, ...(after && { after }) });
        const last = at === lists.length - 1 && found.length < limit;
        if (found.length === 0 && !last) continue;
        const next = JSON.stringify([id, found.at(-1)?.sk ?? reached?.after ?? '']);
        return { owners: found.map(({ sk }) => ownerOf(sk)), next, last, ...seen };
      }
      return { owners: [], next: '', last: true, ...seen };
    },
    passed: async ({ next, mark }, heldUp) => {
      const { keys, revision } = await load();
      if (revision !== mark) return;
      const [dataKey, after] = Place.parse(JSON.parse(next));
      const before = keys.reached?.heldUp ?? 0;
      const reached: Reached = { dataKey, after, heldUp: before + heldUp };
      await save({ keys: { ...keys, reached }, revision });
    },
    again: async (mark) => {
      const { keys, revision } = await load();
      if (revision !== mark) return;
      const { reached: _, indexKeys, ...rest } = keys;
      const since = clock.now();
      const newest = indexKeys.map((one, at) => (at === indexKeys.length - 1 ? { ...one, since } : one));
      await save({ keys: { ...rest, indexKeys: newest }, revision });
    },
    reindexCase: ({ snapshot: { id, seq }, key }, change) => {
      const when = {
        expression: 'seq = :seq AND wrap = :wrap',
        values: { ':seq': seq, ':wrap': wrapMark(key) },
      };
      return reindex(id, { of: snapshotKey(id), when, set: { seq } }, change, (index) =>
        personKey(index, id),
      );
    },
    reindexProduct: ({ id, origin }, change) => {
      if (origin.kind !== 'imported') throw new Error(`product ${id} belongs to a case`);
      const { revision } = origin;
      const when = { expression: 'revision = :revision', values: { ':revision': revision } };
      return reindex(id, { of: productKey(id), when, set: { revision } }, change, (index) => {
        throw new Error(`product ${id} is linked to nobody, and not by ${index.length} characters`);
      });
    },
  };
}

const Place = z.tuple([z.string(), z.string()]);

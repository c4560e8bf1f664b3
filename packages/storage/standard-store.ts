// Standards in the tenant's table. Pinned versions never change and stay in memory; drafts are always read afresh.
import type { StandardStore } from '@layan/application/ports/standards';
import { StandardRef } from '@layan/domain/case/event';
import { AgencyId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { StandardVersion } from '@layan/domain/standard/standard';
import * as z from 'zod/mini';
import { standardRowKey, standardsPartition, standardVersionKey } from './keys.ts';
import { leastRecentlyUsed } from './least-recently-used.ts';
import { digestOf, isTooLarge, refOf, type ShownStandard, shown, summaryOf } from './standard-rows.ts';
import { body, type Item, parseBody, type StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

/** Some hundred kilobytes each at most. */
const PINNED_IN_MEMORY = 50;

const Shown = z.strictObject({
  id: StandardId,
  agency: AgencyId,
  title: z.string(),
  shortTitle: z.string(),
  summary: z.string(),
  enacted: z.boolean(),
}) satisfies z.ZodMiniType<ShownStandard>;
const PublishedRow = z.strictObject({ shown: Shown, ref: StandardRef });
const DraftRow = z.strictObject({ shown: Shown, version: z.int() });

const versionItem = (version: StandardVersion): Item => ({
  ...standardVersionKey(version.standard.id, version.version),
  ...body(version),
  state: version.state,
  hash: version.hash,
  digest: digestOf(version),
});

export function standardStore(table: Table): StandardStore {
  const pinned = leastRecentlyUsed<StandardVersion>(PINNED_IN_MEMORY);

  const find: StandardStore['find'] = async (id, version) => {
    const item = await table.get(standardVersionKey(id, version));
    return item && parseBody(StandardVersion, item);
  };

  return {
    find,
    list: async () => {
      const rows = new Map<string, { published?: StoredItem; draft?: StoredItem }>();
      for (const item of await table.query({ partition: standardsPartition })) {
        const [id = '', row] = item.sk.split('#');
        rows.set(id, { ...rows.get(id), [row === 'draft' ? 'draft' : 'published']: item });
      }
      return [...rows.values()].flatMap(({ published, draft }) => {
        const summary = summaryOf(
          published && parseBody(PublishedRow, published),
          draft && parseBody(DraftRow, draft),
        );
        return summary ? [summary] : [];
      });
    },
    getPinned: async ({ id, version, hash }) => {
      const name = `${id}#${version}#${hash}`;
      const known = pinned.get(name);
      if (known) return known;
      const found = await find(id, version);
      if (!found || found.state === 'draft' || found.hash !== hash)
        throw new Error(`Version ${version} of standard ${id} is not kept as it was pinned.`);
      pinned.set(name, found);
      return found;
    },
    saveDraft: async (version, before) => {
      if (isTooLarge(version)) return err('too-large');
      const same = {
        expression: 'digest = :digest AND #state = :draft',
        values: { ':digest': before ? digestOf(before) : '', ':draft': 'draft' },
        names: { '#state': 'state' },
      };
      const row = {
        ...standardRowKey(version.standard.id, 'draft'),
        ...body({ shown: shown(version), version: version.version }),
        version: version.version,
      };
      const onlyDraft = {
        expression: 'attribute_not_exists(pk) OR version = :version',
        values: { ':version': version.version },
      };
      const written = await table.transact([
        {
          write: { put: versionItem(version), when: before ? same : absent },
          otherwise: (found) =>
            found && found.state !== 'draft' ? ('not-a-draft' as const) : ('changed-meanwhile' as const),
        },
        { write: { put: row, when: onlyDraft }, otherwise: () => 'changed-meanwhile' as const },
      ]);
      return written.ok ? ok(undefined) : err(written.error[0] ?? 'changed-meanwhile');
    },
    publish: async (version, superseding) => {
      const { id } = version.standard;
      const otherwise = () => 'changed-meanwhile' as const;
      const inState = (state: string, hash: string) => ({
        expression: '#state = :state AND #hash = :hash',
        values: { ':state': state, ':hash': hash },
        names: { '#state': 'state', '#hash': 'hash' },
      });
      const row = {
        ...standardRowKey(id, 'published'),
        ...body({ shown: shown(version), ref: refOf(version) }),
        version: version.version,
      };
      const follows = superseding
        ? { expression: 'version = :version', values: { ':version': superseding.version } }
        : absent;
      const written = await table.transact([
        { write: { put: versionItem(version), when: inState('draft', version.hash) }, otherwise },
        ...(superseding
          ? [
              {
                write: { put: versionItem(superseding), when: inState('published', superseding.hash) },
                otherwise,
              },
            ]
          : []),
        { write: { put: row, when: follows }, otherwise },
        { write: { remove: standardRowKey(id, 'draft') } },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}

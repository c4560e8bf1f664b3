// Standards in the tenant's table. Pinned versions never change and stay in memory; drafts are always read afresh.
import { sha256 } from '@layan/application/kernel/sha256';
import type { RunningMove, StandardStore } from '@layan/application/ports/standards';
import { StandardRef } from '@layan/domain/case/event';
import { AgencyId, InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { contentHash } from '@layan/domain/standard/content-hash';
import { KeptVersion } from '@layan/domain/standard/kept-version';
import { isInPreparation, StandardState } from '@layan/domain/standard/life';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import * as z from 'zod/mini';
import { standardRowKey, standardsPartition, standardVersionKey, templateKey } from './keys.ts';
import { leastRecentlyUsed } from './least-recently-used.ts';
import {
  type DraftRow,
  digestOf,
  draftRow,
  isTooLarge,
  type PublishedRow,
  publishedRow,
  type ShownStandard,
  summaryOf,
} from './standard-rows.ts';
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
const Published = z.strictObject({
  shown: Shown,
  ref: StandardRef,
  withdrawn: z.optional(z.literal(true)),
}) satisfies z.ZodMiniType<PublishedRow>;
const Draft = z.strictObject({
  shown: Shown,
  version: z.int(),
  stage: z.optional(StandardState),
  consultation: z.optional(z.strictObject({ from: z.string(), until: z.string() })),
  publishOn: z.optional(z.string()),
});
const Moving = z.strictObject({
  to: StandardRef,
  reason: z.string(),
  laterReason: z.optional(z.string()),
  by: z.strictObject({ id: StaffId, name: z.string() }),
  at: InstantText,
  moved: z.int(),
  stayed: z.int(),
  after: z.optional(z.string()),
  done: z.boolean(),
  revision: z.int(),
}) satisfies z.ZodMiniType<RunningMove>;

const parseDraft = (item: StoredItem): DraftRow => {
  const { stage, consultation, publishOn, ...row } = parseBody(Draft, item);
  return {
    ...row,
    ...(stage === undefined ? {} : { stage }),
    ...(consultation === undefined ? {} : { consultation }),
    ...(publishOn === undefined ? {} : { publishOn }),
  };
};

/** Its document was parsed before it was kept: that it is still the same is seen by its hash (decision 0085). */
const parseVersion = (item: StoredItem): StandardVersion => {
  const version = parseBody(KeptVersion, item);
  if (contentHash(version.standard, sha256) === version.hash) return version;
  throw new Error(`Item ${item.pk}/${item.sk} cannot be read: its document is not the one it is known by.`);
};

const versionItem = (version: StandardVersion): Item => ({
  ...standardVersionKey(version.standard.id, version.version),
  ...body(version),
  state: version.state,
  hash: version.hash,
  digest: digestOf(version),
});

/** Nothing of it changed since it was loaded. */
const asLoaded = (before: StandardVersion) => ({
  expression: 'digest = :digest',
  values: { ':digest': digestOf(before) },
});

const inState = (state: StandardState, hash: string) => ({
  expression: '#state = :state AND #hash = :hash',
  values: { ':state': state, ':hash': hash },
  names: { '#state': 'state', '#hash': 'hash' },
});

const stillPrepared = (text: string | undefined): boolean => {
  const state = StandardState.safeParse(text);
  return state.success && isInPreparation(state.data);
};

const moveItem = (move: RunningMove): Item => ({
  ...standardRowKey(move.to.id, 'moving'),
  ...body(move),
  revision: move.revision,
});

export type StandardMemory = ReturnType<typeof standardMemory>;

export const standardMemory = () => leastRecentlyUsed<StandardVersion>(PINNED_IN_MEMORY);

/** Ports that write in another way to the same table share one memory of it. */
export function standardStore(table: Table, pinned: StandardMemory = standardMemory()): StandardStore {
  const find: StandardStore['find'] = async (id, version) => {
    const item = await table.get(standardVersionKey(id, version));
    return item && parseVersion(item);
  };

  return {
    find,
    list: async () => {
      const rows = new Map<string, Partial<Record<string, StoredItem>>>();
      for (const item of await table.query({ partition: standardsPartition })) {
        const [id = '', row = ''] = item.sk.split('#');
        rows.set(id, { ...rows.get(id), [row]: item });
      }
      return [...rows.values()].flatMap(({ published, draft, moving }) => {
        const summary = summaryOf(
          published && parseBody(Published, published),
          draft && parseDraft(draft),
          moving && parseBody(Moving, moving),
        );
        return summary ? [summary] : [];
      });
    },
    getPinned: async ({ id, version, hash }) => {
      const name = `${id}#${version}#${hash}`;
      const known = pinned.get(name);
      if (known) return known;
      const found = await find(id, version);
      if (!found || isInPreparation(found.state) || found.hash !== hash)
        throw new Error(`Version ${version} of standard ${id} is not kept as it was pinned.`);
      pinned.set(name, found);
      return found;
    },
    saveDraft: async (version, before) => {
      if (isTooLarge(version)) return err('too-large');
      const row = {
        ...standardRowKey(version.standard.id, 'draft'),
        ...body(draftRow(version)),
        version: version.version,
      };
      const onlyDraft = {
        expression: 'attribute_not_exists(pk) OR version = :version',
        values: { ':version': version.version },
      };
      const written = await table.transact([
        {
          write: { put: versionItem(version), when: before ? asLoaded(before) : absent },
          otherwise: (found) =>
            found && !stillPrepared(found.state) ? ('not-a-draft' as const) : ('changed-meanwhile' as const),
        },
        { write: { put: row, when: onlyDraft }, otherwise: () => 'changed-meanwhile' as const },
      ]);
      return written.ok ? ok(undefined) : err(written.error[0] ?? 'changed-meanwhile');
    },
    publish: async (version, { before, superseding, move }) => {
      const { id } = version.standard;
      const otherwise = () => 'changed-meanwhile' as const;
      const row = {
        ...standardRowKey(id, 'published'),
        ...body(publishedRow(version)),
        version: version.version,
      };
      const follows = superseding
        ? { expression: 'version = :version', values: { ':version': superseding.version } }
        : { expression: 'attribute_not_exists(pk) OR attribute_exists(withdrawnAt)' };
      const written = await table.transact([
        { write: { put: versionItem(version), when: asLoaded(before) }, otherwise },
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
        ...(move ? [{ write: { put: moveItem(move) } }] : []),
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    withdraw: async (version) => {
      const otherwise = () => 'changed-meanwhile' as const;
      const row = {
        ...standardRowKey(version.standard.id, 'published'),
        ...body(publishedRow(version)),
        version: version.version,
        withdrawnAt: version.life?.at(-1)?.at ?? '',
      };
      const same = { expression: 'version = :version', values: { ':version': version.version } };
      const written = await table.transact([
        { write: { put: versionItem(version), when: inState('published', version.hash) }, otherwise },
        { write: { put: row, when: same }, otherwise },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    saveMove: async (move, before) => {
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const written = await table.transact([
        { write: { put: moveItem(move), when }, otherwise: () => 'changed' as const },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    findTemplate: async (id) => {
      const item = await table.get(templateKey(id));
      if (!item) return undefined;
      const { Standard } = await import('@layan/domain/standard/standard');
      return parseBody(Standard, item);
    },
    saveTemplate: async (id, template) => {
      await table.transact([{ write: { put: { ...templateKey(id), ...body(template) } } }]);
    },
  };
}

// What a tenant that leaves is offered of its data, in its own table; the files lie in the bucket, under its own key. Their
// list is cut into items of some hundred files, each of which is a page of it.
import type { ExportOffer, Fetched, NewOffer } from '@layan/application/ports/exports';
import { AgencyId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { exportOfferKey, exportPartition, fetchedFileKey, type Key, LAST, offeredFilesKey } from './keys.ts';
import type { ScanLinkParts } from './scans/scan-links.ts';
import { viewLink } from './scans/view-link.ts';
import { body, parseAttribute, parseBody, type StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Write } from './table/transact.ts';

const OfferSchema = z.strictObject({
  agency: AgencyId,
  at: InstantText,
  sealed: z.int(),
  files: z.int(),
}) satisfies z.ZodMiniType<NewOffer>;

const FilesSchema = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string(), bytes: z.int(), rows: z.int() })),
  /** Whether there are more behind these. */
  more: z.boolean(),
});

const FetchedSchema = z.strictObject({
  by: z.strictObject({ id: StaffId, name: z.string() }),
  at: InstantText,
}) satisfies z.ZodMiniType<Fetched>;

/** Long enough to begin a large file; S3 finishes what was begun in time. */
const LINK_SECONDS = 300;
const WRITES_AT_ONCE = 100;
/** An item of the table holds 400 KB, one transaction 4 MB. */
const FILES_IN_ITEM = 500;
const ITEMS_AT_ONCE = 20;
const there = { expression: 'attribute_exists(pk)' };

export function exportOffer(table: Table, parts: ScanLinkParts | undefined): ExportOffer {
  const rows = () => table.query({ partition: exportPartition });
  const range = (from: Key, to: Key) => ({ partition: exportPartition, from: from.sk, to: to.sk });
  const all = range(offeredFilesKey(''), offeredFilesKey(LAST));
  const find: ExportOffer['find'] = async () => {
    const item = await table.get(exportOfferKey);
    if (!item) return undefined;
    const fetched = parseAttribute(z.optional(z.int()), item, 'fetched') ?? 0;
    const last = lastOf(item);
    return { ...parseBody(OfferSchema, item), fetched, ...(last && { last }) };
  };
  const withdraw = async () => {
    const items = await rows();
    // The offer goes first: what is left of it afterwards is found by a repeat.
    const keys = items.map(({ pk, sk }) => ({ pk, sk })).sort((a, b) => (a.sk < b.sk ? 1 : -1));
    for (let at = 0; at < keys.length; at += WRITES_AT_ONCE)
      await table.transact(keys.slice(at, at + WRITES_AT_ONCE).map((remove) => ({ write: { remove } })));
  };
  return {
    find,
    withdraw,
    page: async (after) => {
      const from = after === undefined ? {} : { after: { ...offeredFilesKey(after) } };
      const [item] = await table.query({ ...all, ...from, limit: 1 });
      if (!item) return { files: [] };
      const { files, more } = parseBody(FilesSchema, item);
      const [first, last] = [files[0]?.name ?? '', files.at(-1)?.name ?? ''];
      const marks = await table.query(range(fetchedFileKey(first), fetchedFileKey(last)));
      const fetched = new Map(marks.map((mark) => [mark.sk, parseBody(FetchedSchema, mark)]));
      return {
        files: files.map((file) => {
          const mark = fetched.get(fetchedFileKey(file.name).sk);
          return { ...file, ...(mark && { fetched: mark }) };
        }),
        ...(more && { next: last }),
      };
    },
    findFile: async (name) => {
      const [item] = await table.query({ ...all, from: offeredFilesKey(name).sk, limit: 1 });
      return item && parseBody(FilesSchema, item).files.find((file) => file.name === name);
    },
    offer: async (offer, files) => {
      const known = await find();
      if (known?.at === offer.at) return;
      if (known) await withdraw();
      const items: Write[] = [];
      for (let at = 0; at < files.length; at += FILES_IN_ITEM) {
        const some = files.slice(at, at + FILES_IN_ITEM);
        const more = at + FILES_IN_ITEM < files.length;
        items.push({ put: { ...offeredFilesKey(some.at(-1)?.name ?? ''), ...body({ files: some, more }) } });
      }
      for (let at = 0; at < items.length; at += ITEMS_AT_ONCE)
        await table.transact(items.slice(at, at + ITEMS_AT_ONCE).map((write) => ({ write })));
      // It is offered when all of it is there.
      const put = { ...exportOfferKey, ...body({ ...offer, files: files.length }) };
      const written = await table.transact([{ write: { put, when: absent }, otherwise: () => 'offered' }]);
      // Two turns come to the same, and what was fetched since the first of them counts.
      if (!written.ok && (await find())?.at !== offer.at)
        throw new Error('Another export is offered meanwhile.');
    },
    noteFetched: async (name, fetched) => {
      const mark = { ...fetchedFileKey(name), ...body(fetched) };
      const set = { lastFetch: JSON.stringify(fetched) };
      const first = await table.transact([
        { write: { of: exportOfferKey, set, add: { fetched: 1 }, when: there }, otherwise: () => 'gone' },
        { write: { put: mark, when: absent }, otherwise: () => 'again' },
      ]);
      if (first.ok || first.error.includes('gone')) return;
      await table.transact([
        { write: { of: exportOfferKey, set, when: there }, otherwise: () => 'gone' },
        { write: { put: mark } },
      ]);
    },
    link: async (name) => {
      if (!parts) throw new Error('This function was not given a bucket of documents.');
      const key = `exports/${parts.bucket.tenant}/${name}`;
      return viewLink(parts, key, { contentType: 'application/octet-stream', fileName: name }, LINK_SECONDS);
    },
  };
}

function lastOf(item: StoredItem): Fetched | undefined {
  const text = parseAttribute(z.optional(z.string()), item, 'lastFetch');
  return text === undefined ? undefined : FetchedSchema.parse(JSON.parse(text));
}

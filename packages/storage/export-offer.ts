// What a tenant that leaves is offered of its data, in its own table; the files lie in the bucket, under its own key.
import type { ExportOffer, FetchedFile, OfferedExport } from '@layan/application/ports/exports';
import { AgencyId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { exportOfferKey, exportPartition, fetchedFileKey } from './keys.ts';
import type { ScanLinkParts } from './scans/scan-links.ts';
import { viewLink } from './scans/view-link.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';

const OfferSchema = z.strictObject({
  agency: AgencyId,
  at: InstantText,
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string(), bytes: z.int(), rows: z.int() })),
  sealed: z.int(),
}) satisfies z.ZodMiniType<OfferedExport>;

const FetchedSchema = z.strictObject({
  name: z.string(),
  by: z.strictObject({ id: StaffId, name: z.string() }),
  at: InstantText,
}) satisfies z.ZodMiniType<FetchedFile>;

/** Long enough to begin a large file; S3 finishes what was begun in time. */
const LINK_SECONDS = 300;
const WRITES_AT_ONCE = 100;

export function exportOffer(table: Table, parts: ScanLinkParts | undefined): ExportOffer {
  const rows = () => table.query({ partition: exportPartition });
  return {
    find: async () => {
      const items = await rows();
      const offered = items.find(({ sk }) => sk === exportOfferKey.sk);
      if (!offered) return undefined;
      const fetched = items.filter(({ sk }) => sk !== exportOfferKey.sk);
      return {
        offer: parseBody(OfferSchema, offered),
        fetched: fetched.map((item) => parseBody(FetchedSchema, item)),
      };
    },
    offer: async (offer) => {
      await table.transact([{ write: { put: { ...exportOfferKey, ...body(offer) } } }]);
    },
    withdraw: async () => {
      const items = await rows();
      // The offer goes first: what is left of it afterwards is found by a repeat.
      const keys = items.map(({ pk, sk }) => ({ pk, sk })).sort((a, b) => (a.sk < b.sk ? 1 : -1));
      for (let at = 0; at < keys.length; at += WRITES_AT_ONCE)
        await table.transact(keys.slice(at, at + WRITES_AT_ONCE).map((remove) => ({ write: { remove } })));
    },
    noteFetched: async (fetched) => {
      await table.transact([{ write: { put: { ...fetchedFileKey(fetched.name), ...body(fetched) } } }]);
    },
    link: async (name) => {
      if (!parts) throw new Error('This function was not given a bucket of documents.');
      const key = `exports/${parts.bucket.tenant}/${name}`;
      return viewLink(parts, key, { contentType: 'application/octet-stream', fileName: name }, LINK_SECONDS);
    },
  };
}

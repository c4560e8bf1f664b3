// Filings that are not sent yet, beside the scans expected for them. What is abandoned expires by itself.

import type { FilingStore } from '@layan/application/ports/filings';
import { destroyedKey } from '@layan/application/ports/vault';
import type { Clock } from '@layan/domain/kernel/clock';
import { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { DocumentSchema, FilingSchema } from './case-schemas.ts';
import { begunKey, begunPartition, casePartition, documentPrefix, filingKey, leftFilingKey } from './keys.ts';
import { expiresAt, FILING_SECONDS } from './lifetimes.ts';
import { body, parseAttribute, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { unsentAt } from './unsent-filing.ts';
import { wrappedWrites } from './wrapped-writes.ts';

export function filingStore(table: Table, clock: Clock): FilingStore {
  const now = () => epochMs(clock.now());
  return {
    find: async (caseId) => {
      const { sk } = filingKey(caseId);
      const items = await table.query({ partition: casePartition(caseId), from: documentPrefix, to: sk });
      const draft = items.find((item) => item.sk === sk);
      if (!draft || parseAttribute(z.number(), draft, 'expiresAt') <= expiresAt(now(), 0)) return undefined;
      const filedAt = parseAttribute(z.optional(InstantText), draft, 'filedAt');
      const left = parseAttribute(z.optional(InstantText), draft, 'leftAt');
      const { sessionIndex, ...filing } = parseBody(FilingSchema, draft);
      const session = left === undefined && sessionIndex !== undefined ? { sessionIndex } : {};
      return {
        filing: {
          ...filing,
          ...session,
          // Leaving it raises this alone.
          revision: parseAttribute(z.number(), draft, 'revision'),
          ...(filedAt && { filedAt }),
        },
        documents: items.filter((item) => item !== draft).map((item) => parseBody(DocumentSchema, item)),
      };
    },
    save: async (filing, before) => {
      const { revision } = filing;
      const put = {
        ...filingKey(filing.caseId),
        ...body(filing),
        revision,
        expiresAt: expiresAt(now(), FILING_SECONDS),
      };
      const when = before === undefined ? absent : unsentAt(before, ' AND attribute_not_exists(leftAt)');
      const written = await table.transact([
        { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
        ...wrappedWrites(filing.caseId, filing.key, undefined, { expiresAt: put.expiresAt }),
        ...(before === undefined ? [noted(filing.caseId, put.expiresAt)] : []),
        ...(filing.by === undefined
          ? []
          : [{ write: { put: { ...begunKey(filing.by, filing.caseId), expiresAt: put.expiresAt } } }]),
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    begunBy: async (staffId) => {
      const items = await table.query({ partition: begunPartition(staffId) });
      return items.map(({ sk }) => CaseId.parse(sk));
    },
    drop: async ({ caseId, revision, by, key }) => {
      const when = unsentAt(revision);
      const written = await table.transact([
        { write: { remove: filingKey(caseId), when }, otherwise: () => 'changed-meanwhile' as const },
        ...wrappedWrites(caseId, destroyedKey, key),
        ...(by === undefined ? [] : [{ write: { remove: begunKey(by, caseId) } }]),
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    leave: async (caseId) => {
      const write = {
        set: { leftAt: clock.now() },
        // Whoever read it before writes nothing over that: a page, the case it becomes, a key that is wrapped anew.
        add: { revision: 1 },
        of: filingKey(caseId),
        when: { expression: 'attribute_exists(pk) AND attribute_not_exists(leftAt)' },
      };
      await table.transact([{ write, otherwise: () => 'gone' as const }]);
    },
  };
}

/** Its form expires by itself; what was uploaded to it is looked after by who may remove objects. */
const noted = (caseId: CaseId, expires: number) => {
  const filing = { caseId, at: toInstantText(expires * 1000) };
  return { write: { put: { ...leftFilingKey(filing), ...body(filing) } } };
};

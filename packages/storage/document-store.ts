// Scans as records: which upload is expected, and what became of it.
import type { DocumentRecord, DocumentStore } from '@layan/application/ports/documents';
import { err, ok } from '@layan/domain/kernel/result';
import { DocumentSchema } from './case-schemas.ts';
import { documentKey } from './keys.ts';
import { body, type Item, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const itemOf = (document: DocumentRecord): Item => ({
  ...documentKey(document.caseId, document.id),
  ...body(document),
  settled: document.state === 'accepted' || document.state === 'rejected' ? 1 : 0,
});

export function documentStore(table: Table): DocumentStore {
  return {
    expect: async (document) => {
      const written = await table.transact([
        { write: { put: itemOf(document), when: absent }, otherwise: () => 'exists' as const },
      ]);
      if (!written.ok) throw new Error(`Document ${document.id} exists already.`);
    },
    find: async (caseId, id) => {
      const item = await table.get(documentKey(caseId, id));
      return item && parseBody(DocumentSchema, item);
    },
    settle: async (document) => {
      const when = { expression: 'settled = :no', values: { ':no': 0 } };
      const written = await table.transact([
        { write: { put: itemOf(document), when }, otherwise: () => 'not-expected' as const },
      ]);
      return written.ok ? ok(undefined) : err('not-expected');
    },
  };
}

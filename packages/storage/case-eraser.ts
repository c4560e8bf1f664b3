// Destroys what opens a case, and takes away what lies beside it in the table.
import type { CaseEraser, Erasure } from '@layan/application/ports/erasure';
import { destroyedKey } from '@layan/application/ports/vault';
import { ChainAct } from '@layan/domain/audit/chain';
import { isUnsettled, mayStillArrive } from '@layan/domain/document/closed-upload';
import { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import * as z from 'zod/mini';
import { findCaseItems, replaceKey } from './case-keys.ts';
import { DocumentSchema } from './case-schemas.ts';
import { documentStore } from './document-store.ts';
import { lettersOf } from './kept-letters.ts';
import {
  answersPartition,
  casePartition,
  documentKey,
  documentPrefix,
  erasedKey,
  erasedPartition,
  erasingKey,
  erasingPartition,
  filingKey,
  holdKey,
  idempotencyKey,
  keptLetterKey,
  LAST,
  personKey,
  sortable,
} from './keys.ts';
import { body, parseBody } from './table/item.ts';
import { pageOf } from './table/page-of.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const ErasureSchema = z.strictObject({
  caseId: CaseId,
  at: InstantText,
  by: ChainAct.shape.by,
  due: z.exactOptional(RetentionClass),
  again: z.exactOptional(InstantText),
}) satisfies z.ZodMiniType<Erasure>;

const there = { expression: 'attribute_exists(pk)' };

/** Rows that are taken away in one transaction. */
const PORTION = 90;

export function caseEraser(table: Table): CaseEraser {
  const noteOf = ({ caseId, again }: Erasure) =>
    again === undefined ? erasingKey(caseId) : erasedKey(again, caseId);
  const documentsOf = async (caseId: CaseId) => {
    const items = await table.query({
      partition: casePartition(caseId),
      from: documentPrefix,
      to: `${documentPrefix}${LAST}`,
    });
    return items.map((item) => parseBody(DocumentSchema, item));
  };
  return {
    erase: async ({ snapshot: { id, seq, agency }, key }, { people, ...erasure }) => {
      const items = await findCaseItems(table, id);
      if (!items || items.record.snapshot.seq !== seq || items.record.key !== key)
        return err('changed-meanwhile');
      const draft = filingKey(id);
      const others = items.others.filter(({ pk, sk }) => pk !== draft.pk || sk !== draft.sk);
      const written = await table.transact([
        ...replaceKey({ ...items, others }, destroyedKey),
        { write: { remove: draft } },
        // Taking away what must not be there: a hold that came after somebody looked keeps the case.
        {
          write: { remove: holdKey(agency, id), when: absent },
          otherwise: () => 'changed-meanwhile' as const,
        },
        ...[...new Set(people)].map((index) => ({ write: { remove: personKey(index, id) } })),
        {
          write: { put: { ...erasingKey(id), ...body(erasure) }, when: absent },
          otherwise: () => 'changed-meanwhile' as const,
        },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    unfinished: ({ limit, after }) =>
      pageOf(table, { partition: erasingPartition }, { limit, after }, (item) =>
        parseBody(ErasureSchema, item),
      ),
    lookAgain: async (erasure, before) => {
      const { again, caseId } = erasure;
      await table.transact([
        // Somebody else was faster, or this arrives when all is over.
        { write: { remove: noteOf(before), when: there }, otherwise: () => 'gone' as const },
        { write: { put: { ...erasedKey(again, caseId), ...body(erasure) } } },
      ]);
    },
    toLookAt: ({ until, limit, after }) => {
      const range = { partition: erasedPartition, to: `${sortable(until)}#${LAST}` };
      return pageOf(table, range, { limit, after }, (item) => parseBody(ErasureSchema, item));
    },
    documents: async (caseId) => (await documentsOf(caseId)).map(({ id }) => id),
    closeUploads: async (caseId, now) => {
      const documents = await documentsOf(caseId);
      // Whoever settled one meanwhile may be followed by who looks into it a second time.
      for (const one of documents.filter(isUnsettled))
        await documentStore(table).settle({ ...one, state: 'rejected', closedAt: now });
      const open = documents.filter((one) => mayStillArrive(one, now)).length;
      return { documents: documents.map(({ id }) => id), open };
    },
    letters: (caseId) => lettersOf(table, caseId),
    forget: async (caseId, documents, letters = []) => {
      const keys = [
        ...documents.map((id) => documentKey(caseId, id)),
        ...letters.map((sha256) => keptLetterKey(caseId, sha256)),
      ];
      for (let start = 0; start < keys.length; start += PORTION)
        await table.transact(keys.slice(start, start + PORTION).map((remove) => ({ write: { remove } })));
    },
    forgetAnswers: async (of) => {
      for (const { pk, sk } of await table.query({ partition: answersPartition(of) })) {
        const forgotten = { of: idempotencyKey(sk), set: { answer: destroyedKey }, when: there };
        // Its time may be over by itself.
        await table.transact([{ write: forgotten, otherwise: () => 'gone' }]);
        await table.transact([{ write: { remove: { pk, sk } } }]);
      }
    },
    finish: async (erasure) => {
      await table.transact([{ write: { remove: noteOf(erasure) } }]);
    },
  };
}

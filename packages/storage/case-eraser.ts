// Destroys what opens a case, and takes away what lies beside it in the table.
import type { CaseEraser, Erasure } from '@layan/application/ports/erasure';
import { destroyedKey } from '@layan/application/ports/vault';
import { ChainAct } from '@layan/domain/audit/chain';
import { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import * as z from 'zod/mini';
import { findCaseItems, replaceKey } from './case-keys.ts';
import { DocumentSchema } from './case-schemas.ts';
import {
  answersPartition,
  casePartition,
  documentKey,
  documentPrefix,
  erasingKey,
  erasingPartition,
  filingKey,
  holdKey,
  idempotencyKey,
  LAST,
  personKey,
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
}) satisfies z.ZodMiniType<Erasure>;

const there = { expression: 'attribute_exists(pk)' };

/** Rows that are taken away in one transaction. */
const PORTION = 90;

export function caseEraser(table: Table): CaseEraser {
  const forget: CaseEraser['forget'] = async (caseId, documents) => {
    for (let start = 0; start < documents.length; start += PORTION) {
      const portion = documents.slice(start, start + PORTION);
      await table.transact(portion.map((id) => ({ write: { remove: documentKey(caseId, id) } })));
    }
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
    documents: async (caseId) => {
      const items = await table.query({
        partition: casePartition(caseId),
        from: documentPrefix,
        to: `${documentPrefix}${LAST}`,
      });
      return items.map((item) => parseBody(DocumentSchema, item).id);
    },
    forget,
    forgetAnswers: async (of) => {
      for (const { pk, sk } of await table.query({ partition: answersPartition(of) })) {
        const forgotten = { of: idempotencyKey(sk), set: { answer: destroyedKey }, when: there };
        // Its time may be over by itself.
        await table.transact([{ write: forgotten, otherwise: () => 'gone' }]);
        await table.transact([{ write: { remove: { pk, sk } } }]);
      }
    },
    finish: async (caseId, documents) => {
      await forget(caseId, documents);
      await table.transact([{ write: { remove: erasingKey(caseId) } }]);
    },
  };
}

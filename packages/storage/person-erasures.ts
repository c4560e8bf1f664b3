// Searches for what lies about of a person who is erased, in the tenant's table.
import type { PersonErasure, PersonErasures } from '@layan/application/ports/person-erasures';
import { ChainAct } from '@layan/domain/audit/chain';
import { AgencyId, InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { RequestId } from '@layan/domain/privacy/subject-request';
import * as z from 'zod/mini';
import { personErasureKey, personErasuresPartition } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import { pageOf } from './table/page-of.ts';
import type { Table } from './table/table.ts';
import { absent, type Condition } from './table/transact.ts';

const count = z.int().check(z.nonnegative());

export const PersonErasureSchema = z.strictObject({
  request: RequestId,
  agency: AgencyId,
  at: InstantText,
  by: ChainAct.shape.by,
  place: z.strictObject({
    in: z.enum(['forms', 'imports', 'cards']),
    of: z.exactOptional(z.string()),
    after: z.exactOptional(z.string()),
  }),
  found: z.strictObject({ forms: count, rows: count, cards: count, kept: count }),
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<PersonErasure>;

export function personErasures(table: Table): PersonErasures {
  const put = async (erasure: PersonErasure, when: Condition) =>
    table.transact([
      {
        write: {
          put: { ...personErasureKey(erasure.request), ...body(erasure), revision: erasure.revision },
          when,
        },
        otherwise: () => 'changed-meanwhile' as const,
      },
    ]);
  return {
    begin: async (erasure) => void (await put(erasure, absent)),
    waiting: (query) =>
      pageOf(table, { partition: personErasuresPartition }, query, (item) =>
        parseBody(PersonErasureSchema, item),
      ),
    save: async (erasure, before) => {
      const when = { expression: 'revision = :before', values: { ':before': before } };
      return (await put(erasure, when)).ok ? ok(undefined) : err('changed-meanwhile');
    },
    finish: async (request) => {
      await table.transact([{ write: { remove: personErasureKey(request) } }]);
    },
  };
}

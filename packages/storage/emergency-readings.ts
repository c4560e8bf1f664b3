// What a central admin read during an emergency access, in the tenant's own table.
import { randomUUID } from 'node:crypto';
import type { EmergencyReading, EmergencyReadings } from '@layan/application/ports/emergencies';
import { InstantText } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { emergencyReadingKey, emergencyReadings as partitionOf } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

export const ReadingSchema = z.strictObject({
  request: z.string(),
  at: InstantText,
  operation: z.enum(['list-inbox', 'get-case', 'find-by-ticket']),
  about: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<EmergencyReading>;

export function emergencyReadings(table: Table): EmergencyReadings {
  return {
    append: async (reading) => {
      const put = { ...emergencyReadingKey(reading.request, reading.at, randomUUID()), ...body(reading) };
      await table.transact([{ write: { put, when: absent } }]);
    },
    list: async (request) =>
      (await table.query({ partition: partitionOf(request) })).map((item) => parseBody(ReadingSchema, item)),
  };
}

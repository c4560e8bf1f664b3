// Searches for what lies about of a person, in memory.
import type { PersonErasure, PersonErasures } from '@layan/application/ports/person-erasures';
import { err, ok } from '@layan/domain/kernel/result';
import type { RequestId } from '@layan/domain/privacy/subject-request';
import { byText, copy } from './memory-table.ts';

export function memoryPersonErasures(): PersonErasures {
  const kept = new Map<RequestId, PersonErasure>();
  return {
    begin: async (erasure) => {
      if (!kept.has(erasure.request)) kept.set(erasure.request, copy(erasure));
    },
    waiting: async ({ limit, after = '' }) => {
      const rows = [...kept.values()]
        .filter(({ request }) => request > after)
        .sort((a, b) => byText(a.request, b.request));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { rows: copy(rows.slice(0, limit)), ...(last && { next: last.request }) };
    },
    save: async (erasure, before) => {
      if (kept.get(erasure.request)?.revision !== before) return err('changed-meanwhile');
      kept.set(erasure.request, copy(erasure));
      return ok(undefined);
    },
    finish: async (request) => void kept.delete(request),
  };
}

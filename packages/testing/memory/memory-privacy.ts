// Requests of data subjects and breaches in memory.
import type {
  BreachRecord,
  BreachStore,
  RequestRecord,
  RequestStore,
} from '@layan/application/ports/privacy';
import { err, ok } from '@layan/domain/kernel/result';
import { isSettled } from '@layan/domain/privacy/subject-request';
import { requestRowKey } from '@layan/storage/keys';
import { byText, copy, type MemoryTable } from './memory-table.ts';

const sortOf = ({ request }: RequestRecord) => requestRowKey(request.agency, false, request).sk;

export function memoryRequests({ requests: kept }: Pick<MemoryTable, 'requests'>): RequestStore {
  const all = () => [...kept.values()];
  return {
    find: async (id) => copy(kept.get(id)),
    findByTicket: async (ticket) => copy(all().find(({ request }) => request.ticket === ticket)),
    list: async ({ agency, settled, limit, after }) => {
      const sorted = all()
        .filter((record) => record.request.agency === agency && isSettled(record.request) === settled)
        .sort((a, b) => (settled ? byText(sortOf(b), sortOf(a)) : byText(sortOf(a), sortOf(b))));
      const rows = sorted.filter((record) => {
        if (after === undefined) return true;
        return settled ? sortOf(record) < after : sortOf(record) > after;
      });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { rows: copy(rows.slice(0, limit)), ...(last && { next: sortOf(last) }) };
    },
    about: async (caseId) =>
      copy(
        all()
          .filter(({ request: { cases, parts = [] } }) =>
            [...cases, ...parts.map((part) => part.caseId)].includes(caseId),
          )
          .sort((a, b) => byText(a.request.id, b.request.id)),
      ),
    save: async (record, before) => {
      const { id, ticket } = record.request;
      const taken = before === undefined && all().some(({ request }) => request.ticket === ticket);
      if (taken || kept.get(id)?.request.revision !== before) return err('changed-meanwhile');
      kept.set(id, copy(record));
      return ok(undefined);
    },
  };
}

export function memoryBreaches(): BreachStore {
  const kept = new Map<string, BreachRecord>();
  return {
    find: async (agency, id) => {
      const found = kept.get(id);
      return found?.breach.agency === agency ? copy(found) : undefined;
    },
    list: async (agency) =>
      copy(
        [...kept.values()]
          .filter(({ breach }) => breach.agency === agency)
          .sort((a, b) => byText(a.breach.id, b.breach.id)),
      ),
    save: async (record, before) => {
      if (kept.get(record.breach.id)?.breach.revision !== before) return err('changed-meanwhile');
      kept.set(record.breach.id, copy(record));
      return ok(undefined);
    },
  };
}

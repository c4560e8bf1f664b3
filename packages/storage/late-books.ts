// Books of channels and openings of boxes that are loaded when they are first asked for: most requests ask for neither.
import type { BookStore } from '@layan/application/ports/books';
import type { OpeningLog } from '@layan/application/ports/openings';
import type { Table } from './table/table.ts';

export const lateBooks = (table: Table): { readonly books: BookStore; readonly openings: OpeningLog } => {
  const log = async () => (await import('./opening-log.ts')).openingLog(table);
  return {
    books: { page: async (query) => (await import('./book-store.ts')).bookStore(table).page(query) },
    openings: {
      record: async (opening) => (await log()).record(opening),
      find: async (box, opening) => (await log()).find(box, opening),
      latest: async (box, limit) => (await log()).latest(box, limit),
    },
  };
};

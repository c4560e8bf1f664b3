// Books of channels and openings of boxes in memory.
import type { BookStore } from '@layan/application/ports/books';
import type { Box, Opening, OpeningLog } from '@layan/application/ports/openings';
import { err, ok } from '@layan/domain/kernel/result';
import { bookKey, openingKey, sortable } from '@layan/storage/keys';
import { byText, copy, type MemoryTable } from './memory-table.ts';

export const memoryBooks = (table: MemoryTable): BookStore => ({
  page: async ({ agency, standard, channel, from, until, limit, after = '' }) => {
    const rows = [...table.book.values()]
      .filter((row) => row.agency === agency && row.standard === standard && row.channel === channel)
      .map((row) => ({ row, sk: bookKey(agency, standard, channel, row).sk }))
      .filter(({ sk }) => sk >= sortable(from) && sk <= sortable(until) && sk > after)
      .sort((a, b) => byText(a.sk, b.sk));
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { rows: copy(shown.map(({ row }) => row)), ...(last && { next: last.sk }) };
  },
});

export const memoryOpenings = (table: MemoryTable): OpeningLog => {
  const kept = new Map<string, Opening>();
  const nameOf = (box: Box, opening: Parameters<typeof openingKey>[1]) => {
    const { pk, sk } = openingKey(box, opening);
    return `${pk} ${sk}`;
  };
  return {
    record: async (opening) => {
      const name = nameOf(opening, opening);
      if (kept.has(name)) return err('exists');
      kept.set(name, copy(opening));
      return ok(undefined);
    },
    find: async (box, opening) => copy(kept.get(nameOf(box, opening))),
    latest: async ({ agency, standard, channel }, limit) =>
      [...kept]
        .filter(([, one]) => one.agency === agency && one.standard === standard && one.channel === channel)
        .sort(([a], [b]) => byText(b, a))
        .slice(0, limit)
        .map(([, one]) => copy({ ...one, entered: table.openedLetters.get(one.id) ?? [] })),
  };
};

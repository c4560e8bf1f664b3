// Daily figures in the tenant's table. A day is one item with a revision; a case remembers how far it was counted.
import type { FigureStore } from '@layan/application/ports/figures';
import { DayFigures } from '@layan/domain/case/day-figures';
import { CaseEvent } from '@layan/domain/case/event';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { casePartition, countedKey, eventKey, eventPrefix, figuresKey, LAST } from './keys.ts';
import { body, parseAttribute, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Condition } from './table/transact.ts';

const still = (name: 'revision' | 'seq', value: number): Condition => ({
  expression: `#${name} = :${name}`,
  names: { [`#${name}`]: name },
  values: { [`:${name}`]: value },
});

export function figureStore(table: Table): FigureStore {
  return {
    countedTo: async (caseId) => {
      const item = await table.get(countedKey(caseId));
      return item ? parseAttribute(z.int(), item, 'seq') : 0;
    },
    eventsAfter: async (caseId, seq) =>
      (
        await table.query({
          partition: casePartition(caseId),
          from: eventKey(caseId, seq + 1).sk,
          to: `${eventPrefix}${LAST}`,
        })
      ).map((item) => parseBody(CaseEvent, item)),
    day: async (agency, date) => {
      const item = await table.get(figuresKey(agency, date));
      return (
        item && { figures: parseBody(DayFigures, item), revision: parseAttribute(z.int(), item, 'revision') }
      );
    },
    advance: async ({ caseId, agency, from, to, days }) => {
      const otherwise = () => 'moved-meanwhile' as const;
      const done = await table.transact([
        {
          write: { put: { ...countedKey(caseId), seq: to }, when: from === 0 ? absent : still('seq', from) },
          otherwise,
        },
        ...days.map(({ figures, revision }) => ({
          write: {
            put: { ...figuresKey(agency, figures.date), revision: (revision ?? 0) + 1, ...body(figures) },
            when: revision === undefined ? absent : still('revision', revision),
          },
          otherwise,
        })),
      ]);
      return done.ok ? ok(undefined) : err('moved-meanwhile');
    },
  };
}

// Cases that wait to be gathered and the news of batches, in memory.
import type { BatchStore, FanOut } from '@layan/application/ports/batches';
import type { CaseChange, CaseRecord } from '@layan/application/ports/cases';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { gatheringRows } from '@layan/storage/batch-writes';
import { gatheringKey, gatheringPartition, LAST } from '@layan/storage/keys';
import { byText, copy, type MemoryTable } from './memory-table.ts';

export function writeBatches(table: MemoryTable, change: CaseChange, before: CaseRecord | undefined): void {
  const { agency, id, seq, lastChange } = change.after.snapshot;
  for (const [record, opens] of [
    [before, false],
    [change.after, true],
  ] as const) {
    for (const row of gatheringRows(change, record)) {
      const { pk, sk } = gatheringKey(agency, row.standard, row);
      const rows = new Map(table.gathering.get(pk));
      const { standard: _, ...waiting } = row;
      if (opens) rows.set(sk, copy(waiting));
      else rows.delete(sk);
      table.gathering.set(pk, rows);
    }
  }
  if (!change.tellsLines) return;
  const told = before?.snapshot.seq ?? 0;
  const known = table.fanOuts.get(id) ?? { batch: id, told, at: 0, revision: 0 };
  table.fanOuts.set(id, { ...known, wanted: seq, movedAt: lastChange.at });
}

export function memoryBatches(table: MemoryTable): BatchStore {
  const nameOf = (batch: CaseId, caseId: CaseId) => `${batch}#${caseId}`;
  const sorted = <T>(map: ReadonlyMap<string, T>): T[] =>
    [...map].sort(([a], [b]) => byText(a, b)).map(([, value]) => value);
  const isUnchanged = ({ batch, revision }: Pick<FanOut, 'batch' | 'revision'>) =>
    table.fanOuts.get(batch)?.revision === revision;
  return {
    waiting: async ({ agency, standard, area = '', limit, after = '' }) => {
      const rows = [...(table.gathering.get(gatheringPartition(agency, standard)) ?? [])]
        .filter(([sk]) => sk > after && sk >= area && sk <= `${area}${LAST}`)
        .filter(([sk]) => area === '' || /^[#.]/.test(sk.slice(area.length)))
        .sort(([a], [b]) => byText(a, b));
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { rows: copy(shown.map(([, row]) => row)), ...(last && { next: last[0] }) };
    },
    findFanOut: async (batch) => copy(table.fanOuts.get(batch)),
    listUnfinished: async (limit) => ({
      fanOuts: copy(sorted(table.fanOuts).slice(0, limit)),
      held: copy(sorted(table.heldLines).slice(0, limit)),
    }),
    heldOf: async (batch) => copy(sorted(table.heldLines).filter((line) => line.batch === batch)),
    saveProgress: async (next, { again }) => {
      const known = table.fanOuts.get(next.batch);
      if (!known || !isUnchanged(next)) return err('changed-meanwhile');
      const { pass, ...rest } = next;
      table.fanOuts.set(next.batch, {
        ...rest,
        ...(pass ? { pass } : {}),
        wanted: known.wanted,
        revision: next.revision + 1,
      });
      if (again) table.outbox.push({ caseId: next.batch, seq: known.wanted });
      return ok(undefined);
    },
    finish: async (fanOut) => {
      if (!isUnchanged(fanOut) || table.fanOuts.get(fanOut.batch)?.wanted !== fanOut.wanted)
        return err('changed-meanwhile');
      table.fanOuts.delete(fanOut.batch);
      return ok(undefined);
    },
    hold: async (line) => void table.heldLines.set(nameOf(line.batch, line.caseId), copy(line)),
    letGo: async ({ batch, caseId }) => void table.heldLines.delete(nameOf(batch, caseId)),
  };
}

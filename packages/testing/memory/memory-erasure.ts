// Erasing cases in memory.
import type { CaseEraser, CaseFiles, Erasure } from '@layan/application/ports/erasure';
import { destroyedKey } from '@layan/application/ports/vault';
import { isUnsettled, mayStillArrive } from '@layan/domain/document/closed-upload';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { byText, copy, type MemoryTable } from './memory-table.ts';

export function memoryEraser(table: MemoryTable): CaseEraser {
  const erasing = new Map<CaseId, Erasure>();
  const again = new Map<CaseId, Erasure & { readonly again: InstantText }>();
  const placeOf = (erasure: Erasure & { readonly again: InstantText }) =>
    `${erasure.again}#${erasure.caseId}`;
  return {
    erase: async ({ snapshot: { id, seq }, key }, { people, ...erasure }) => {
      const record = table.cases.get(id);
      if (record?.snapshot.seq !== seq || record.key !== key) return err('changed-meanwhile');
      const { ticket, products } = record.snapshot;
      const gone = { key: destroyedKey };
      table.cases.set(id, { ...record, ...gone });
      const status = table.statuses.get(ticket);
      if (status) table.statuses.set(ticket, { ...status, ...gone });
      const row = table.book.get(id);
      if (row) table.book.set(id, { ...row, ...gone });
      const rows = table.inboxRows.get(id) ?? [];
      table.inboxRows.set(
        id,
        rows.map((task) => ({ ...task, ...gone })),
      );
      for (const { id: product } of products) {
        const kept = table.products.get(product);
        if (kept) table.products.set(product, { ...kept, ...gone });
      }
      table.filings.delete(id);
      for (const index of people) {
        const left = (table.people.get(index) ?? []).filter((other) => other !== id);
        if (left.length > 0) table.people.set(index, left);
        else table.people.delete(index);
      }
      erasing.set(id, copy(erasure));
      return ok(undefined);
    },
    unfinished: async ({ limit, after = '' }) => {
      const rows = [...erasing.values()]
        .filter(({ caseId }) => caseId > after)
        .sort((a, b) => byText(a.caseId, b.caseId));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { rows: copy(rows.slice(0, limit)), ...(last && { next: last.caseId }) };
    },
    lookAgain: async (erasure, before) => {
      const was = before.again === undefined ? erasing.has(before.caseId) : again.has(before.caseId);
      if (!was) return;
      erasing.delete(erasure.caseId);
      again.set(erasure.caseId, copy(erasure));
    },
    toLookAt: async ({ until, limit, after = '' }) => {
      const rows = [...again.values()]
        .filter((erasure) => erasure.again <= until && placeOf(erasure) > after)
        .sort((a, b) => byText(placeOf(a), placeOf(b)));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { rows: copy(rows.slice(0, limit)), ...(last && { next: placeOf(last) }) };
    },
    documents: async (caseId) => (table.documents.get(caseId) ?? []).map(({ id }) => id),
    closeUploads: async (caseId, now) => {
      const documents = table.documents.get(caseId) ?? [];
      table.documents.set(
        caseId,
        documents.map((one) => (isUnsettled(one) ? { ...one, state: 'rejected', closedAt: now } : one)),
      );
      const open = documents.filter((one) => mayStillArrive(one, now)).length;
      return { documents: documents.map(({ id }) => id), open };
    },
    letters: async (caseId) => copy(table.letters.get(caseId) ?? []),
    forget: async (caseId, documents, letters = []) => {
      const left = (table.documents.get(caseId) ?? []).filter(({ id }) => !documents.includes(id));
      table.documents.set(caseId, left);
      const noted = (table.letters.get(caseId) ?? []).filter(({ sha256 }) => !letters.includes(sha256));
      table.letters.set(caseId, noted);
    },
    forgetAnswers: async (of) => {
      for (const [key, kept] of table.answers)
        if (kept.of === of) table.answers.set(key, { ...kept, answer: destroyedKey });
    },
    finish: async ({ caseId }) => {
      erasing.delete(caseId);
      again.delete(caseId);
    },
  };
}

export interface MemoryCaseFiles extends CaseFiles {
  /** What was removed, in the order in which it was. */
  readonly removed: readonly string[];
}

export function memoryCaseFiles(): MemoryCaseFiles {
  const removed: string[] = [];
  return {
    removed,
    removeScan: async (caseId, documentId) => {
      removed.push(`${caseId}/${documentId}`);
    },
    removeLetter: async (caseId, sha256) => {
      removed.push(`${caseId}/${sha256}`);
    },
  };
}

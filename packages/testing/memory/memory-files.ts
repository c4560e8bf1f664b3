// Filings and documents in memory.

import type { DocumentRecord, DocumentStore } from '@layan/application/ports/documents';
import type { FilingStore } from '@layan/application/ports/filings';
import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import { FILING_SECONDS } from '@layan/storage/lifetimes';
import { byText, copy, type MemoryTable } from './memory-table.ts';

export function memoryFilings(table: MemoryTable, clock: Clock): FilingStore {
  const seconds = () => Math.floor(epochMs(clock.now()) / 1000);
  return {
    find: async (caseId) => {
      const draft = table.filings.get(caseId);
      return draft && draft.expiresAt > seconds()
        ? copy({ filing: draft.filing, documents: table.documents.get(caseId) ?? [] })
        : undefined;
    },
    save: async (filing, before) => {
      const kept = table.filings.get(filing.caseId)?.filing;
      if (kept?.revision !== before || kept?.filedAt) return err('changed-meanwhile');
      if (kept && !kept.by && kept.sessionIndex === undefined) return err('changed-meanwhile');
      table.filings.set(filing.caseId, copy({ filing, expiresAt: seconds() + FILING_SECONDS }));
      if (before === undefined) {
        const at = toInstantText((seconds() + FILING_SECONDS) * 1000);
        table.leftFilings.set(filing.caseId, { caseId: filing.caseId, at });
      }
      return ok(undefined);
    },
    begunBy: async (staffId) =>
      [...table.filings.values()]
        .filter(({ filing, expiresAt }) => filing.by === staffId && !filing.filedAt && expiresAt > seconds())
        .map(({ filing }) => filing.caseId)
        .sort(byText),
    drop: async ({ caseId, revision }) => {
      const kept = table.filings.get(caseId)?.filing;
      if (kept?.revision !== revision || kept.filedAt) return err('changed-meanwhile');
      table.filings.delete(caseId);
      return ok(undefined);
    },
    leave: async (caseId) => {
      const draft = table.filings.get(caseId);
      if (!draft || draft.filing.sessionIndex === undefined) return;
      const { sessionIndex: _, ...filing } = draft.filing;
      table.filings.set(caseId, { ...draft, filing: { ...filing, revision: filing.revision + 1 } });
    },
  };
}

export function memoryDocuments(table: MemoryTable): DocumentStore {
  const of = (caseId: DocumentRecord['caseId']) => table.documents.get(caseId) ?? [];
  const put = (document: DocumentRecord) =>
    table.documents.set(
      document.caseId,
      [...of(document.caseId).filter(({ id }) => id !== document.id), copy(document)].sort((a, b) =>
        byText(a.id, b.id),
      ),
    );
  const stateOf = (document: DocumentRecord) =>
    of(document.caseId).find(({ id }) => id === document.id)?.state;
  return {
    expect: async (document) => {
      if (stateOf(document)) throw new Error(`Document ${document.id} exists already.`);
      put(document);
    },
    find: async (caseId, id) => copy(of(caseId).find((document) => document.id === id)),
    settle: async (document) => {
      const state = stateOf(document);
      if (state !== 'expected' && state !== 'checking') return err('not-expected');
      put(document);
      return ok(undefined);
    },
  };
}

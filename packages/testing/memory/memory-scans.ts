// Scans in memory. `arrive` does what a browser does with an upload form; what object storage would refuse, it refuses.
import type { ScanStore } from '@layan/application/ports/documents';
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';

export interface MemoryScans extends ScanStore {
  arrive(caseId: CaseId, documentId: DocumentId, bytes: Uint8Array): void;
  accepted(
    caseId: CaseId,
    documentId: DocumentId,
  ): { readonly bytes: Uint8Array; readonly contentType: string } | undefined;
}

export function memoryScans(tenant: string): MemoryScans {
  const prepared = new Map<string, number>();
  const incoming = new Map<string, Uint8Array>();
  const accepted = new Map<string, { bytes: Uint8Array; contentType: string }>();
  const nameOf = (caseId: CaseId, documentId: DocumentId) => `${tenant}/${caseId}/${documentId}`;
  return {
    prepareUpload: async ({ caseId, documentId, maxBytes, redirectTo }) => {
      prepared.set(nameOf(caseId, documentId), maxBytes);
      return {
        url: 'https://documents.example/',
        fields: {
          key: `incoming/${nameOf(caseId, documentId)}`,
          'Content-Type': 'application/octet-stream',
          ...(redirectTo === undefined
            ? { success_action_status: '201' }
            : { success_action_redirect: redirectTo }),
        },
      };
    },
    viewLink: async ({ caseId, documentId }) =>
      `https://documents.example/accepted/${nameOf(caseId, documentId)}`,
    readIncoming: async (caseId, documentId) => {
      const bytes = incoming.get(nameOf(caseId, documentId));
      return bytes ? ok(bytes.slice()) : err('gone');
    },
    accept: async ({ caseId, documentId, bytes, contentType }) => {
      const name = nameOf(caseId, documentId);
      const kept = accepted.get(name) ?? { bytes: bytes.slice(), contentType };
      accepted.set(name, kept);
      return kept.bytes.slice();
    },
    discardIncoming: async (caseId, documentId) => {
      incoming.delete(nameOf(caseId, documentId));
    },
    arrive: (caseId, documentId, bytes) => {
      const limit = prepared.get(nameOf(caseId, documentId));
      if (limit === undefined) throw new Error('Nothing was prepared for this document.');
      if (bytes.length < 1 || bytes.length > limit) throw new Error('The size is not what was signed.');
      incoming.set(nameOf(caseId, documentId), bytes.slice());
    },
    accepted: (caseId, documentId) => accepted.get(nameOf(caseId, documentId)),
  };
}

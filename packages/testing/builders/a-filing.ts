// Filings and documents as a store receives them.
import type { DocumentRecord } from '@layan/application/ports/documents';
import type { Filing } from '@layan/application/ports/filings';
import { caseIdOf, documentIdOf, hashOf, minute, STANDARD, ticketOf } from './ids.ts';

export const aFiling = (n: number, changes: Partial<Filing> = {}): Filing => ({
  caseId: caseIdOf(n),
  standard: { id: STANDARD, version: 1, hash: hashOf('standard') },
  channel: 'portal',
  facts: { householdSize: 3, applicantName: { sealed: 'v1.name' } },
  unread: {},
  pagesSeen: [],
  dropped: [],
  key: `v1.key-${n}`,
  ticket: ticketOf(n),
  secret: { sealed: 'v1.secret' },
  sessionIndex: `session-${n}`,
  revision: 1,
  createdAt: minute(0),
  ...changes,
});

export const aDocument = (
  caseNumber: number,
  n: number,
  changes: Partial<DocumentRecord> = {},
): DocumentRecord => ({
  id: documentIdOf(n),
  caseId: caseIdOf(caseNumber),
  requirement: 'identity-card',
  state: 'expected',
  createdAt: minute(0),
  ...changes,
});

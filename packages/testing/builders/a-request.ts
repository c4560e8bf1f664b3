// Requests of data subjects, as they are kept.
import type { RequestRecord } from '@layan/application/ports/privacy';
import { RequestId, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import { AGENCY, caseIdOf, minute, staffIdOf } from './ids.ts';

export const requestIdOf = (n: number) => RequestId.parse(`r${String(n).padStart(25, '0')}`);

export const aRequest = (n: number, changes: Partial<SubjectRequest> = {}): RequestRecord => ({
  request: {
    id: requestIdOf(n),
    agency: AGENCY,
    ticket: `R${String(n).padStart(7, '0')}0`,
    kind: 'access',
    cases: [caseIdOf(n)],
    channel: 'counter',
    identity: 'identity-card',
    receivedAt: minute(n),
    recordedBy: { id: staffIdOf(1), name: 'Petugas Uji Satu' },
    wish: { sealed: 'v1.x' },
    state: 'received',
    revision: 1,
    ...changes,
  },
  key: 'key',
});

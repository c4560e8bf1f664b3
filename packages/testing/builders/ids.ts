// Ids for tests: readable in a failure, and the right shape.
import { createHash } from 'node:crypto';
import { AgencyId, CaseId, DocumentId, InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';

const numbered = (letter: string, n: number) => `${letter}${String(n).padStart(25, '0')}`;

export const caseIdOf = (n: number) => CaseId.parse(numbered('c', n));
export const documentIdOf = (n: number) => DocumentId.parse(numbered('d', n));
export const staffIdOf = (n: number) =>
  StaffId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const ticketOf = (n: number) => `T${String(n).padStart(7, '0')}0`;
export const hashOf = (text: string) => ContentHash.parse(createHash('sha256').update(text).digest('hex'));
export const instant = (text: string) => InstantText.parse(text);

/** Minutes after a working morning in February 2026. */
export const minute = (n: number) => instant(new Date(Date.UTC(2026, 1, 4, 2, n)).toISOString());

export const AGENCY = AgencyId.parse('dinas-uji');
export const OTHER_AGENCY = AgencyId.parse('dinas-lain');
export const STANDARD = StandardId.parse('layanan-uji');

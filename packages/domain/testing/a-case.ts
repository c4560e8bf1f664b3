// Cases of small standards in tests: filed, moved on and looked at, with people and an office of their own.
import { hash as digest } from 'node:crypto';
import type { By, CaseCommand, CaseRejection, FileCase, StaffMember } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { decideFiling } from '../case/decide-filing.ts';
import type { CaseEvent } from '../case/event.ts';
import { fold } from '../case/evolve.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { DecideContext } from '../case/turn.ts';
import { defaultCalendar } from '../deadline/default-calendar.ts';
import { CaseId, DocumentId, type InstantText, RegionCode, StaffId, StandardId } from '../kernel/ids.ts';
import { toInstantText } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import type { ContentHash } from '../standard/content-hash.ts';
import type { Standard } from '../standard/standard.ts';

const isContentHash = (text: string): text is ContentHash => text.length === 64;

export const sha256 = (text: string): ContentHash => {
  const hex = digest('sha256', text, 'hex');
  if (!isContentHash(hex)) throw new Error('not a hash');
  return hex;
};

export const calendar = defaultCalendar('Asia/Jakarta');

/** An instant by the clock of Jakarta, `2026-07-06 09:00` (a Monday). */
export const at = (local: string): InstantText =>
  toInstantText(Date.parse(`${local.replace(' ', 'T')}:00+07:00`));

export const monday = at('2026-07-06 09:00');

export const aContext = (more: Partial<DecideContext> = {}): DecideContext => ({
  now: monday,
  by: { party: 'applicant' },
  calendar,
  newId: () => 'produk-1',
  nextPlace: () => ({ year: 2026, sequence: 1 }),
  hash: sha256,
  letters: { unitCode: '427.64' },
  ...more,
});

/** `a` of the roles, working in these areas (everywhere when none is given). */
export const staff = (
  id: string,
  roles: readonly string[],
  areas: readonly string[] = [],
): By & { member: StaffMember } => ({
  party: 'staff',
  member: {
    id: StaffId.parse(id),
    name: `Petugas Uji ${id}`,
    roles,
    areas: areas.map((area) => RegionCode.parse(area)),
  },
});

export const citizen: By = { party: 'applicant' };
export const clock: By = { party: 'system' };

export const document = (n: number): DocumentId => DocumentId.parse(String(n).padStart(26, '0'));
export const scan = (requirement: string, n = 1) => ({ requirement, document: document(n) });
export const secret = (text: string) => ({ sealed: text });

export const aFiling = (more: Partial<FileCase> = {}): FileCase => ({
  type: 'fileCase',
  caseId: CaseId.parse('0'.repeat(26)),
  standard: { id: StandardId.parse('layanan-uji'), version: 1, hash: sha256('layanan-uji') },
  ticket: '0000-0000-0',
  channel: 'portal',
  facts: {},
  attachments: [],
  ...more,
});

type CompleteStep = Extract<CaseCommand, { type: 'completeStep' }>;

export const completing = (
  step: string,
  outcome: string,
  more: Partial<CompleteStep> = {},
): CompleteStep => ({ type: 'completeStep', step, outcome, facts: {}, attachments: [], ...more });

export interface Kept {
  readonly snapshot: CaseSnapshot;
  readonly events: readonly CaseEvent[];
}

/** The case after what was decided; throws when it was refused. */
export const keep = (
  standard: Standard,
  decided: Result<readonly CaseEvent[], CaseRejection>,
  before?: Kept,
): Kept => {
  if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
  const snapshot = fold(standard, decided.value, before?.snapshot);
  if (!snapshot) throw new Error('nothing happened');
  return { snapshot, events: [...(before?.events ?? []), ...decided.value] };
};

export const filed = (standard: Standard, filing: FileCase, context = aContext()): Kept =>
  keep(standard, decideFiling(standard, filing, context));

export const after = (standard: Standard, before: Kept, command: CaseCommand, by: By, now = monday): Kept =>
  keep(standard, decide(standard, before.snapshot, command, aContext({ by, now })), before);

/** The refusal of a decision, or undefined when it was accepted. */
export const refusal = (decided: Result<unknown, CaseRejection>): CaseRejection | undefined =>
  decided.ok ? undefined : decided.error;

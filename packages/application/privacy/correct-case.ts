// Carries out a correction in one case: reads what was typed, seals it, decides, and writes the case together with all it is
// found by. Asked again with the same values, nothing is left to do.
import { byWorker } from '@layan/domain/access/worker';
import { correctable, correctFacts } from '@layan/domain/case/correct-facts';
import { alsoAfterEnd } from '@layan/domain/case/decision';
import type { PlainValue } from '@layan/domain/case/facts';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { parseFact } from '@layan/domain/person/fact-input';
import { movedOn } from '@layan/domain/privacy/subject-request';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import { caseChange, movedRecord, snapshotAfter } from '../case/case-change.ts';
import { decideNumbered } from '../case/decide-numbered.ts';
import { linksOf, openFacts } from '../filing/links-of-case.ts';
import { displayNameOf } from '../filing/people-in-case.ts';
import { randomId } from '../kernel/random-id.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CaseFile, CaseRecord } from '../ports/cases.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';
import type { PrivacyFailure } from './errors.ts';

/** What was typed for facts of one case. */
export interface Correction {
  readonly caseId: CaseId;
  readonly values: Readonly<Record<string, string>>;
}

export type CorrectPorts = SettingPorts &
  Pick<Ports, 'cases' | 'standards' | 'vault' | 'products' | 'random'>;

export type CorrectionFailure = PrivacyFailure<
  'correction-invalid' | 'correction-locked' | 'case-unreadable' | 'request-changed'
>;

type Values = Readonly<Record<string, PlainValue>>;

const ATTEMPTS = 5;

const invalid = (caseId: CaseId, fact: string, message: string) =>
  err({ code: 'correction-invalid', caseId, fact, message } as const);

/** The values as the case would keep them. */
export const readCorrection = (
  index: ProcessIndex,
  { snapshot }: CaseRecord,
  { caseId, values }: Correction,
  { input }: Setting,
): Result<Values, CorrectionFailure> => {
  const allowed = correctable(index, snapshot);
  const read: Record<string, PlainValue> = {};
  for (const [id, typed] of Object.entries(values)) {
    const fact = allowed.includes(id) ? index.facts.get(id) : undefined;
    if (!fact) return invalid(caseId, id, 'Isian ini tidak dapat diperbaiki di sini.');
    const answer = parseFact(fact, typed, input, snapshot.facts);
    if (!answer.ok) return invalid(caseId, id, answer.error.message);
    if (!answer.value) return invalid(caseId, id, 'Isi data yang benar.');
    read[id] = answer.value.value;
  }
  return ok(read);
};

/** The name for lists follows the facts it was made from. */
const renamed = async (
  { vault }: CorrectPorts,
  index: ProcessIndex,
  record: CaseRecord,
  before: Values,
  after: Values,
): Promise<CaseRecord> => {
  const form = index.channels.get(record.snapshot.channel)?.form;
  const pages = index.process.forms.find(({ id }) => id === form)?.pages ?? [];
  const [was, is] = [displayNameOf(index, pages, before), displayNameOf(index, pages, after)];
  const seal = caseSeal(vault, record.key, record.snapshot.id);
  if (was === is || (await seal.openText('display', record.displayName)) !== was) return record;
  return { ...record, displayName: await seal.sealText('display', is) };
};

/** By what it is found from now on, and by what no longer. */
const relinked = async (ports: CorrectPorts, file: CaseFile, after: CaseFile) => {
  const [before, people, every] = await Promise.all([
    linksOf(ports, file, 'every'),
    linksOf(ports, after, 'kept'),
    linksOf(ports, after, 'every'),
  ]);
  if (!before || !people || !every) return undefined;
  return { people, unlinked: before.filter((link) => !every.includes(link)) };
};

const unreadable = (caseId: CaseId) => err({ code: 'case-unreadable', caseId } as const);

/** @returns the request as it stands then: moved on where something was written */
export const correctCase = async (
  ports: CorrectPorts,
  standing: RequestRecord,
  member: Membership,
  correction: Correction,
  note: string,
): Promise<Result<RequestRecord, CorrectionFailure>> => {
  const { request } = standing;
  const moved = { ...standing, request: movedOn(request) };
  const { caseId } = correction;
  const by = byWorker(member);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const setting = await getSetting(ports);
    const file = await ports.cases.findFile(caseId);
    if (!file) return unreadable(caseId);
    const { record } = file;
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const index = indexOf(standard.process);
    const values = readCorrection(index, record, correction, setting);
    if (!values.ok) return values;
    const known = await openFacts(ports, record, record.snapshot.facts);
    if (!known) return unreadable(caseId);
    const other = Object.fromEntries(
      Object.entries(values.value).filter(([id, value]) => known[id] !== value),
    );
    const seal = caseSeal(ports.vault, record.key, caseId);
    const facts = await seal.sealFacts(index.facts, other);
    const said = note === '' ? {} : { note: await seal.sealText('note', note) };
    const command = {
      type: 'correctFacts',
      request: request.id,
      ticket: request.ticket,
      facts,
      ...said,
    } as const;
    const decided = await decideNumbered(
      { products: ports.products, tenant: setting.tenant, agency: record.snapshot.agency },
      { now: setting.now, by, newId: () => randomId(ports.random), hash: sha256 },
      (context) => alsoAfterEnd(correctFacts)(standard, record.snapshot, command, context),
    );
    if (!decided.ok) return invalid(caseId, Object.keys(other)[0] ?? '', 'Nilai ini tidak dapat disimpan.');
    const events = decided.value;
    if (events.length === 0) return ok(standing);
    const corrected = movedRecord(record, snapshotAfter(standard, record.snapshot, events));
    const after = await renamed(ports, index, corrected, known, { ...known, ...other });
    const links = await relinked(ports, file, {
      ...file,
      record: after,
      events: [...file.events, ...events],
    });
    if (!links) return unreadable(caseId);
    const parts = { before: record, after, events, ...links, carriesOut: moved };
    const change = await caseChange(ports.vault, standard, parts);
    const written = change.ok ? await ports.cases.commit(change.value) : change;
    if (written.ok) return ok(moved);
    if (written.error.code === 'lock-taken') {
      const product = index.process.products.find(
        ({ exclusive }) => written.error.code === 'lock-taken' && exclusive?.group === written.error.group,
      );
      return err({ code: 'correction-locked', caseId, product: product?.label ?? 'kartu' });
    }
  }
  return err({ code: 'request-changed' });
};

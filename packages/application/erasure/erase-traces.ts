// After the cases of a person were erased at their wish: forms not sent, rows and cards of old registers, and answers that
// were kept of these. A portion at a time, from where it stopped; at the end it is entered in the chain, and the number by
// which they were looked for is gone from the request, with all that was written in it. A card in force stays: somebody
// relies on it.
import { halfAnHourLater } from '@layan/domain/document/closed-upload';
import { CaseId, StaffId } from '@layan/domain/kernel/ids';
import type { RequestId } from '@layan/domain/privacy/subject-request';
import { isInForce } from '@layan/domain/product/product-state';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { CaseFiles } from '../ports/erasure.ts';
import type { PersonErasure } from '../ports/person-erasures.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { LeftFiling } from '../ports/retention.ts';
import type { Ports } from '../ports/surroundings.ts';
import { destroyedKey } from '../ports/vault.ts';
import { requestSeal } from '../privacy/request-view.ts';
import { rowField } from '../register/import-rows.ts';
import { isOfPerson } from './is-of-person.ts';
import { removeScans } from './remove-scans.ts';
import { asItIsNow, type PlacesPorts, type Trace, tracesAt } from './trace-places.ts';

export type EraseTracesPorts = PlacesPorts &
  Pick<Ports, 'personErasures' | 'requests' | 'erasing' | 'audit' | 'vault' | 'clock'> & {
    readonly caseFiles: CaseFiles;
  };

type Kind = keyof PersonErasure['found'];

/** Of a form that is gone. Somebody may have been sending at this moment: they are forgotten when they were looked for again. */
const dropScans = async (ports: EraseTracesPorts, left: LeftFiling): Promise<void> => {
  const { documents } = await removeScans(ports, left.caseId);
  const again = documents.length > 0 ? halfAnHourLater(ports.clock.now()) : undefined;
  await ports.retention.settleFiling(left, again);
};

// In each of these the last write is the one by which it would be found again: what is interrupted is taken up.

const dropForm = async (
  ports: EraseTracesPorts,
  { filing, left }: Extract<Trace, { kind: 'form' }>,
): Promise<Kind | 'again'> => {
  await ports.erasing.forgetAnswers(filing.caseId);
  if (!(await ports.filings.drop(filing)).ok) return 'again';
  await dropScans(ports, left);
  return 'forms';
};

/** Its line stays among the others, with nothing in it. */
const emptyRow = async (
  { imports, vault, erasing, clock }: EraseTracesPorts,
  by: PersonErasure['by'],
  { record, row }: Extract<Trace, { kind: 'row' }>,
): Promise<Kind | 'again'> => {
  const { id, key } = record;
  const context = { caseId: CaseId.parse(id), field: rowField(row.position) };
  const cells = await vault.seal(key, context, '{}');
  const who = by.party === 'staff' ? { id: StaffId.parse(by.id), name: by.name } : record.by;
  const settled = row.settled ?? { how: 'skipped' as const, at: clock.now(), by: who };
  await erasing.forgetAnswers(id);
  const saved = await imports.saveRow(
    id,
    { ...row, cells, settled, revision: row.revision + 1 },
    row.revision,
  );
  return saved.ok ? 'rows' : 'again';
};

const closeCard = async (
  { products, erasing }: EraseTracesPorts,
  { card }: Extract<Trace, { kind: 'card' }>,
): Promise<Kind | 'again' | undefined> => {
  const { origin } = card;
  if (origin.kind !== 'imported') return undefined;
  if (isInForce(card.state)) return 'kept';
  const { revision } = origin;
  const after = { ...card, key: destroyedKey, origin: { ...origin, revision: revision + 1 } };
  await erasing.forgetAnswers(card.id);
  const saved = await products.saveImported(after, { before: revision, acquire: [], release: [] });
  return saved.ok ? 'cards' : 'again';
};

const eraseOnce = (
  ports: EraseTracesPorts,
  by: PersonErasure['by'],
  trace: Trace,
): Promise<Kind | 'again' | undefined> => {
  switch (trace.kind) {
    case 'form':
      return dropForm(ports, trace);
    case 'scans':
      return dropScans(ports, trace.left).then(() => undefined);
    case 'row':
      return emptyRow(ports, by, trace);
    case 'card':
      return closeCard(ports, trace);
  }
};

const attempts = 5;

/** Whoever writes on it at this moment comes first, and what they wrote goes too. */
const erase = async (
  ports: EraseTracesPorts,
  by: PersonErasure['by'],
  first: Trace,
): Promise<Kind | undefined> => {
  let trace: Trace | undefined = first;
  for (let attempt = 1; trace && attempt <= attempts; attempt += 1) {
    const done = await eraseOnce(ports, by, trace);
    if (done !== 'again') return done;
    trace = await asItIsNow(ports, trace);
  }
  if (trace) throw new Error('What is to be erased of a person changed again and again.');
  return undefined;
};

const portionOf = async (ports: EraseTracesPorts, erasure: PersonErasure, nik: string) => {
  const { traces, next } = await tracesAt(ports, erasure.agency, erasure.place);
  const found = { ...erasure.found };
  for (const trace of traces) {
    if (!(await isOfPerson(ports, trace, nik))) continue;
    const kind = await erase(ports, erasure.by, trace);
    if (kind) found[kind] += 1;
  }
  return { found, next };
};

const finish = async (
  ports: EraseTracesPorts,
  { request: id, at, by, found }: PersonErasure,
  record: RequestRecord,
): Promise<void> => {
  const { forms, rows, cards, kept } = found;
  const detail = `forms ${forms} rows ${rows} cards ${cards} kept ${kept}`;
  const act = { at, by, act: 'erase-person', about: id, detail };
  await ports.audit.append('administration', act, `erase-person ${id}`);
  const { subject: _, ...request } = record.request;
  const after = { request: { ...request, revision: request.revision + 1 }, key: destroyedKey };
  // Somebody wrote on it at this moment: the next round finds it again, and nothing else to do.
  if ((await ports.requests.save(after, request.revision)).ok) await ports.personErasures.finish(id);
};

const goOn = async (ports: EraseTracesPorts, erasure: PersonErasure): Promise<boolean> => {
  const record = await ports.requests.find(erasure.request);
  if (record?.request.state !== 'done') return false;
  const { subject } = record.request;
  const nik = subject && (await requestSeal(ports.vault, record).openText('subject', subject));
  if (nik === undefined) {
    await ports.personErasures.finish(erasure.request);
    return true;
  }
  const { found, next } = await portionOf(ports, erasure, nik);
  const after = { ...erasure, found, revision: erasure.revision + 1 };
  if (next) await ports.personErasures.save({ ...after, place: next }, erasure.revision);
  else await finish(ports, after, record);
  return true;
};

const portion = { enough: 5, atOnce: 5, mostPages: 20 };
const rounds = 10;

/** How many portions were looked at. One that fails is told at the end, and keeps no other. */
export const makeEraseTraces =
  (ports: EraseTracesPorts) => async (): Promise<{ readonly portions: number }> => {
    const broken = new Map<RequestId, unknown>();
    const turn = async (erasure: PersonErasure): Promise<boolean> => {
      if (broken.has(erasure.request)) return false;
      return goOn(ports, erasure).catch((cause: unknown) => {
        broken.set(erasure.request, cause);
        return false;
      });
    };
    let portions = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { done } = await workOff(ports.personErasures.waiting, turn, portion);
      portions += done.length;
      if (done.length === 0) break;
    }
    tellFirst([...broken.values()]);
    return { portions };
  };

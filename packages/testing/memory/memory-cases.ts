// Cases in memory, with every refusal of the real store.
import type { CaseChange, CaseStore, CommitFailure, InboxRow } from '@layan/application/ports/cases';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { inboxRows, netLocks, nextMoment, rowName } from '@layan/storage/case-rows';
import { inboxCursor, inboxPlace } from '@layan/storage/inbox-cursor';
import { guessesText } from '@layan/storage/kept-guesses';
import { dueSort, inboxSort, LAST, runningKey, sortable } from '@layan/storage/keys';
import { wrapMark } from '@layan/storage/vault/wrapped-by';
import { writeBatches } from './memory-batches.ts';
import { firstTaken, moveLocks } from './memory-locks.ts';
import { hasPlace, takePlace } from './memory-products.ts';
import { byText, copy, type MemoryTable } from './memory-table.ts';

const placeOf = (row: InboxRow) => inboxSort({ ...row, task: rowName(row.task.id, row.standIn) });

const objectionName = ({ about, decision }: { about: string; decision: string }) => `${about}#${decision}`;

function obstacle(table: MemoryTable, change: CaseChange): CommitFailure | undefined {
  const { before, after, idempotency, fromFiling } = change;
  const { id, ticket } = after.snapshot;
  const done = idempotency && table.idempotent.get(idempotency.key);
  if (done) return { code: 'already-done', record: copy(done) };
  if (fromFiling) {
    const filing = table.filings.get(fromFiling.caseId)?.filing;
    if (filing?.revision !== fromFiling.revision || filing.filedAt) return { code: 'filing-changed' };
  }
  const kept = table.cases.get(id);
  if (kept?.snapshot.seq !== before?.snapshot.seq) return { code: 'changed-meanwhile' };
  if (kept && before && wrapMark(kept.key) !== wrapMark(before.key)) return { code: 'changed-meanwhile' };
  const { carriesOut } = change;
  if (
    carriesOut &&
    table.requests.get(carriesOut.request.id)?.request.revision !== carriesOut.request.revision - 1
  )
    return { code: 'changed-meanwhile' };
  if (!before && table.statuses.has(ticket)) return { code: 'ticket-taken' };
  const { acquire, release } = netLocks(change);
  const taken = firstTaken(table, id, acquire);
  if (taken) return taken;
  if (change.places.some((place) => hasPlace(table, place))) return { code: 'number-taken' };
  const { objection } = change;
  const standing = objection && table.objections.get(objectionName(objection))?.caseId;
  if (standing !== undefined && standing !== objection?.replaces) return { code: 'objection-filed' };
  if (firstTaken(table, id, release)) throw new Error(`Case ${id} releases a lock that another case holds.`);
  return undefined;
}

function write(table: MemoryTable, change: CaseChange): void {
  const {
    after,
    events,
    status,
    idempotency,
    people = [],
    unlinked = [],
    fromFiling,
    products,
    places,
  } = copy(change);
  const { book, opening, carriesOut } = copy(change);
  const { snapshot, key, secretIndex } = after;
  const { id } = snapshot;
  writeBatches(table, change, table.cases.get(id));
  table.cases.set(id, after);
  table.events.set(id, [...(table.events.get(id) ?? []), ...events]);
  table.inboxRows.set(
    id,
    snapshot.tasks.flatMap((task) => copy(inboxRows(change, task))),
  );
  const { guesses } = table.statuses.get(snapshot.ticket) ?? {};
  table.statuses.set(snapshot.ticket, { status, key, secretIndex, ...(guesses && { guesses }) });
  const { acquire, release } = netLocks(change);
  moveLocks(table, id, acquire, release);
  for (const place of places) takePlace(table, place);
  for (const product of products) table.products.set(product.id, product);
  const { objection } = change;
  if (objection) table.objections.set(objectionName(objection), { caseId: id, ticket: snapshot.ticket });
  if (idempotency) table.idempotent.set(idempotency.key, idempotency);
  for (const index of new Set([...people, ...unlinked])) {
    const others = (table.people.get(index) ?? []).filter((one) => one !== id);
    table.people.set(index, people.includes(index) ? [...others, id] : others);
  }
  const draft = fromFiling && table.filings.get(fromFiling.caseId);
  if (draft)
    table.filings.set(fromFiling.caseId, {
      ...draft,
      filing: { ...draft.filing, filedAt: snapshot.filedAt },
    });
  if (book) table.book.set(id, book);
  if (carriesOut) table.requests.set(carriesOut.request.id, carriesOut);
  if (opening)
    table.openedLetters.set(opening.id, [...(table.openedLetters.get(opening.id) ?? []), id].sort(byText));
  table.outbox.push({ caseId: id, seq: snapshot.seq });
}

/** Cases for which time alone will do something, soonest first. */
const dueRows = (table: MemoryTable) =>
  [...table.cases.values()]
    .flatMap(({ snapshot }) => {
      const moment = nextMoment(snapshot);
      return moment ? [{ id: snapshot.id, sort: dueSort(moment, snapshot.id) }] : [];
    })
    .sort((a, b) => byText(a.sort, b.sort));

export function memoryCases(table: MemoryTable): CaseStore {
  return {
    find: async (caseId) => copy(table.cases.get(caseId)),
    findFile: async (caseId) => {
      const record = table.cases.get(caseId);
      return record
        ? copy({
            record,
            events: table.events.get(caseId) ?? [],
            documents: table.documents.get(caseId) ?? [],
          })
        : undefined;
    },
    findStatus: async (ticket) => copy(table.statuses.get(ticket)),
    keepGuesses: async (ticket, before, after) => {
      const kept = table.statuses.get(ticket);
      const { guesses } = kept ?? {};
      if (!kept || (guesses && guessesText(guesses)) !== (before && guessesText(before)))
        return err({ code: 'not-counted', ...(guesses && { now: copy(guesses) }) });
      table.statuses.set(ticket, { ...kept, guesses: copy(after) });
      return ok(undefined);
    },
    findObjection: async (decision) => copy(table.objections.get(objectionName(decision))),
    inbox: async ({ agency, role, limit, after }) => {
      const from = inboxPlace(after)?.sort ?? '';
      const rows = [...table.inboxRows]
        .filter(([caseId]) => table.cases.get(caseId)?.snapshot.agency === agency)
        .flatMap(([, ofCase]) => ofCase.filter(({ task, standIn }) => (standIn?.role ?? task.role) === role))
        .filter((row) => placeOf(row) > from)
        .sort((a, b) => byText(placeOf(a), placeOf(b)));
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: copy(shown),
        ...(last && rows.length > limit ? { next: inboxCursor(placeOf(last)) } : {}),
      };
    },
    due: async ({ until, limit }) =>
      dueRows(table)
        .filter(({ sort }) => sort <= `${sortable(until)}#${LAST}`)
        .slice(0, limit)
        .map(({ id }) => id),
    waiting: async ({ limit, after = '' }) => {
      const rows = dueRows(table).filter(({ sort }) => sort > after);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { rows: shown.map(({ id }) => id), ...(last && { next: last.sort }) };
    },
    running: async ({ standard, before, limit, after = '' }) => {
      const rows = [...table.cases.values()]
        .filter(({ snapshot }) => snapshot.standard.id === standard && !snapshot.ended)
        .filter(({ snapshot }) => snapshot.standard.version < before)
        .map(({ snapshot: { id, standard: ref } }) => ({ id, sort: runningKey(ref.id, ref.version, id).sk }))
        .filter(({ sort }) => sort > after)
        .sort((a, b) => byText(a.sort, b.sort));
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { rows: shown.map(({ id }) => id), ...(last && { next: last.sort }) };
    },
    about: async (person) => copy([...(table.people.get(person) ?? [])].sort(byText)),
    heldBy: async (staffId) =>
      [...table.cases.values()]
        .flatMap(({ snapshot }) =>
          snapshot.tasks
            .filter(({ assignee }) => assignee?.id === staffId)
            .map(({ id }) => ({ caseId: snapshot.id, task: id })),
        )
        .sort((a, b) => byText(`${a.caseId}#${a.task}`, `${b.caseId}#${b.task}`)),
    findIdempotent: async (key) => copy(table.idempotent.get(key)),
    commit: async (change): Promise<Result<void, CommitFailure>> => {
      const failure = obstacle(table, change);
      if (failure) return err(failure);
      write(table, change);
      return ok(undefined);
    },
  };
}

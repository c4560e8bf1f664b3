// A table for one request. The first transaction that changes something also writes that the request was made, and for an
// act of administration the next entry of the chain: all of it or nothing. What is refused leaves no record.
import { setTimeout as wait } from 'node:timers/promises';
import { sha256 } from '@layan/application/kernel/sha256';
import { DoneBefore, type RecordedRequest, type Recording } from '@layan/application/ports/recorded';
import { nextEntry } from '@layan/domain/audit/chain';
import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs } from '@layan/domain/kernel/instant';
import { ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { auditChains } from '../audit-chains.ts';
import { answerKey, chainKey, chainPartition, idempotencyKey, type Key } from '../keys.ts';
import { absentOrExpired, expiresAt, idempotencySeconds, isExpired } from '../lifetimes.ts';
import { body, parseAttribute } from './item.ts';
import type { Table } from './table.ts';
import { absent, type Condition, type Guarded, type Write } from './transact.ts';

/** Others may add to the chain at the same moment; each time one of them gets the row. */
const ATTEMPTS = 40;
const LONGEST_WAIT_MS = 200;
/** An item holds 400 KB. */
const MOST_CHARACTERS = 300_000;
const ADMINISTRATION = 'administration';

export interface RecordedTable extends Omit<Recording<unknown>, 'ports'> {
  readonly table: Table;
}

/** What stands in the way of a transaction: the request itself, the row of the chain, or what the caller named. */
type Obstacle<Failure> =
  | { readonly kind: 'request' | 'chain' }
  | { readonly kind: 'own'; readonly failure: Failure };

const keyOf = (write: Write): Key =>
  'put' in write ? write.put : 'remove' in write ? write.remove : write.of;

export function recordedTable(real: Table, request: RecordedRequest, clock: Clock): RecordedTable {
  const { idempotency, act, resumes, of } = request;
  const key = idempotencyKey(idempotency.key);
  let recorded = false;
  /** An earlier try of this request recorded it, and this one goes on. */
  let goesOn = false;

  const requestWrite = (): Guarded<{ readonly kind: 'request' }> => {
    const now = epochMs(clock.now());
    const put = {
      ...key,
      fingerprint: idempotency.fingerprint,
      expiresAt: expiresAt(now, idempotencySeconds(idempotency.key)),
    };
    return {
      write: { put, when: absentOrExpired(now) },
      otherwise: () => ({ kind: 'request' }),
    };
  };

  const chainWrites = async (
    writes: readonly Guarded<unknown>[],
  ): Promise<readonly Guarded<{ readonly kind: 'chain' }>[]> => {
    // Whoever adds an entry of their own says more than the name of the request.
    const entersItself = writes.some(({ write }) => keyOf(write).pk === chainPartition(ADMINISTRATION));
    const [first] = writes;
    if (!act || entersItself || !first) return [];
    const { by, act: name, about = keyOf(first.write).sk } = act;
    const head = await auditChains(real).head(ADMINISTRATION);
    const entry = nextEntry(ADMINISTRATION, head, { at: clock.now(), by, act: name, about }, sha256);
    const put = { ...chainKey(ADMINISTRATION, entry.seq), ...body(entry) };
    return [{ write: { put, when: absent }, otherwise: () => ({ kind: 'chain' }) }];
  };

  const transact: Table['transact'] = async <Failure>(writes: readonly Guarded<Failure>[]) => {
    if (recorded || goesOn || writes.length === 0) return real.transact(writes);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const written = await real.transact<Obstacle<Failure>>([
        requestWrite(),
        ...(await chainWrites(writes)),
        ...writes.map(({ write, otherwise }) => ({
          write,
          ...(otherwise && {
            otherwise: (found: Parameters<typeof otherwise>[0]) =>
              ({ kind: 'own', failure: otherwise(found) }) as const,
          }),
        })),
      ]);
      if (written.ok) {
        recorded = true;
        return ok(undefined);
      }
      if (written.error.some(({ kind }) => kind === 'request')) {
        if (!resumes) throw new DoneBefore();
        const before = await find();
        if (before?.fingerprint !== idempotency.fingerprint || before.answer !== undefined)
          throw new DoneBefore();
        goesOn = true;
        return real.transact(writes);
      }
      const own = written.error.flatMap((obstacle) => (obstacle.kind === 'own' ? [obstacle.failure] : []));
      if (own.length > 0) return { ok: false, error: own };
      await wait(Math.random() * Math.min(LONGEST_WAIT_MS, 4 * 2 ** attempt));
    }
    throw new Error(`The chain ${ADMINISTRATION} grew faster than an entry could be added.`);
  };

  const find: Recording<unknown>['find'] = async () => {
    const item = await real.get(key);
    if (!item || isExpired(item, epochMs(clock.now()))) return undefined;
    const answer = parseAttribute(z.optional(z.string()), item, 'answer');
    return {
      fingerprint: parseAttribute(z.string(), item, 'fingerprint'),
      ...(answer !== undefined && { answer }),
    };
  };

  return {
    table: { get: real.get, query: real.query, transact },
    wrote: () => recorded,
    find,
    keepAnswer: async (answer) => {
      if (answer.length > MOST_CHARACTERS) return;
      const same: Condition = {
        expression: 'fingerprint = :fingerprint',
        values: { ':fingerprint': idempotency.fingerprint },
      };
      const lasts = expiresAt(epochMs(clock.now()), idempotencySeconds(idempotency.key));
      const pointer = of === undefined ? undefined : { ...answerKey(of, idempotency.key), expiresAt: lasts };
      await real.transact([
        { write: { set: { answer }, of: key, when: same }, otherwise: () => 'gone' },
        ...(pointer ? [{ write: { put: pointer } }] : []),
      ]);
    },
  };
}

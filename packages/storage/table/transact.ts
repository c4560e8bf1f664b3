// Every write is a transaction, also of one item: a transaction carries a client token, so that a repeat after a lost
// acknowledgement is recognised. A plain conditional Put would meet its own first attempt and report a conflict.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Key } from '../keys.ts';
import type { Item } from './item.ts';

type Values = Readonly<Record<string, string | number>>;

export interface Condition {
  readonly expression: string;
  readonly values?: Values;
  /** For attributes whose names the database reserves. */
  readonly names?: Readonly<Record<string, string>>;
}

export type Write =
  | { readonly put: Item; readonly when?: Condition }
  | { readonly remove: Key; readonly when?: Condition }
  | {
      readonly set: Values;
      /** Set only where the item does not have them. */
      readonly unlessSet?: Values;
      /** Numbers that grow by so much, from nothing where there is none. */
      readonly add?: Readonly<Record<string, number>>;
      readonly of: Key;
      readonly when?: Condition;
    };

/** What a condition that did not hold found, attribute by attribute as text; undefined when there was nothing. */
export type Found = Readonly<Record<string, string>> | undefined;

/** A write, and what it means when its condition does not hold. Without a meaning, that is a bug. */
export interface Guarded<Failure> {
  readonly write: Write;
  readonly otherwise?: (found: Found) => Failure;
}

const ATTEMPTS = 8;
const LONGEST_WAIT_MS = 400;
const MAX_WRITES = 100;
export const absent: Condition = { expression: 'attribute_not_exists(pk)' };

export async function transact<Failure>(
  client: DynamoDBDocumentClient,
  table: string,
  writes: readonly Guarded<Failure>[],
): Promise<Result<void, readonly Failure[]>> {
  if (writes.length > MAX_WRITES)
    throw new Error(`A transaction holds ${MAX_WRITES} items, not ${writes.length}.`);
  for (let attempt = 1; ; attempt += 1) {
    const cancelled = await attemptOnce(client, table, writes);
    if (!cancelled) return ok(undefined);
    // Two transactions that meet cancel each other without an answer; asking again after the other is done gives one.
    if (cancelled.some(isPassing) && attempt < ATTEMPTS) {
      await wait(Math.random() * Math.min(LONGEST_WAIT_MS, 20 * 2 ** attempt));
      continue;
    }
    // Whoever is refused may have asked from an old state: only what nothing explains is a bug.
    const failures = cancelled.flatMap((reason, index) => meaningOf(reason, writes[index]));
    if (failures.length > 0) return err(failures);
    throw new Error(`${table} took no transaction: ${whatFailed(cancelled, writes)}.`);
  }
}

/** Undefined when the transaction happened. */
async function attemptOnce<Failure>(
  client: DynamoDBDocumentClient,
  table: string,
  writes: readonly Guarded<Failure>[],
): Promise<readonly CancellationReason[] | undefined> {
  const input: TransactWriteCommandInput = {
    ClientRequestToken: randomUUID(),
    TransactItems: writes.map(({ write }) => itemOf(table, write)),
  };
  try {
    await client.send(new TransactWriteCommand(input));
    return undefined;
  } catch (error) {
    if (error instanceof TransactionCanceledException) return error.CancellationReasons ?? [];
    throw error;
  }
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

function itemOf(table: string, write: Write): TransactItem {
  const condition = write.when && {
    ConditionExpression: write.when.expression,
    ...(write.when.values ? { ExpressionAttributeValues: { ...write.when.values } } : {}),
    ...(write.when.names ? { ExpressionAttributeNames: { ...write.when.names } } : {}),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  if ('put' in write) return { Put: { TableName: table, Item: { ...write.put }, ...condition } };
  if ('remove' in write) return { Delete: { TableName: table, Key: { ...write.remove }, ...condition } };
  const names = Object.keys(write.set);
  const { unlessSet = {}, add = {} } = write;
  const others = Object.keys(unlessSet);
  const grown = Object.keys(add);
  return {
    Update: {
      TableName: table,
      Key: { ...write.of },
      ...condition,
      UpdateExpression: `SET ${[
        ...names.map((name) => `${name} = :set_${name}`),
        ...others.map((name) => `${name} = if_not_exists(${name}, :unless_${name})`),
      ].join(
        ', ',
      )}${grown.length > 0 ? ` ADD ${grown.map((name) => `${name} :add_${name}`).join(', ')}` : ''}`,
      ExpressionAttributeValues: {
        ...write.when?.values,
        ...Object.fromEntries(grown.map((name) => [`:add_${name}`, add[name]])),
        ...Object.fromEntries(names.map((name) => [`:set_${name}`, write.set[name]])),
        ...Object.fromEntries(others.map((name) => [`:unless_${name}`, unlessSet[name]])),
      },
    },
  };
}

const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const isPassing = ({ Code }: CancellationReason) => PASSING.has(Code ?? '');
const failed = ({ Code }: CancellationReason) => Code !== undefined && Code !== 'None';

function meaningOf<Failure>(
  reason: CancellationReason,
  guarded: Guarded<Failure> | undefined,
): readonly Failure[] {
  const { Code } = reason;
  return Code === 'ConditionalCheckFailed' && guarded?.otherwise ? [guarded.otherwise(foundIn(reason))] : [];
}

const whatFailed = (cancelled: readonly CancellationReason[], writes: readonly Guarded<unknown>[]) =>
  cancelled
    .flatMap((reason, index) => {
      const write = writes[index]?.write;
      return write && failed(reason) ? [`${keyText(write)} ${reason.Code}`] : [];
    })
    .join(', ');

/** Errors come in the database's own notation, which the document client does not translate. */
function foundIn({ Item: item }: CancellationReason): Found {
  if (!item) return undefined;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value.S ?? value.N ?? '']));
}

function keyText(write: Write): string {
  const { pk, sk } = 'put' in write ? write.put : 'remove' in write ? write.remove : write.of;
  return `${pk}/${sk}`;
}

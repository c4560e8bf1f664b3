// Calls an operation of the contract on the local host, by the Host header: not every machine resolves *.localhost.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { needsKey, type Operation } from '@layan/contract/operation';
import { Problem } from '@layan/contract/problem';
import type * as z from 'zod/mini';

export class CallProblem extends Error {
  readonly problem: Problem;

  constructor(what: string, problem: Problem) {
    super(
      `${what}: ${problem.status} ${problem.code}. ${problem.detail} ${JSON.stringify(problem.problems ?? [])}`,
    );
    this.name = 'CallProblem';
    this.problem = problem;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Message {
  readonly port: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One HTTP exchange with the local web front. */
export function exchange({ port, host, method, path, headers = {}, body }: Message): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers: { ...headers, host } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const entries = (value: unknown): [string, string][] =>
  Object.entries(value ?? {}).flatMap(([name, part]) => (part === undefined ? [] : [[name, String(part)]]));

export interface CallInput<P, Q, B> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly idempotencyKey?: string;
}

const PAUSES = [200, 1_000, 3_000, 6_000];

/** A caller with one person's token. Throws CallProblem when the API answers with a problem. */
export function createCaller(port: number, token: string, pauses: readonly number[] = PAUSES) {
  return async function call<
    P extends z.ZodMiniType,
    Q extends z.ZodMiniType,
    B extends z.ZodMiniType,
    R extends z.ZodMiniType,
  >(
    operation: Operation<P, Q, B, R>,
    input: CallInput<z.input<P>, z.input<Q>, z.input<B>> = {},
  ): Promise<z.output<R>> {
    const values = new Map(entries(input.params));
    const path = operation.path.replace(/:(\w+)/g, (_all, name: string) =>
      encodeURIComponent(values.get(name) ?? ''),
    );
    const search = new URLSearchParams(entries(input.query)).toString();
    const { idempotencyKey = needsKey(operation) ? randomUUID() : undefined } = input;
    const send = () =>
      exchange({
        port,
        host: `api.localhost:${port}`,
        method: operation.method,
        path: search === '' ? path : `${path}?${search}`,
        headers: {
          authorization: `Bearer ${token}`,
          ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      });
    let answer = await send();
    // Whoever is not answered asks again under the same key, later each time: what was done is not done twice, and a
    // machine with much to do is slow.
    const repeatable = operation.method === 'GET' || idempotencyKey !== undefined;
    for (const pause of repeatable ? pauses : []) {
      if (answer.status !== 503) break;
      await wait(pause);
      answer = await send();
    }
    const value: unknown = JSON.parse(answer.text);
    if (answer.status < 300) return operation.response.parse(value);
    throw new CallProblem(`${operation.method} ${path}`, Problem.parse(value));
  };
}

export type Caller = ReturnType<typeof createCaller>;

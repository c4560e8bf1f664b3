// The staff API as typed calls, made from the route table of the contract.
import { needsKey, type Operation } from '@layan/contract/operation';
import { Problem } from '@layan/contract/problem';
import { SPACE_HEADER } from '@layan/contract/staff/practice';
import { createContext, useContext } from 'react';
import type * as z from 'zod/mini';
import { createIntents, type Intent } from './intents.ts';
import type { Session } from './session.ts';

/** What the API answered when it could not do what was asked; `problem.detail` is for people. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

export interface CallInput<P, Q, B> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Of one's own making. Without it what is sent again with the same content, unanswered, has the same key. */
  readonly idempotencyKey?: string;
}

export interface Api {
  call<P extends z.ZodMiniType, Q extends z.ZodMiniType, B extends z.ZodMiniType, R extends z.ZodMiniType>(
    operation: Operation<P, Q, B, R>,
    input?: CallInput<z.input<P>, z.input<Q>, z.input<B>>,
  ): Promise<z.output<R>>;
}

const offline: Problem = {
  type: 'about:blank',
  title: 'Sambungan terputus',
  status: 0,
  code: 'offline',
  detail: 'Layanan belum terjangkau. Isian Anda masih ada di layar ini; periksa sambungan lalu coba lagi.',
};

const unreadable = (status: number): Problem => ({
  type: 'about:blank',
  title: 'Layanan sedang terganggu',
  status,
  code: 'unreadable-answer',
  detail: 'Layanan sedang terganggu. Isian Anda masih ada di layar ini; coba lagi beberapa saat lagi.',
});

const entries = (value: unknown): [string, string][] =>
  Object.entries(value ?? {}).flatMap(([name, part]) => (part === undefined ? [] : [[name, String(part)]]));

function addressOf(base: string, path: string, params: unknown, query: unknown): string {
  const values = new Map(entries(params));
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(values.get(name) ?? ''));
  const search = new URLSearchParams(entries(query)).toString();
  return `${base}${filled}${search === '' ? '' : `?${search}`}`;
}

/** `practising`: every call goes into the practice space. */
export function createApi(base: string, session: Session, practising = false): Api {
  const unreachable = (): never => {
    throw new ApiProblem(offline);
  };
  /** The page is being left for the sign-in; whoever waits for the answer goes with it. */
  const leave = async (): Promise<never> => {
    await session.signIn().catch(unreachable);
    return new Promise(() => undefined);
  };
  const intents = createIntents();
  const begin = (operation: Operation, input: CallInput<unknown, unknown, unknown>) => {
    const { method, path } = operation;
    const { params, query, body, idempotencyKey } = input;
    return needsKey(operation) && idempotencyKey === undefined
      ? intents.begin(JSON.stringify([practising, method, path, params, query, body]))
      : undefined;
  };
  return {
    async call(operation, input = {}) {
      const token = await session.token().catch(unreachable);
      if (token === undefined) return leave();
      const intent: Intent | undefined = await begin(operation, input);
      const idempotencyKey = input.idempotencyKey ?? intent?.key;
      const response = await fetch(addressOf(base, operation.path, input.params, input.query), {
        method: operation.method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(practising ? { [SPACE_HEADER]: 'practice' } : {}),
          ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      }).catch(() => {
        intent?.unanswered();
        return unreachable();
      });
      const answer: unknown = await response.json().catch(() => undefined);
      if (answer === undefined || response.status === 401 || response.status >= 500) intent?.unanswered();
      else intent?.answered();
      if (response.ok) return operation.response.parse(answer);
      if (response.status === 401) return leave();
      const problem = Problem.safeParse(answer);
      throw new ApiProblem(problem.success ? problem.data : unreadable(response.status));
    },
  };
}

const ApiContext = createContext<Api | undefined>(undefined);
export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('useApi outside ApiProvider');
  return api;
}

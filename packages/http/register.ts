// Puts an operation of the contract on a route: parses what comes in, answers through the response schema.
import { needsKey, type Operation, type Repeats } from '@layan/contract/operation';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Context, Env, Hono } from 'hono';
import type * as z from 'zod/mini';
import { type ProblemBody, problemResponse, problems } from './problem.ts';
import { plainBody, readBody } from './read-body.ts';

export interface RouteInput<P, Q, B, E extends Env> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly idempotencyKey?: string;
  readonly context: Context<E>;
}

/** A value of the response schema that nobody is going to change: views are readonly. */
export type Answer<T> = T extends readonly (infer Item)[]
  ? readonly Answer<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Answer<T[Key]> }
    : T;

/** A request that is to be done once, by the key its client chose. */
export interface OnceRequest {
  readonly name: string;
  readonly repeats: Repeats;
  readonly takesAway: boolean;
  readonly key: string;
  readonly params: object;
  readonly query: unknown;
  readonly body: unknown;
}

type Answered = Result<string, ProblemBody>;

export interface ReferenceEnv extends Env {
  /** `once`: set by the doors of an API whose operations are recorded. */
  Variables: {
    reference: string;
    once?: (request: OnceRequest, work: () => Promise<Answered>) => Promise<Answered>;
  };
}

const KEY = /^[\w-]{8,80}$/;

/** What is wrong with it in Indonesian; the words are loaded by the first request that is malformed. */
const malformed = async (schema: z.ZodMiniType, value: unknown): Promise<ProblemBody> => {
  // One language alone: the index of locales would bring all of them.
  const { default: indonesian } = await import('zod/v4/locales/id.js');
  const issues = schema.safeParse(value, { error: indonesian().localeError }).error?.issues ?? [];
  return {
    ...problems.malformed,
    problems: issues.map(({ path, code, message }) => ({ field: path.join('.'), code, detail: message })),
  };
};

const onceOf = <E extends ReferenceEnv>(context: Context<E>) => {
  const once = context.get('once');
  if (!once) throw new Error('This API does not record its requests.');
  return once;
};

/** Answers as text: what is kept for a repeat is what is sent. */
const textOf = async <T>(result: Result<T, ProblemBody>, schema: z.ZodMiniType): Promise<Answered> =>
  result.ok ? ok(JSON.stringify(schema.parse(result.value))) : result;

/** Registers `handle` for an operation. An undeclared field never leaves: answers pass the response schema. */
export function register<
  E extends ReferenceEnv,
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  R extends z.ZodMiniType,
>(
  app: Hono<E>,
  operation: Operation<P, Q, B, R>,
  handle: (
    input: RouteInput<z.output<P>, z.output<Q>, z.output<B>, E>,
  ) => Promise<Result<Answer<z.input<R>>, ProblemBody>>,
): void {
  app.on(operation.method, [operation.path], async (context) => {
    const reference = context.get('reference');
    const refuse = (body: ProblemBody): Response => problemResponse(body, reference);
    const params = operation.params.safeParse(context.req.param());
    if (!params.success) return refuse(problems.notFound);
    const query = operation.query.safeParse(context.req.query());
    if (!query.success) return refuse(await malformed(operation.query, context.req.query()));
    const raw = await readBody(context);
    if (!raw.ok) return refuse(raw.error);
    const sent = operation.body.safeParse(raw.value);
    if (!sent.success) return refuse(await malformed(operation.body, raw.value));
    // What is refused is refused as it was sent; what is taken is taken plain.
    const plain = plainBody(raw.value);
    const body = operation.body.safeParse(plain);
    if (!body.success) return refuse(await malformed(operation.body, plain));
    const key = context.req.header('idempotency-key');
    if (key !== undefined && !KEY.test(key)) return refuse(problems.malformed);
    if (key === undefined && needsKey(operation)) return refuse(problems.keyMissing);
    const work = async () => {
      const input = { params: params.data, query: query.data, body: body.data, context };
      return textOf(
        await handle(key === undefined ? input : { ...input, idempotencyKey: key }),
        operation.response,
      );
    };
    const { repeats, takesAway = false } = operation;
    const result =
      key !== undefined && (repeats === 'recorded' || repeats === 'resumed')
        ? await onceOf(context)(
            {
              ...{ name: operation.name, repeats, takesAway, key, body: body.data, query: query.data },
              params: context.req.param(),
            },
            work,
          )
        : await work();
    if (!result.ok) return refuse(result.error);
    return context.body(result.value, 200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
  });
}

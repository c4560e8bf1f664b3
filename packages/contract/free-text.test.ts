// Every text that a body may hold is bounded: by a length, a pattern or a list of words.
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { adminApi } from './admin-api.ts';
import type { Operation } from './operation.ts';
import { printApi } from './print-api.ts';
import { staffApi } from './staff-api.ts';

const apis: readonly Readonly<Record<string, Operation>>[] = [staffApi, adminApi, printApi];

/** JSON Schema says of every kind of schema what it holds; what it cannot say is no text. */
const schemaOf = (schema: z.ZodMiniType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });

const bounds = ['maxLength', 'pattern', 'enum', 'const', 'format'];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Paths of texts as long as anybody likes. */
const unbounded = (node: unknown, path = ''): readonly string[] => {
  if (!isObject(node)) return [];
  const own =
    'type' in node && node.type === 'string' && !bounds.some((bound) => Object.hasOwn(node, bound))
      ? [path]
      : [];
  return [...own, ...Object.entries(node).flatMap(([name, inner]) => unbounded(inner, `${path}/${name}`))];
};

describe('a body', () => {
  it.each(apis.flatMap((api) => Object.entries(api)))(
    'of %s holds no text without end',
    (_name, { body }) => {
      expect(unbounded(schemaOf(body))).toEqual([]);
    },
  );
});

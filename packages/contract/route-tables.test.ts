import { describe, expect, it } from 'vitest';
import { adminApi } from './admin-api.ts';
import type { Operation } from './operation.ts';
import { printApi } from './print-api.ts';
import { staffApi } from './staff-api.ts';

const tables: [string, string, Readonly<Record<string, Operation>>][] = [
  ['staff', '/staff/', staffApi],
  ['admin', '/admin/', adminApi],
  ['print', '/print/', printApi],
];

const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

describe.each(tables)('the %s API', (_audience, prefix, table) => {
  const operations = Object.entries(table);

  it('has one operation per method and path', () => {
    const routes = operations.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it.each(operations)(
    '%s lies below its audience and asks for the parameters of its path',
    (_name, operation) => {
      expect(operation.path.startsWith(prefix)).toBe(true);
      const asked = parametersOf(operation.path);
      const filled = Object.fromEntries(asked.map((name) => [name, '1']));
      expect(operation.params.safeParse(filled).success).toBe(true);
      for (const name of asked) {
        const { [name]: _left, ...rest } = filled;
        expect(operation.params.safeParse(rest).success).toBe(false);
      }
    },
  );

  it.each(operations)(
    '%s takes a body only where it changes something, and refuses fields it does not know',
    (_name, operation) => {
      if (operation.method === 'GET') expect(operation.body.safeParse({}).success).toBe(false);
      else expect(operation.body.safeParse({ unheardOf: true }).success).toBe(false);
    },
  );
});

import { administrativeActs } from '@layan/domain/access/administrative-acts';
import { operationNeeds } from '@layan/domain/access/operations';
import { describe, expect, it } from 'vitest';
import { adminApi } from './admin-api.ts';
import { needsKey, type Operation } from './operation.ts';
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

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const needs = new Map<string, string>(Object.entries(operationNeeds));
const changes = tables.flatMap(([, , table]) =>
  Object.entries(table).flatMap(([key, operation]) =>
    operation.method === 'GET' ? [] : [{ key, operation, need: needs.get(operation.name) }],
  ),
);

describe('an operation that changes something', () => {
  it.each(changes)('is known by the name it has in its table: $key', ({ key, operation }) => {
    expect(operation.name).toBe(kebab(key));
  });

  it('is an act of administration where managers or officers do it, once by its key', () => {
    const done = changes.filter(({ need }) => need !== undefined && need !== 'member');
    const acts = done.filter(
      ({ operation }) => operation.repeats !== 'each-time' && operation.repeats !== 'by-identity',
    );
    expect(acts.map(({ operation }) => operation.name).sort()).toEqual([...administrativeActs].sort());
    expect(acts.filter(({ operation }) => !needsKey(operation))).toEqual([]);
  });

  it('by a member has its key too, but where it names what it makes or only looks', () => {
    const without = changes.filter(({ operation }) => !needsKey(operation));
    expect(without.map(({ operation }) => operation.name).sort()).toEqual([
      'admin-sign-out',
      'announce-offboarding',
      'ask-emergency-access',
      'cancel-offboarding',
      'close-tenant',
      'confirm-emergency-access',
      'confirm-offboarding',
      'create-tenant',
      'decline-emergency-access',
      'destroy-tenant',
      'end-emergency-access',
      'fetch-export',
      'find-card',
      'find-duplicates',
      'hand-over-copy',
      'import-rows',
      'open-document',
      'open-letter',
      'preview-letter',
      'read-form',
      'read-lines',
      'resume-tenant',
      'retry-provisioning',
      'sign-out',
      'submit-intake',
      'suspend-tenant',
      'unmask-fact',
    ]);
  });
});

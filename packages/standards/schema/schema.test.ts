import { documentSchemas } from '@layan/domain/standard/json-schema';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const Node = z.looseObject({
  description: z.optional(z.string()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  additionalProperties: z.optional(z.unknown()),
});

/** Every object in the schema with its path. */
function* objects(value: unknown, path = ''): Generator<readonly [string, z.infer<typeof Node>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, Node.parse(value)];
  for (const [key, member] of Object.entries(value)) yield* objects(member, `${path}/${key}`);
}

const schemas = Object.entries(documentSchemas).map(([name, schema]) => ({ name, schema: schema() }));

describe.each(schemas)('the published JSON Schema of a $name', ({ name, schema }) => {
  // Change the format, then: vitest run packages/standards/schema -u
  it('is the one the code reads by', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`./layan.${name}-1.schema.json`);
  });

  it('explains every field', () => {
    const silent = [...objects(schema)].flatMap(([path, { properties }]) =>
      Object.entries(properties ?? {})
        .filter(([, member]) => Node.parse(member).description === undefined)
        .map(([field]) => `${path}/properties/${field}`),
    );
    expect(silent).toEqual([]);
  });

  it('allows no field it does not name', () => {
    for (const [path, { properties, additionalProperties }] of objects(schema)) {
      if (properties && !path.endsWith('/properties'))
        expect([path, additionalProperties]).toEqual([path, false]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { body, parseAttribute, parseBody, parseItem } from './item.ts';

const Person = z.strictObject({ name: z.string(), age: z.int() });
const key = { pk: 'PERSON#x', sk: 'ITEM' };
const canary = 'Warga Uji Satu';

describe('an item', () => {
  it('gives back its content', () => {
    const item = parseItem({ ...key, ...body({ name: canary, age: 1 }) });
    expect(parseBody(Person, item)).toEqual({ name: canary, age: 1 });
  });

  it.each([
    ['of another shape', body({ name: canary, age: canary }).body],
    ['with a field too many', body({ name: canary, age: 1, more: canary }).body],
    ['that is no JSON', canary],
    ['that is missing', undefined],
  ])('with content %s throws, naming its key and nothing of what it holds', (_, text) => {
    const read = () => parseBody(Person, parseItem({ ...key, body: text }));
    expect(read).toThrow(/^Item PERSON#x\/ITEM cannot be read/);
    expect(read).not.toThrow(new RegExp(canary));
  });

  it('gives attributes of the right kind only', () => {
    const item = parseItem({ ...key, seq: 3, name: canary });
    expect(parseAttribute(z.int(), item, 'seq')).toBe(3);
    expect(() => parseAttribute(z.int(), item, 'name')).toThrow('PERSON#x/ITEM');
    expect(() => parseAttribute(z.int(), item, 'name')).not.toThrow(canary);
  });
});

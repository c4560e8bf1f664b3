// Items as this product writes them: keys and guards as attributes, the content as one JSON text. Content that cannot be
// read is damage: it throws with the item's key, never with what the item holds.
import * as z from 'zod/mini';
import type { Key } from '../keys.ts';

export interface Item extends Key {
  readonly [attribute: string]: string | number;
}

const StoredItem = z.looseObject({ pk: z.string(), sk: z.string() });
export type StoredItem = z.infer<typeof StoredItem>;

export const parseItem = (raw: unknown): StoredItem => StoredItem.parse(raw);

export const body = (content: unknown) => ({ body: JSON.stringify(content) });

export function parseBody<T>(schema: z.ZodMiniType<T>, item: StoredItem): T {
  const content = jsonOf(item);
  const parsed = content && schema.safeParse(content.value);
  if (parsed?.success) return parsed.data;
  const where = parsed?.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
  throw new Error(`Item ${item.pk}/${item.sk} cannot be read: ${where ?? 'its content is no JSON'}.`);
}

function jsonOf({ body: text }: StoredItem): { readonly value: unknown } | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** An attribute beside the content. */
export function parseAttribute<T>(schema: z.ZodMiniType<T>, item: StoredItem, name: string): T {
  const parsed = schema.safeParse(item[name]);
  if (parsed.success) return parsed.data;
  throw new Error(
    `Item ${item.pk}/${item.sk} cannot be read: its attribute ${name} is not what it should be.`,
  );
}

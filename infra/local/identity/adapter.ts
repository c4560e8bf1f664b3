// Keeps what the provider must remember (sessions, grants, refresh tokens) on disk, so that a restart signs nobody out.
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';
import type { Collection, Store } from '../store.ts';

type Entry = { readonly payload: AdapterPayload; readonly expiresAt?: number | undefined };

const Payload = z.custom<AdapterPayload>((value) => typeof value === 'object' && value !== null);
const Entry: z.ZodType<Entry> = z.object({ payload: Payload, expiresAt: z.number().optional() });

export function createAdapter(store: Store, poolId: string, now: () => number = Date.now): AdapterFactory {
  const models = new Map<string, Collection<Entry>>();
  const collectionOf = (model: string) => {
    const known = models.get(model) ?? store.collection(`identity-${poolId}-${model}`, Entry);
    models.set(model, known);
    return known;
  };
  return (model) => {
    const entries = collectionOf(model);
    const alive = (entry: Entry | undefined) =>
      entry && (entry.expiresAt === undefined || entry.expiresAt > now()) ? entry.payload : undefined;
    for (const [id, entry] of [...entries.entries()]) if (!alive(entry)) entries.delete(id);
    const search = (property: 'uid' | 'userCode', value: string) =>
      [...entries.values()].map(alive).find((payload) => payload?.[property] === value);
    const adapter: Adapter = {
      upsert: async (id, payload, expiresIn) =>
        entries.set(id, { payload, ...(expiresIn && { expiresAt: now() + expiresIn * 1000 }) }),
      find: async (id) => alive(entries.get(id)),
      findByUid: async (uid) => search('uid', uid),
      findByUserCode: async (userCode) => search('userCode', userCode),
      async consume(id) {
        const entry = entries.get(id);
        if (entry)
          entries.set(id, { ...entry, payload: { ...entry.payload, consumed: Math.floor(now() / 1000) } });
      },
      destroy: async (id) => entries.delete(id),
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of [...entries.entries()])
          if (payload.grantId === grantId) entries.delete(id);
      },
    };
    return adapter;
  };
}

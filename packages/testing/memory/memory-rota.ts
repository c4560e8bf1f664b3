// Whose turn it is, in memory.
import type { Rota, RotaStore } from '@layan/application/ports/rota';
import { err, ok } from '@layan/domain/kernel/result';
import { copy } from './memory-table.ts';

export function memoryRota(): RotaStore {
  const kept = new Map<string, Rota>();
  const name = (agency: string, role: string) => `${agency}#${role}`;
  return {
    find: async (agency, role) => copy(kept.get(name(agency, role))),
    save: async (agency, role, rota, before) => {
      if (kept.get(name(agency, role))?.revision !== before) return err('changed-meanwhile');
      kept.set(name(agency, role), copy(rota));
      return ok(undefined);
    },
  };
}

// Emergency access in memory: requests of the control plane with its chain, and what was read in a tenant.
import type { AuditChains } from '@layan/application/ports/audit';
import type {
  EmergencyAccess,
  EmergencyReading,
  EmergencyReadings,
  EmergencyRegister,
} from '@layan/application/ports/emergencies';
import { err, ok } from '@layan/domain/kernel/result';
import { byText, copy } from './memory-table.ts';

export function memoryEmergencyReadings(): EmergencyReadings {
  const readings: EmergencyReading[] = [];
  return {
    append: async (reading) => {
      readings.push(copy(reading));
    },
    list: async (request) => copy(readings.filter((reading) => reading.request === request)),
  };
}

export function memoryEmergencies(chains: AuditChains): EmergencyRegister {
  const requests = new Map<string, EmergencyAccess>();
  return {
    find: async (id) => copy(requests.get(id)),
    list: async () => copy([...requests.values()].sort((a, b) => byText(b.askedAt, a.askedAt))),
    save: async (access, before, act) => {
      if (requests.get(access.id)?.revision !== before) return err('changed-meanwhile');
      requests.set(access.id, copy(access));
      await chains.append('administration', act);
      return ok(undefined);
    },
  };
}

// Who signed out when, in memory.
import type { SignOuts } from '@layan/application/ports/sign-outs';
import type { InstantText } from '@layan/domain/kernel/ids';

export function memorySignOuts(): SignOuts {
  const last = new Map<string, InstantText>();
  return {
    note: async (id, at) => void last.set(id, at),
    last: async (id) => last.get(id),
  };
}

// Up to where citizens have been told, in memory; and a mailer that keeps what it was given.
import type { Mail, Mailer, Noted, NoticeStore, Telling } from '@layan/application/ports/notices';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { copy } from './memory-table.ts';

export function memoryNotices(): NoticeStore {
  const kept = new Map<CaseId, Noted>();
  const tellings = new Map<CaseId, Telling>();
  return {
    tell: async (telling) => {
      if ((tellings.get(telling.id)?.turn ?? 0) < telling.turn) tellings.set(telling.id, copy(telling));
    },
    findTelling: async (id) => copy(tellings.get(id)),
    find: async (caseId) => copy(kept.get(caseId)),
    save: async (caseId, noted, before) => {
      if (kept.get(caseId)?.revision !== before) return err('changed-meanwhile');
      kept.set(caseId, copy(noted));
      return ok(undefined);
    },
  };
}

export interface MemoryMailer extends Mailer {
  readonly sent: Mail[];
}

export function memoryMailer(): MemoryMailer {
  const sent: Mail[] = [];
  return {
    sent,
    send: async (mail) => {
      sent.push(mail);
      return ok(undefined);
    },
  };
}

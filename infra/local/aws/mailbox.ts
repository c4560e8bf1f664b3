// The mail capture: nothing leaves the machine, everything can be read on the mail page.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Store } from '../store.ts';
import type { Mail, Mailbox } from './contract.ts';

const MailSchema: z.ZodType<Mail> = z.object({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  sentAt: z.string(),
});

export function openMailbox(store: Store, clock: () => Date): Mailbox {
  const mails = store.collection('mail', MailSchema);
  return {
    add: (mail) => {
      const kept = { ...mail, id: randomUUID(), sentAt: clock().toISOString() };
      mails.set(kept.id, kept);
      return kept;
    },
    list: () => [...mails.values()].sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1)),
  };
}

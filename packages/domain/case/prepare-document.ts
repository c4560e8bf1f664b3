// A frozen letter was drawn: its file, how it is signed, and who it is made out to.
import { err, ok } from '../kernel/result.ts';
import { refuseRestricted } from './authority.ts';
import type { Command, Decision } from './decision.ts';
import { system, type Turn } from './turn.ts';

/** The drawing of a document that is not frozen any more, or was drawn before, changes nothing. */
export const prepareDocument = (turn: Turn, command: Command<'prepareDocument'>): Decision => {
  if (turn.context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  const held = refuseRestricted(turn.recorder.snapshot());
  if (held) return err(held);
  const record = turn.recorder.snapshot().products.find(({ id }) => id === command.id);
  if (!record) return err({ code: 'unknown-product', id: command.id });
  if (record.state !== 'frozen' || record.prepared) return ok([]);
  const { id, file, method, bsre, signatory, qr } = command;
  turn.recorder.record(
    {
      type: 'documentPrepared',
      product: record.product,
      id,
      file,
      method,
      ...(bsre && { bsre }),
      ...(signatory && { signatory }),
      ...(qr !== undefined && { qr }),
    },
    system,
  );
  return ok(turn.recorder.events());
};

// Throws an unsent intake away with everything typed in it.
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CounterFailure } from './errors.ts';
import { type IntakeRefusal, loadIntake } from './load-intake.ts';

export type DropIntakeError = IntakeRefusal | CounterFailure<'filing-already-sent' | 'filing-changed'>;

export const makeDropIntake =
  (ports: Pick<Ports, 'standards' | 'filings' | 'vault'>) =>
  async (input: {
    readonly member: Membership;
    readonly caseId: CaseId;
  }): Promise<Result<void, DropIntakeError>> => {
    const loaded = await loadIntake(ports, 'drop-intake', input.member, input.caseId);
    if (!loaded.ok) return loaded;
    const { filing } = loaded.value;
    if (filing.filedAt) return err({ code: 'filing-already-sent' });
    const dropped = await ports.filings.drop(filing);
    return dropped.ok ? ok(undefined) : err({ code: 'filing-changed' });
  };

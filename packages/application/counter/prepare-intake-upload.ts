// Prepares one scan at the counter: the form that may send it, remembered before it is signed.
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { PreparedUpload } from '../document/expect-upload.ts';
import { type PrepareForPorts, prepareFor } from '../filing/prepare-upload.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CounterFailure } from './errors.ts';
import { type IntakeRefusal, loadIntake } from './load-intake.ts';

export type PrepareIntakeUploadError =
  | IntakeRefusal
  | CounterFailure<'filing-already-sent' | 'requirement-not-found' | 'too-many-uploads'>;

export const makePrepareIntakeUpload =
  (ports: PrepareForPorts & Pick<Ports, 'standards' | 'filings' | 'vault'>) =>
  async (input: {
    readonly member: Membership;
    readonly caseId: CaseId;
    readonly requirement: string;
  }): Promise<Result<PreparedUpload, PrepareIntakeUploadError>> => {
    const loaded = await loadIntake(ports, 'prepare-intake-upload', input.member, input.caseId);
    if (!loaded.ok) return loaded;
    const prepared = await prepareFor(ports, loaded.value, { requirement: input.requirement });
    return prepared.ok ? ok(prepared.value) : prepared;
  };

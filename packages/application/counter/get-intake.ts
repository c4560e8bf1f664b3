// An intake of one's own, to go on with.
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import { buildIntakeView } from './build-intake-view.ts';
import type { IntakeView } from './intake-view.ts';
import { type IntakeRefusal, loadIntake } from './load-intake.ts';

export const makeGetIntake =
  (ports: Pick<Ports, 'standards' | 'filings' | 'cases' | 'vault' | 'clock' | 'directory'>) =>
  async (input: {
    readonly member: Membership;
    readonly caseId: CaseId;
  }): Promise<Result<IntakeView, IntakeRefusal>> => {
    const { member, caseId } = input;
    const loaded = await loadIntake(ports, 'get-intake', member, caseId);
    return loaded.ok
      ? ok(await buildIntakeView(ports, loaded.value, member, await getSetting(ports)))
      : loaded;
  };

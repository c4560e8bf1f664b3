// Who may sign a frozen letter, in the order in which they are asked, and who of them is away.
import { dateIn, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { SignatoryView } from '../case/case-view.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { awayUntil } from '../staff/absence.ts';
import { getSetting } from '../tenant/setting.ts';
import { signatoryView } from './letter-views.ts';
import { type LoadLetterError, loadLetter } from './load-letter.ts';
import { possibleSignatories, signingStepOf } from './signing-step.ts';

export interface SignatoryChoice extends SignatoryView {
  readonly role: string;
  /** In words. */
  readonly away?: string;
  readonly chosen: boolean;
}

export const makeListSignatories =
  (ports: Pick<Ports, 'cases' | 'standards' | 'staff' | 'directory' | 'clock'>) =>
  async (input: {
    readonly member: Membership;
    readonly caseId: CaseId;
    readonly letterId: string;
  }): Promise<Result<readonly SignatoryChoice[], LoadLetterError>> => {
    const { member, caseId, letterId } = input;
    const loaded = await loadLetter(ports, 'list-signatories', member, caseId, letterId);
    if (!loaded.ok) return loaded;
    const { index, file, letter, product } = loaded.value;
    const step = signingStepOf(index, product.id);
    if (!step || letter.state !== 'frozen' || product.letter?.signatory.outside) return ok([]);
    const { tenant, now } = await getSetting(ports);
    const today = dateIn(tenant.calendar.zone, now);
    const possible = possibleSignatories(index, file.record.snapshot, step, await ports.staff.list());
    return ok(
      possible.map(({ member: one, signatory }) => {
        const until = awayUntil(one, today);
        return {
          ...signatoryView(index, step, signatory, member.id),
          role: signatory.role,
          ...(until !== undefined && { away: plainDateInWords(until) }),
          chosen: letter.signatory?.id === one.id,
        };
      }),
    );
  };

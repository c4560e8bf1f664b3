// The step that signs a letter, and who of the agency may: those whose work it is, then those who stand in.
import { capacitiesOf } from '@layan/domain/case/authority';
import { signatoryFor } from '@layan/domain/case/choose-signatory';
import type { Signatory } from '@layan/domain/case/event';
import { signsProduct } from '@layan/domain/case/may-sign';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Step } from '@layan/domain/standard/step';
import { asStaff } from '../assignment/as-staff.ts';
import type { Membership } from '../ports/staff.ts';
import { isAway } from '../staff/absence.ts';

export const signingStepOf = (index: ProcessIndex, product: string): Step | undefined =>
  [...index.steps.values()].find((step) =>
    step.outcomes.some((outcome) => signsProduct(index, outcome) === product),
  );

export interface PossibleSignatory {
  readonly member: Membership;
  readonly signatory: Signatory;
}

const byName = (a: Membership, b: Membership): number =>
  a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1);

/** In the order in which they are asked: holders of the role of the step by name, then those who stand in. */
export const possibleSignatories = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  members: readonly Membership[],
): readonly PossibleSignatory[] => {
  const able = members
    .filter(({ agency, state }) => agency === snapshot.agency && state === 'active')
    .toSorted(byName)
    .flatMap((member): readonly PossibleSignatory[] => {
      const signatory = signatoryFor(index, snapshot, step, asStaff(member));
      return signatory.ok ? [{ member, signatory: signatory.value }] : [];
    });
  return capacitiesOf(step).flatMap(({ role, as }) =>
    able.filter(({ signatory }) => signatory.role === role && signatory.as === as),
  );
};

/** The first who is there; when all are away, the first. */
export const firstPresent = (
  possible: readonly PossibleSignatory[],
  today: string,
): PossibleSignatory | undefined => possible.find(({ member }) => !isAway(member, today)) ?? possible[0];

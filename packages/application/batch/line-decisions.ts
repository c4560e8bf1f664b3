// What may be decided on a line, as it is offered.
import type { Outcome, Step } from '@layan/domain/standard/step';

export interface LineDecision {
  readonly id: string;
  readonly label: string;
  readonly tone: Outcome['tone'];
  readonly note: Outcome['note'];
  readonly drops?: true;
}

export const lineDecisions = ({ lines }: Step): readonly LineDecision[] =>
  (lines?.decisions ?? []).map(({ id, label, tone, note, drops }) => ({
    id,
    label,
    tone,
    note,
    ...(drops && { drops }),
  }));

// What holds of people and papers in every case: nobody works in a role that the step does not know, who stays unknown
// stays so, what is only shown is never kept.
import { capacitiesOf } from '../case/authority.ts';
import type { CaseEvent } from '../case/event.ts';
import { returnsDraft } from '../case/review.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { epochMs } from '../kernel/instant.ts';
import { tellsIdentity } from '../process/identity.ts';
import { findOutcome, indexOf, mustHave } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';

const must = (holds: boolean, what: string, seen: unknown): void => {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
};

const worksInTheirRole = (standard: Standard, before: CaseSnapshot, { by, at, body }: CaseEvent): void => {
  if (body.type !== 'stepCompleted' || by.party !== 'staff') return;
  const step = mustHave(indexOf(standard.process).steps.get(body.step), body.step);
  const outcome = mustHave(findOutcome(step, body.outcome), body.outcome);
  const capacity = capacitiesOf(step).find(({ role }) => role === by.role);
  must(capacity !== undefined, 'work is done in a role of the step', { by, step: step.id });
  must(
    body.delegation?.as === capacity?.as && (body.delegation?.role ?? by.role) === by.role,
    'who stands in is recorded so, and nobody else',
    body,
  );
  must(!step.notBy?.some((other) => before.workers[other] === by.id), 'nobody decides on their own work', {
    by,
    step: step.id,
  });
  must(!returnsDraft(step, outcome) || body.note !== undefined, 'a draft is given back with a note', body);
  const opened = before.tasks.find((task) => task.step === step.id)?.openedAt ?? at;
  const { happenedAt = at } = body;
  must(
    epochMs(opened) <= epochMs(happenedAt) && epochMs(happenedAt) <= epochMs(at),
    'what is entered happened while it was waited for',
    body,
  );
};

/** Of every case, as it is. */
export const peopleMustBe = (
  standard: Standard,
  { channel: id, anonymous, facts, attachments }: CaseSnapshot,
): void => {
  const index = indexOf(standard.process);
  const channel = mustHave(index.channels.get(id), id);
  must(
    channel.identity !== 'anonymous' ||
      (anonymous === true && !Object.keys(facts).some((fact) => tellsIdentity(index, fact))),
    'where nobody is asked for a name, none is kept',
    facts,
  );
  for (const attached of attachments) {
    const { shown, oneOf } = mustHave(index.requirements.get(attached.requirement), attached.requirement);
    must('shown' in attached === (shown === true), 'what is only shown is shown, the rest is kept', attached);
    must(
      (attached.as === undefined) === (oneOf === undefined),
      'of several choices the one that was brought is recorded',
      attached,
    );
  }
};

export const peopleMustWork = (
  standard: Standard,
  before: CaseSnapshot,
  events: readonly CaseEvent[],
  after: CaseSnapshot,
): void => {
  for (const event of events) worksInTheirRole(standard, before, event);
  peopleMustBe(standard, after);
};

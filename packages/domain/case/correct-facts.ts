// Corrects what a case knows of a person, because they asked for it (UU 27/2022 art. 6, 30). What was decided stays decided:
// steps that read what is corrected are named, for people to look at.
import { err, ok } from '../kernel/result.ts';
import { takenKey } from '../process/automatic.ts';
import { factsIn } from '../process/conditions.ts';
import { fieldsOf, type ProcessIndex } from '../process/process-index.ts';
import { isOfferedWith } from '../standard/options.ts';
import type { Step } from '../standard/step.ts';
import { officerRole } from './authority.ts';
import type { Command, Decision } from './decision.ts';
import { isValueOf } from './given-facts.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { actorOf, type Turn } from './turn.ts';

/** What the applicant is asked for on any way in. */
const askedFor = (index: ProcessIndex): ReadonlySet<string> =>
  new Set([...index.channels.values()].flatMap(({ form }) => fieldsOf(index, form).map(({ fact }) => fact)));

/**
 * Facts that can be corrected: what the case knows. Dates that were agreed are changed by agreeing anew, and the area of a
 * case decides who works on it, so neither is set right from outside. While a case runs, what its workers found is theirs:
 * an ordinary fact of a step may decide which way it goes.
 */
export const correctable = (index: ProcessIndex, { facts, area, ended }: CaseSnapshot): readonly string[] => {
  const asked = askedFor(index);
  const agreed = new Set(
    index.agreements.flatMap(({ duration }) => (duration.unit === 'agreed' ? [duration.fact] : [])),
  );
  return [...index.facts.values()]
    .filter(({ id, type }) => facts[id] !== undefined && !agreed.has(id) && !(type === 'region' && area))
    .filter(({ id, privacy }) => ended !== undefined || privacy !== 'ordinary' || asked.has(id))
    .map(({ id }) => id);
};

const wasTaken = (step: Step, { taken }: CaseSnapshot): boolean =>
  step.outcomes.some(({ id }) => (taken[takenKey(step.id, id)] ?? 0) > 0);

/** Steps behind the case where one of these facts had a part in which way it went. */
export const stepsThatRead = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  facts: readonly string[],
): readonly string[] =>
  [...index.steps.values()]
    .filter((step) =>
      step.outcomes.some(({ when }) => when !== undefined && factsIn(when).some((id) => facts.includes(id))),
    )
    .filter((step) => wasTaken(step, snapshot))
    .map(({ id }) => id);

/** Also after the end: the facts change, the decision does not. */
export const correctFacts = (turn: Turn, command: Command<'correctFacts'>): Decision => {
  const { index, context, recorder } = turn;
  const { by } = context;
  if (by.party !== 'staff' || !by.member.roles.includes(officerRole))
    return err({ code: 'role-missing', role: officerRole });
  const snapshot = recorder.snapshot();
  const ids = Object.keys(command.facts);
  if (ids.length === 0) return ok([]);
  const allowed = correctable(index, snapshot);
  const unexpected = ids.filter((id) => !allowed.includes(id));
  if (unexpected.length > 0) return err({ code: 'facts-unexpected', facts: unexpected });
  const known = { ...snapshot.facts, ...command.facts };
  const invalid = Object.entries(command.facts).filter(([id, value]) => {
    const fact = index.facts.get(id);
    return (
      !fact || !isValueOf(fact, value) || (fact.datedBy !== undefined && !isOfferedWith(fact, value, known))
    );
  });
  if (invalid.length > 0) return err({ code: 'facts-invalid', facts: invalid.map(([id]) => id) });
  const { request, ticket, facts, note } = command;
  const affects = [...stepsThatRead(index, snapshot, ids)];
  recorder.record(
    {
      type: 'factsCorrected',
      request,
      ticket,
      facts,
      ...(note && { note }),
      ...(affects.length > 0 && { affects }),
    },
    actorOf(by, officerRole),
  );
  return ok(recorder.events());
};

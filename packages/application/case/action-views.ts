// What a member may do now, arranged as the console shows it: one entry per waiting step and per interruption.
import { stepShowing } from '@layan/domain/access/case-access';
import { byWorker, type Worker } from '@layan/domain/access/worker';
import { capacitiesOf, refuseRole } from '@layan/domain/case/authority';
import type { Action } from '@layan/domain/case/available';
import type { CaseRejection } from '@layan/domain/case/command';
import { noteOf } from '@layan/domain/case/review';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import { stepFields } from '@layan/domain/case/step-form';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Interruption } from '@layan/domain/standard/ending';
import type { Outcome, Step } from '@layan/domain/standard/step';
import { questionView } from '../form/build-field-view.ts';
import { signsOf } from '../letter/letter-views.ts';
import type { CaseFile } from '../ports/cases.ts';
import { capacityLabel } from './capacity-label.ts';
import type { ActionView, OutcomeView } from './case-view.ts';
import { evidenceViews } from './step-evidence.ts';

/** What the form of the step itself helps out of: its letter is being drawn, or can be made out anew. */
const mendable: ReadonlySet<CaseRejection['code']> = new Set(['document-not-ready', 'other-signatory']);

const judgement = (action: Action | undefined): { allowed: boolean; refusal?: CaseRejection } => {
  if (!action) return { allowed: false };
  if (action.allowed || mendable.has(action.reason.code)) return { allowed: true };
  return { allowed: false, refusal: action.reason };
};

const outcomeView = (outcome: Outcome, actions: readonly Action[], step: Step): OutcomeView => ({
  id: outcome.id,
  label: outcome.label,
  tone: outcome.tone,
  note: noteOf(step, outcome),
  missing: outcome.missing ?? false,
  ...(outcome.asks && { asks: outcome.asks }),
  ...(outcome.when && { when: outcome.when }),
  ...judgement(
    actions.find(
      (action) => action.type === 'completeStep' && action.step === step.id && action.outcome === outcome.id,
    ),
  ),
});

/** A step is allowed when one of its outcomes is; otherwise the first reason speaks for all. */
const stepJudgement = (outcomes: readonly OutcomeView[]) => {
  const refusal = outcomes.find((outcome) => !outcome.allowed)?.refusal;
  const allowed = outcomes.some((outcome) => outcome.allowed);
  return allowed || !refusal ? { allowed } : { allowed, refusal };
};

/** Sections of the form, and the forms filled in before that this worker may read for it. */
const formViews = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  worker: Worker,
): Pick<ActionView, 'pages' | 'shows' | 'scores'> => ({
  pages: (index.process.forms.find(({ id }) => id === step.form)?.pages ?? []).map(
    ({ id, title, intro, fields }) => ({
      id,
      title,
      ...(intro !== undefined && { intro }),
      facts: fields.map(({ fact }) => fact),
    }),
  ),
  shows: index.process.forms
    .filter(({ id }) => step.shows?.includes(id) && stepShowing(index, snapshot, id, worker)?.id === step.id)
    .map(({ id, title }) => ({ form: id, title })),
  scores: (index.process.scores ?? []).filter(({ form }) => form === step.form),
});

/** The promise that is due on this date from then on, on the channel of the case. */
const agreesTo = (
  { process }: ProcessIndex,
  { channel }: CaseSnapshot,
  fact: string,
): { agrees?: string } => {
  const agreed = process.deadlines.find(
    ({ duration, channels }) =>
      duration.unit === 'agreed' && duration.fact === fact && (channels?.includes(channel) ?? true),
  );
  return agreed ? { agrees: agreed.label } : {};
};

/** In which capacity, on whose draft, and for whom outside this member would work. */
const workViews = (
  index: ProcessIndex,
  { area }: CaseSnapshot,
  task: Task,
  step: Step,
  worker: Worker,
): Pick<ActionView, 'review' | 'capacities' | 'outside'> => {
  const by = byWorker(worker);
  const capacities = capacitiesOf(step).filter(({ role }) => refuseRole(index, role, area, by) === undefined);
  const told = capacities.length > 1 || capacities.some(({ as }) => as !== undefined);
  return {
    ...(step.review && { review: step.review.verb }),
    ...(told && {
      capacities: capacities.map((capacity) => ({
        role: capacity.role,
        label: capacityLabel(index, step, capacity),
      })),
    }),
    ...(step.enteredBy !== undefined && {
      outside: {
        by: index.roles.get(step.role ?? '')?.label ?? step.role ?? '',
        notBefore: task.openedAt,
      },
    }),
  };
};

const stepView = (
  index: ProcessIndex,
  { record: { snapshot }, documents }: CaseFile,
  task: Task,
  step: Step,
  actions: readonly Action[],
  worker: Worker,
): ActionView => {
  const outcomes = step.outcomes.map((outcome) => outcomeView(outcome, actions, step));
  return {
    kind: 'step',
    id: step.id,
    task: task.id,
    label: step.label,
    role: index.roles.get(task.role)?.label ?? task.role,
    ...stepJudgement(outcomes),
    ...(task.assignee && {
      assignee: { name: task.assignee.name, me: task.assignee.id === worker.id },
    }),
    fields: stepFields(index, snapshot, step).flatMap((field) => {
      const fact = index.facts.get(field.fact);
      return fact ? [{ ...questionView(fact, field), ...agreesTo(index, snapshot, fact.id) }] : [];
    }),
    ...formViews(index, snapshot, step, worker),
    ...workViews(index, snapshot, task, step, worker),
    ...signsOf(index, step),
    evidence: evidenceViews(index, snapshot, task, step, documents),
    checks: step.checks ?? [],
    outcomes,
  };
};

const interruptionView = (
  index: ProcessIndex,
  { id, label, role, note }: Interruption,
  actions: readonly Action[],
): ActionView => ({
  kind: 'interruption',
  id,
  label,
  role: index.roles.get(role)?.label ?? role,
  ...judgement(actions.find((action) => action.type === 'interrupt' && action.interruption === id)),
  fields: [],
  pages: [],
  evidence: [],
  shows: [],
  scores: [],
  checks: [],
  note,
  outcomes: [],
});

export const actionViews = (
  index: ProcessIndex,
  file: CaseFile,
  worker: Worker,
  actions: readonly Action[],
): readonly ActionView[] => {
  const { snapshot } = file.record;
  if (snapshot.ended) return [];
  const steps = snapshot.tasks.flatMap((task) => {
    const step = index.steps.get(task.step);
    return step ? [stepView(index, file, task, step, actions, worker)] : [];
  });
  const interruptions = index.process.interruptions.map((interruption) =>
    interruptionView(index, interruption, actions),
  );
  return [...steps, ...interruptions];
};

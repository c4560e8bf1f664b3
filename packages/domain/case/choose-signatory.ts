// Who a frozen letter is made out to: whoever may do the step that signs it.
import { err, ok, type Result } from '../kernel/result.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Step } from '../standard/step.ts';
import { capacityFor, refuseSuspended, refuseWork, workAs } from './authority.ts';
import type { CaseRejection, StaffMember } from './command.ts';
import type { Command, Decision } from './decision.ts';
import type { Signatory } from './event.ts';
import { signsProduct } from './may-sign.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { actorOf, type Turn } from './turn.ts';

/** The step that signs a product, while it waits. */
const signingStep = (
  index: ProcessIndex,
  { tasks }: CaseSnapshot,
  product: string,
): { readonly step: Step; readonly task: string } | undefined => {
  for (const { id, step: name } of tasks) {
    const step = index.steps.get(name);
    if (step?.outcomes.some((outcome) => signsProduct(index, outcome) === product)) return { step, task: id };
  }
  return undefined;
};

/** Who may do the step whoever holds its task now, and in which capacity the document is made out to them. */
export const signatoryFor = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  member: StaffMember,
): Result<Signatory, CaseRejection> => {
  const by = { party: 'staff', member } as const;
  const free = { ...snapshot, tasks: snapshot.tasks.filter((task) => task.step !== step.id) };
  const refusal = refuseWork(index, free, step, by);
  if (refusal) return err(refusal);
  const capacity = capacityFor(index, snapshot.area, step, by);
  if (!capacity.ok) return capacity;
  const { role, as } = capacity.value;
  return ok({ id: member.id, name: member.name, role, ...(as && { as }) });
};

/** Who has another role since then signs in another capacity: what was drawn says the old one. */
const isSame = (chosen: Signatory | undefined, { id, role, as }: Signatory): boolean =>
  chosen?.id === id && chosen.role === role && chosen.as === as;

export const chooseSignatory = (turn: Turn, { id, to }: Command<'chooseSignatory'>): Decision => {
  const { index, context } = turn;
  const snapshot = turn.recorder.snapshot();
  const record = snapshot.products.find((product) => product.id === id);
  if (!record) return err({ code: 'unknown-product', id });
  if (record.state !== 'frozen') return err({ code: 'product-state', state: record.state });
  const waiting = signingStep(index, snapshot, record.product);
  if (!waiting || index.products.get(record.product)?.letter?.signatory.outside)
    return err({ code: 'assignee-refused', name: to.name });
  const { step } = waiting;
  const free = { ...snapshot, tasks: snapshot.tasks.filter((task) => task.id !== waiting.task) };
  const work = workAs(index, free, step, context.by);
  if (!work.ok) return work;
  const held = refuseSuspended(snapshot);
  if (held) return err(held);
  const signatory = signatoryFor(index, snapshot, step, to);
  if (!signatory.ok) return err({ code: 'assignee-refused', name: to.name });
  if (isSame(record.signatory, signatory.value)) return ok([]);
  turn.recorder.record(
    { type: 'signatoryChosen', product: record.product, id, signatory: signatory.value },
    actorOf(context.by, work.value.role),
  );
  return ok(turn.recorder.events());
};

// A letter on its way to its signature: frozen with its number and date, made out to somebody, drawn; or cancelled.
import { dateIn } from '../deadline/dates-in-words.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { unknownInLetter } from '../letter/standing-parts.ts';
import { mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Step } from '../standard/step.ts';
import { capacityFor, refuseSuspended, refuseWork, workAs } from './authority.ts';
import type { CaseCommand, CaseRejection, StaffMember } from './command.ts';
import type { CaseEvent, Signatory } from './event.ts';
import type { Sealed } from './facts.ts';
import { numbered, refuseNumber } from './issue-product.ts';
import { signsProduct } from './sign-document.ts';
import type { CaseSnapshot, ProductRecord } from './snapshot.ts';
import { actorOf, system, type Turn } from './turn.ts';

type Decision = Result<readonly CaseEvent[], CaseRejection>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Why something happens to a product: what was done, and what was said to it. */
export interface Cause {
  readonly label: string;
  readonly note?: Sealed | undefined;
}

/** Fixes what a letter says, with its number and its date, so that it can be signed. */
export const freezeDocument = (turn: Turn, id: string): CaseRejection | undefined => {
  const product = mustHave(turn.index.products.get(id), `product ${id}`);
  const facts = product.letter ? unknownInLetter(product.letter, turn.recorder.snapshot().facts) : [];
  if (facts.length > 0) return { code: 'letter-values-missing', product: id, facts };
  const refusal = refuseNumber(turn, product);
  if (refusal) return refusal;
  const { calendar, now, newId } = turn.context;
  const date = dateIn(calendar.zone, now);
  turn.recorder.record(
    { type: 'documentFrozen', product: id, id: newId(), date, ...numbered(turn, product) },
    system,
  );
  return undefined;
};

/** Its number stays in the register, with the reason. */
export const cancelDocument = (turn: Turn, { product, id }: ProductRecord, { label, note }: Cause): void =>
  turn.recorder.record(
    { type: 'productChanged', product, id, state: 'cancelled', reason: label, ...(note && { note }) },
    system,
  );

/** A case that ends leaves nothing that waits to be signed. */
export const cancelUnsigned = (turn: Turn, cause: Cause): void => {
  for (const record of turn.recorder.snapshot().products)
    if (record.state === 'frozen') cancelDocument(turn, record, cause);
};

/** The drawing of a document that is not frozen any more, or was drawn before, changes nothing. */
export const prepareDocument = (turn: Turn, command: Command<'prepareDocument'>): Decision => {
  if (turn.context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  const record = turn.recorder.snapshot().products.find(({ id }) => id === command.id);
  if (!record) return err({ code: 'unknown-product', id: command.id });
  if (record.state !== 'frozen' || record.prepared) return ok([]);
  const { id, file, method, signatory, qr } = command;
  turn.recorder.record(
    {
      type: 'documentPrepared',
      product: record.product,
      id,
      file,
      method,
      ...(signatory && { signatory }),
      ...(qr !== undefined && { qr }),
    },
    system,
  );
  return ok(turn.recorder.events());
};

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
  if (record.signatory?.id === to.id) return ok([]);
  turn.recorder.record(
    { type: 'signatoryChosen', product: record.product, id, signatory: signatory.value },
    actorOf(context.by, work.value.role),
  );
  return ok(turn.recorder.events());
};

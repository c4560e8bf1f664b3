// The letters of a case as staff see them: being drafted, waiting for their signature, signed or cancelled.
import type { SigningMethod } from '@layan/domain/case/event';
import { newestOf } from '@layan/domain/case/evolve-products';
import { signsProduct } from '@layan/domain/case/may-sign';
import type { CaseSnapshot, ProductRecord, Task } from '@layan/domain/case/snapshot';
import { momentInWords, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import { unknownInLetter } from '@layan/domain/letter/standing-parts';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Letter } from '@layan/domain/standard/letter';
import type { Product } from '@layan/domain/standard/product';
import type { Step } from '@layan/domain/standard/step';
import { capacityLabel } from '../case/capacity-label.ts';
import type { LetterView, SignatoryView } from '../case/case-view.ts';
import type { DocumentRecord } from '../ports/documents.ts';
import type { Membership } from '../ports/staff.ts';
import type { CaseSeal } from '../sealing/case-seal.ts';
import { signedUploadViews } from './signed-uploads.ts';
import { signingStepOf } from './signing-step.ts';

export interface LettersSeen {
  readonly index: ProcessIndex;
  readonly snapshot: CaseSnapshot;
  readonly seal: CaseSeal;
  readonly zone: Zone;
  readonly member: Membership;
  readonly documents: readonly DocumentRecord[];
  /** The agency signs with certificates of BSrE. */
  readonly bsre: boolean;
}

export const signatoryView = (
  index: ProcessIndex,
  step: Step | undefined,
  { id, name, role, as }: NonNullable<ProductRecord['signatory']>,
  me: Membership['id'],
): SignatoryView => ({
  id,
  name,
  as: step ? capacityLabel(index, step, { role, ...(as && { as }) }) : role,
  me: id === me,
});

/** Whether somebody works on the draft now: they write it, or look it over. */
const isDrafted = (
  { steps }: ProcessIndex,
  { tasks, ended }: CaseSnapshot,
  signing: Step | undefined,
): boolean => {
  const draft = signing?.review?.draft;
  if (ended || draft === undefined) return false;
  return tasks.some(({ step }) => step === draft || steps.get(step)?.review?.draft === draft);
};

const draftView = (
  { index, snapshot }: LettersSeen,
  { id: product, label }: Product,
  letter: Letter,
): LetterView => {
  const step = signingStepOf(index, product);
  const missing = unknownInLetter(letter, snapshot.facts).map((fact) => ({
    fact,
    label: index.facts.get(fact)?.label ?? fact,
  }));
  return {
    ...{ product, label, state: 'draft' as const, signable: false },
    ...(step && { step: step.id }),
    ...(missing.length > 0 && { missing }),
    ...(letter.signatory.outside && { outside: true as const }),
  };
};

const signatureView = (zone: Zone, { signature, signedAt }: ProductRecord): Pick<LetterView, 'signature'> => {
  if (!signature) return {};
  const { method, certificate, document } = signature;
  return {
    signature: {
      method,
      ...(signedAt && { signed: momentInWords(zone, signedAt) }),
      ...(certificate && {
        certificate: {
          subject: certificate.subject,
          issuer: certificate.issuer,
          ...(certificate.signedAt && { signed: momentInWords(zone, certificate.signedAt) }),
        },
      }),
      ...(document && { document }),
    },
  };
};

/** In the words that were said to it; the label of what was done otherwise. */
const reasonOf = async (
  seal: CaseSeal,
  { cancelled }: ProductRecord,
): Promise<Pick<LetterView, 'reason'>> => {
  if (!cancelled) return {};
  const said = cancelled.note && (await seal.openText('note', cancelled.note));
  const reason = [cancelled.reason, said].filter((part) => part !== undefined).join(': ');
  return reason === '' ? {} : { reason };
};

export const isSignable = (
  { state, prepared, signatory }: ProductRecord,
  step: Step | undefined,
  task: Task | undefined,
  me: Membership['id'],
): boolean =>
  state === 'frozen' &&
  prepared?.method === ('seal' satisfies SigningMethod) &&
  signatory?.id === me &&
  task !== undefined &&
  (task.assignee === undefined || task.assignee.id === me) &&
  step?.form === undefined &&
  (step?.evidence ?? []).length === 0;

const documentView = async (
  { index, snapshot, seal, zone, member, documents, bsre }: LettersSeen,
  record: ProductRecord,
  { label, letter }: Product,
): Promise<LetterView> => {
  const { product, id, state, number, date, prepared, signature, signatory } = record;
  const step = signingStepOf(index, product);
  const isLast = newestOf(snapshot.products, product)?.id === id;
  const task = isLast ? snapshot.tasks.find((open) => open.step === step?.id) : undefined;
  const file = signature?.file ?? prepared?.file;
  const outside = letter?.signatory.outside === true;
  const uploads = signedUploadViews(record, { documents, zone, bsre, outside });
  return {
    ...{ product, label, state, id },
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date, dateWords: plainDateInWords(date) }),
    ...(file && { file }),
    ...(prepared && { method: prepared.method }),
    ...(signatory && { signatory: signatoryView(index, step, signatory, member.id) }),
    ...(letter?.signatory.outside && { outside: true as const }),
    ...signatureView(zone, record),
    ...(uploads.length > 0 && { uploads }),
    ...(await reasonOf(seal, record)),
    ...(step && { step: step.id }),
    ...(task && { task: task.id }),
    signable: isSignable(record, step, task, member.id),
  };
};

export const letterViews = async (seen: LettersSeen): Promise<readonly LetterView[]> => {
  const { index, snapshot } = seen;
  const views = index.process.products.map(async (product): Promise<readonly LetterView[]> => {
    const { id, letter } = product;
    if (!letter) return [];
    const records = snapshot.products.filter((record) => record.product === id);
    const last = records.at(-1)?.state;
    const open = last === undefined || last === 'cancelled';
    const drafted = open && isDrafted(index, snapshot, signingStepOf(index, id));
    return [
      ...(drafted ? [draftView(seen, product, letter)] : []),
      ...(await Promise.all(records.toReversed().map((record) => documentView(seen, record, product)))),
    ];
  });
  return (await Promise.all(views)).flat();
};

/** Which letter the outcomes of a step sign. */
export const signsOf = (
  index: ProcessIndex,
  step: Step,
): { signs?: string; signsWith?: readonly string[] } => {
  const signing = step.outcomes.filter((outcome) => signsProduct(index, outcome) !== undefined);
  const [first] = signing;
  const signs = first && signsProduct(index, first);
  return signs === undefined ? {} : { signs, signsWith: signing.map(({ id }) => id) };
};

// What the citizen sees of a case: the only view behind a ticket number, written with every change and read by one get.
import * as z from 'zod/mini';
import { AgencyId, CaseId, DocumentId, InstantText } from '../kernel/ids.ts';
import { indexOf, mustHave, type ProcessIndex } from '../process/process-index.ts';
import { ProductState } from '../product/product-state.ts';
import type { Standard } from '../standard/standard.ts';
import { DocumentFile, LinkedCase, Missing, ObjectionWay, StandardRef } from './event.ts';
import { newestOf } from './evolve-products.ts';
import { Sealed } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { StatedPromise, statedPromises } from './stated-promises.ts';

export const CaseStatus = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  standard: StandardRef,
  agency: AgencyId,
  service: z.string().check(z.describe('Short title of the service.')),
  receivedAt: InstantText,
  channel: z.string().check(z.describe('How it was filed.')),
  about: z
    .optional(z.strictObject({ caseId: CaseId, ticket: z.string() }))
    .check(z.describe('The earlier case whose decision this one objects to.')),
  predecessor: z
    .optional(LinkedCase)
    .check(z.describe('The case whose end opened this one; its applicant is told of both.')),
  successor: z.optional(LinkedCase).check(z.describe('The next matter, filed when this one ended.')),
  timeline: z.array(
    z.strictObject({
      at: InstantText,
      seq: z.int(),
      text: z.string(),
      note: z.optional(Sealed),
      notify: z.optional(z.literal(true)),
    }),
  ),
  next: z.array(z.string()).check(z.describe('What happens now, one sentence per active step.')),
  promises: z.array(StatedPromise).check(z.describe('Published promises and targets only.')),
  returned: z
    .optional(
      z.strictObject({
        step: z.string(),
        missing: Missing,
        labels: z.array(z.string()),
        note: z.optional(Sealed),
      }),
    )
    .check(z.describe('What the applicant is asked to complete, and the supply step that takes it.')),
  asks: z
    .optional(z.array(z.strictObject({ step: z.string(), label: z.string() })))
    .check(z.describe('What the applicant may say now, without anything being missing.')),
  suspended: z
    .optional(z.strictObject({ until: InstantText, note: z.optional(Sealed) }))
    .check(z.describe('The case is on hold, at the latest until then.')),
  restricted: z
    .optional(z.literal(true))
    .check(z.describe('Its data are kept and nothing else is done with them, as somebody asked.')),
  products: z
    .array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        number: z.optional(z.string()),
        state: ProductState,
        issuedAt: InstantText,
        changedAt: InstantText,
        validUntil: z.optional(InstantText),
        objection: z.optional(ObjectionWay),
        signed: z
          .optional(z.strictObject({ ...DocumentFile.shape, document: z.optional(DocumentId) }))
          .check(
            z.describe(
              'Of a letter that was signed: the file that is handed over, and the upload that brought it.',
            ),
          ),
      }),
    )
    .check(z.describe('The newest copy of each product; none that was cancelled.')),
  ended: z.optional(
    z.strictObject({
      kind: z.string(),
      ending: z.string(),
      sentence: z.string(),
      at: InstantText,
      objection: z.optional(ObjectionWay),
    }),
  ),
});
export type CaseStatus = z.infer<typeof CaseStatus>;

/** One sentence per waiting step, without repeating any. */
const nextOf = (index: ProcessIndex, { tasks, suspended, restricted }: CaseSnapshot): string[] => {
  if (restricted)
    return [
      'Data pada berkas ini hanya disimpan: pemrosesannya sedang dibatasi atas permintaan pemilik data.',
    ];
  if (suspended) return ['Penanganan berkas Anda sedang ditunda.'];
  const sentences = tasks.map(
    ({ step }) => index.steps.get(step)?.citizen ?? 'Permohonan Anda sedang kami kerjakan.',
  );
  return [...new Set(sentences)];
};

/** What the applicant is asked for, while a step waits for it. */
const returnedOf = (index: ProcessIndex, snapshot: CaseSnapshot): CaseStatus['returned'] => {
  const supply = snapshot.tasks.find(({ step }) => index.steps.get(step)?.kind === 'supply');
  if (!snapshot.returned || !supply) return undefined;
  const { missing, note } = snapshot.returned;
  const labels = [
    ...missing.requirements.map((id) => index.requirements.get(id)?.label ?? id),
    ...missing.facts.map((id) => index.facts.get(id)?.label ?? id),
  ];
  return { step: supply.step, missing, labels, ...(note && { note }) };
};

/** Supplies that wait although nothing was named as missing: a reply, for instance. */
const asksOf = (
  index: ProcessIndex,
  { returned, tasks, suspended, restricted }: CaseSnapshot,
): CaseStatus['asks'] => {
  if (returned || suspended || restricted) return undefined;
  const asks = tasks.flatMap(({ step: id }) => {
    const step = index.steps.get(id);
    return step?.kind === 'supply' ? [{ step: id, label: step.label }] : [];
  });
  return asks.length > 0 ? asks : undefined;
};

const productsOf = (index: ProcessIndex, { products }: CaseSnapshot): CaseStatus['products'] =>
  [...index.products.values()].flatMap(({ id, label }) => {
    const newest = newestOf(products, id);
    if (!newest || newest.state === 'cancelled') return [];
    const { signature } = newest;
    const { number, state, issuedAt, changedAt, validUntil, objection } = newest;
    return [
      {
        id: newest.id,
        label,
        ...(number !== undefined && { number }),
        state,
        issuedAt,
        changedAt,
        ...(validUntil && { validUntil }),
        ...(objection && { objection }),
        ...(signature && {
          signed: { ...signature.file, ...(signature.document && { document: signature.document }) },
        }),
      },
    ];
  });

const endedOf = (index: ProcessIndex, { ended }: CaseSnapshot): CaseStatus['ended'] => {
  if (!ended) return undefined;
  const { kind, citizen } = mustHave(index.endings.get(ended.ending), `ending ${ended.ending}`);
  return { kind, sentence: citizen, ...ended };
};

/** The case as its applicant sees it. */
export const caseStatus = (standard: Standard, snapshot: CaseSnapshot): CaseStatus => {
  const index = indexOf(standard.process);
  const returned = returnedOf(index, snapshot);
  const ended = endedOf(index, snapshot);
  const asks = asksOf(index, snapshot);
  const { suspended, restricted } = snapshot;
  return {
    caseId: snapshot.id,
    ticket: snapshot.ticket,
    standard: snapshot.standard,
    agency: snapshot.agency,
    service: standard.shortTitle,
    receivedAt: snapshot.receivedAt,
    channel: snapshot.channel,
    ...(snapshot.about && { about: { caseId: snapshot.about.caseId, ticket: snapshot.about.ticket } }),
    ...(snapshot.predecessor && { predecessor: snapshot.predecessor }),
    ...(snapshot.successor && { successor: snapshot.successor }),
    timeline: snapshot.timeline,
    next: nextOf(index, snapshot),
    promises: statedPromises(standard, snapshot).filter(({ kind }) => kind !== 'norm'),
    ...(returned && { returned }),
    ...(asks && { asks }),
    ...(suspended && {
      suspended: { until: suspended.until, ...(suspended.note && { note: suspended.note }) },
    }),
    ...(restricted && { restricted: true }),
    products: productsOf(index, snapshot),
    ...(ended && { ended }),
  };
};

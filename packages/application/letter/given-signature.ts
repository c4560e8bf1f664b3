// The signature that comes with the outcome that signs a letter: set by the tenant's key here and now, or brought by an upload
// that was examined before. What could not be done anyway costs no signature.
import { byWorker } from '@layan/domain/access/worker';
import type { GivenSignature } from '@layan/domain/case/command';
import { newestOf } from '@layan/domain/case/evolve-products';
import { refuseOutcome } from '@layan/domain/case/may-complete';
import { signsProduct } from '@layan/domain/case/may-sign';
import type { ProductRecord } from '@layan/domain/case/snapshot';
import { findOutcome, type ProcessIndex } from '@layan/domain/process/process-index';
import type { SealPayload } from '@layan/domain/product/letter-payload';
import type { Step } from '@layan/domain/standard/step';
import { capacityLabel } from '../case/capacity-label.ts';
import type { VisibleCase } from '../case/load-for-member.ts';
import type { DocumentRecord } from '../ports/documents.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface SignatureInput {
  /** Accepted upload of the signed copy. */
  readonly document?: string | undefined;
  /** Number on a scan whose code could not be read. */
  readonly number?: string | undefined;
}

export interface SigningInput {
  readonly member: Membership;
  readonly step: string;
  readonly outcome: string;
  readonly as?: string | undefined;
  readonly signature?: SignatureInput | undefined;
}

export type SignaturePorts = Pick<Ports, 'tenant' | 'space' | 'signer' | 'clock'>;

/** "Warga Uji Satu, Plh. Kepala Dinas" */
const signerLabel = (
  index: ProcessIndex,
  step: Step,
  { signatory }: ProductRecord,
  member: Membership,
): string => {
  const { role = step.role ?? '', as } = signatory ?? {};
  return `${member.name}, ${capacityLabel(index, step, { role, ...(as && { as }) })}`;
};

const sealed = async (
  { tenant, space, signer, clock }: SignaturePorts,
  record: ProductRecord,
  sha256: SealPayload['sha256'],
  label: string,
): Promise<GivenSignature> => {
  // Nothing that is practised with is ever signed.
  if (space === 'practice') return { kind: 'seal' };
  const payload: SealPayload = {
    iss: tenant,
    id: record.id,
    sha256,
    ...(record.number !== undefined && { number: record.number }),
    signer: label,
    at: clock.now(),
  };
  return { kind: 'seal', seal: await signer.sign('layan-seal', payload) };
};

const uploaded = (
  record: ProductRecord,
  documents: readonly DocumentRecord[],
  { document: id, number }: SignatureInput,
): GivenSignature | undefined => {
  const found = documents.find((one) => one.id === id && one.state === 'accepted');
  if (!found?.examined || found.of?.document !== record.id) return undefined;
  const examined = { ...found.examined, of: found.of.prepared };
  return { kind: 'upload', document: found.id, examined, ...(number !== undefined && { number }) };
};

export const givenSignature = async (
  ports: SignaturePorts,
  { file, index }: VisibleCase,
  { member, step: id, outcome: chosen, as, signature }: SigningInput,
): Promise<{ readonly signature?: GivenSignature }> => {
  const { snapshot } = file.record;
  const step = index.steps.get(id);
  const outcome = step && findOutcome(step, chosen);
  const product = outcome && signsProduct(index, outcome);
  const record = product === undefined ? undefined : newestOf(snapshot.products, product);
  if (!step || !outcome || !record?.prepared) return {};
  if (refuseOutcome(index, snapshot, step, outcome, byWorker(member), as)) return {};
  const given =
    record.prepared.method === 'seal'
      ? await sealed(ports, record, record.prepared.file.sha256, signerLabel(index, step, record, member))
      : uploaded(record, file.documents, signature ?? {});
  return given ? { signature: given } : {};
};

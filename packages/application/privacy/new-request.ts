// Writes a new request of a data subject: ticket, key, and the clock that begins now.
import { makeTicket } from '@layan/domain/case/ticket';
import { type AgencyId, CaseId } from '@layan/domain/kernel/ids';
import type { RequestKind } from '@layan/domain/privacy/refusal-grounds';
import { RequestId, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import { randomId } from '../kernel/random-id.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';

export interface NewRequest extends Pick<SubjectRequest, 'channel' | 'identity' | 'recordedBy'> {
  readonly agency: AgencyId;
  readonly kind: RequestKind;
  readonly cases: readonly CaseId[];
  readonly parts?: readonly NonNullable<SubjectRequest['parts']>[number][] | undefined;
  readonly wish?: string | undefined;
  /** NIK of whoever is to be erased, beyond their cases. */
  readonly subject?: string | undefined;
  /** Where the same thing asked twice at once is one request. */
  readonly id?: RequestId;
}

export type NewRequestPorts = Pick<Ports, 'requests' | 'vault' | 'clock' | 'random'>;

/** Draws of a ticket before we believe that something else is wrong. */
const attempts = 5;

/** @returns undefined where its id was there already. */
export const writeRequest = async (
  ports: NewRequestPorts,
  input: NewRequest,
): Promise<RequestRecord | undefined> => {
  const { vault, random, clock, requests } = ports;
  const { id = RequestId.parse(randomId(random)) } = input;
  const sealedUnder = CaseId.parse(id);
  const key = await vault.newKey(sealedUnder);
  const wish = input.wish?.trim();
  const seal = caseSeal(vault, key, sealedUnder);
  const sealed = wish ? await seal.sealText('note', wish) : undefined;
  const subject = input.subject === undefined ? undefined : await seal.sealText('subject', input.subject);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const ticket = makeTicket((count) => random.bytes(count));
    const { agency, kind, cases, channel, identity, recordedBy } = input;
    const request: SubjectRequest = {
      ...{ id, agency, ticket, kind, cases: [...cases], channel, identity },
      ...(input.parts && { parts: [...input.parts] }),
      receivedAt: clock.now(),
      ...(recordedBy && { recordedBy }),
      ...(sealed && { wish: sealed }),
      ...(subject && { subject }),
      state: 'received',
      revision: 1,
    };
    const record = { request, key };
    if ((await requests.save(record, undefined)).ok) return record;
    if (await requests.find(id)) return undefined;
  }
  throw new Error('no ticket for a request could be drawn');
};

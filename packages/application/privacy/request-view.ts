// A request of a data subject as those who handle it see it, and as the person who sent it does.
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import { CaseId } from '@layan/domain/kernel/ids';
import type { RequestKind } from '@layan/domain/privacy/refusal-grounds';
import {
  clockOfRequest,
  type IdentityShown,
  mayFetchCopy,
  type RequestId,
  type SubjectRequest,
} from '@layan/domain/privacy/subject-request';
import { type ClockState, leftInWords } from '@layan/domain/privacy/three-days';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Vault } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { Setting } from '../tenant/setting.ts';
import { copyUntilInWords, groundInWords, kindWords } from './copy-of-data.ts';

export interface RequestView {
  readonly id: RequestId;
  readonly ticket: string;
  readonly kind: RequestKind;
  readonly kindWords: string;
  readonly channel: 'portal' | 'counter';
  readonly identity: IdentityShown;
  readonly cases: number;
  readonly state: SubjectRequest['state'];
  readonly received: string;
  readonly clock: ClockState;
  /** "sisa 2 hari 3 jam" */
  readonly left: string;
  readonly until: string;
  /** Its time had passed before it was answered. */
  readonly lapsed: boolean;
  readonly answered?: string;
  readonly refusal?: string;
  /** The copy may be fetched until then. */
  readonly copyUntil?: string;
  readonly revision: number;
}

export interface OpenedRequest extends RequestView {
  /** What was written stays closed to who reads. */
  readonly withheld?: true;
  readonly wish?: string;
  readonly note?: string;
  readonly by?: string;
}

/** The seal of a request: what is sealed in it is bound to its id, as what is in a case is to the case's. */
export const requestSeal = (vault: Vault, { request, key }: RequestRecord) =>
  caseSeal(vault, key, CaseId.parse(request.id));

export const requestView = ({ request }: RequestRecord, setting: Setting): RequestView => {
  const { zone } = setting.tenant.calendar;
  const clock = clockOfRequest(request, setting.now);
  const refusal = groundInWords(request);
  const until = mayFetchCopy(request, setting.now) ? copyUntilInWords(request, setting) : undefined;
  const { id, ticket, kind, channel, identity, state, revision } = request;
  return {
    ...{ id, ticket, kind, channel, identity, state, revision },
    kindWords: kindWords[kind],
    cases: request.cases.length,
    received: momentInWords(zone, request.receivedAt),
    clock: clock.state,
    left: leftInWords(clock),
    until: momentInWords(zone, clock.until),
    lapsed: request.lapsedAt !== undefined || clock.state === 'lapsed' || clock.state === 'late',
    ...(request.answer && { answered: dateInWords(zone, request.answer.at) }),
    ...(refusal !== undefined && { refusal }),
    ...(until !== undefined && { copyUntil: until }),
  };
};

/** For those who hand over what they may not read. */
export const closedRequest = (record: RequestRecord, setting: Setting): OpenedRequest => ({
  ...requestView(record, setting),
  ...(record.request.answer && { by: record.request.answer.by.name }),
  withheld: true,
});

/** With what people typed. */
export const openRequest = async (
  vault: Vault,
  record: RequestRecord,
  setting: Setting,
): Promise<OpenedRequest> => {
  const seal = requestSeal(vault, record);
  const { wish, answer } = record.request;
  const open = async (sealed: typeof wish) =>
    sealed && ((await seal.openText('note', sealed)) ?? seal.unopened('tidak terbaca'));
  const [said, note] = [await open(wish), await open(answer?.note)];
  return {
    ...requestView(record, setting),
    ...(said !== undefined && { wish: said }),
    ...(note !== undefined && { note }),
    ...(answer && { by: answer.by.name }),
  };
};

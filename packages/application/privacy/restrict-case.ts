// Has the data of the cases of a request kept and nothing else, or lets these cases go on. Done twice, it changes nothing.
import { byWorker } from '@layan/domain/access/worker';
import { alsoAfterEnd } from '@layan/domain/case/decision';
import { liftRestriction, restrictProcessing } from '@layan/domain/case/restriction';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { movedOn, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import type { Standard } from '@layan/domain/standard/standard';
import { type CommandPorts, type Decision, runDecision } from '../case/run-decision.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isDestroyed } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { PrivacyFailure } from './errors.ts';

export type RestrictPorts = CommandPorts & Pick<Ports, 'standards'>;

const ATTEMPTS = 5;

const restricting = async (
  { vault }: RestrictPorts,
  standard: Standard,
  { snapshot: { id: caseId }, key }: CaseRecord,
  { id: request, ticket }: Pick<SubjectRequest, 'id' | 'ticket'>,
  said: string,
): Promise<Decision> => {
  const seal = caseSeal(vault, key, caseId);
  const note = said === '' || isDestroyed(key) ? {} : { note: await seal.sealText('note', said) };
  const command = { type: 'restrictProcessing', request, ticket, ...note } as const;
  return (snapshot, context) => alsoAfterEnd(restrictProcessing)(standard, snapshot, command, context);
};

const lifting =
  (standard: Standard, { id: request }: Pick<SubjectRequest, 'id'>): Decision =>
  (snapshot, context) =>
    alsoAfterEnd(liftRestriction)(standard, snapshot, { type: 'liftRestriction', request }, context);

/**
 * Cases that are gone since are passed over.
 * @returns the request as it stands then: moved on where something was done
 */
export const restrictCase = async (
  ports: RestrictPorts,
  standing: RequestRecord,
  member: Membership,
  caseId: CaseId,
  what: 'restrict' | 'lift',
  note = '',
): Promise<Result<RequestRecord, PrivacyFailure<'request-changed'>>> => {
  const { request } = standing;
  const moved = { ...standing, request: movedOn(request) };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const record = await ports.cases.find(caseId);
    if (record?.snapshot.agency !== member.agency) return ok(standing);
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const decision =
      what === 'lift'
        ? lifting(standard, request)
        : await restricting(ports, standard, record, request, note);
    const ran = await runDecision(ports, standard, record, decision, byWorker(member), undefined, moved);
    if (ran.ok) return ok(ran.value.events.length > 0 ? moved : standing);
    if (ran.error.code !== 'changed-meanwhile')
      throw new Error(`case ${caseId} refuses to ${what}: ${JSON.stringify(ran.error)}`);
  }
  return err({ code: 'request-changed' });
};

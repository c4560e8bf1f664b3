// Shows a case to whoever proved it theirs, with a session renewed by the look.
import { objectableDecision } from '@layan/domain/case/objection';
import type { CaseStatus } from '@layan/domain/case/status';
import type { Ports } from '../ports/surroundings.ts';
import type { WrappedKey } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { writeTrackingSession } from '../session/tracking-session.ts';
import type { Setting } from '../tenant/setting.ts';
import { buildOwnCaseView } from './build-own-case-view.ts';
import { findFiledObjection } from './filed-objection.ts';
import type { OpenedCase } from './own-case-view.ts';

export const openCase = async (
  { standards, cases, vault }: Pick<Ports, 'standards' | 'cases' | 'vault'>,
  { status, key }: { readonly status: CaseStatus; readonly key: WrappedKey },
  openedAt: number,
  setting: Setting,
): Promise<OpenedCase> => {
  const { standard } = await standards.getPinned(status.standard);
  const { caseId, ticket } = status;
  const decision = objectableDecision(status);
  const filed = decision && (await findFiledObjection(cases, caseId, decision));
  return {
    session: await writeTrackingSession(vault, { caseId, ticket, openedAt }, setting.now),
    view: await buildOwnCaseView(status, standard, caseSeal(vault, key, caseId), setting, filed),
  };
};

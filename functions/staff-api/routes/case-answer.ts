// A case on its way out: refusals and rejected evidence in words.
import type {
  ActionView,
  CaseView,
  CommandDone,
  EvidenceView,
  ProductView,
} from '@layan/application/case/case-view';
import type { CommandError } from '@layan/application/case/errors';
import type { CaseRejection } from '@layan/domain/case/command';
import { ok, type Result } from '@layan/domain/kernel/result';
import { evidenceWords } from '@layan/http/evidence-words';
import { rejectionWords } from '@layan/http/rejection-words';
import { refuse } from './answer.ts';

const reason = (refusal: CaseRejection | undefined) =>
  refusal === undefined ? {} : { reason: rejectionWords(refusal) };

const evidence = ({ documents, ...rest }: EvidenceView) => ({
  ...rest,
  documents: documents.map(({ rejection, ...document }) => ({
    ...document,
    ...(rejection === undefined ? {} : { problem: evidenceWords[rejection] }),
  })),
});

const action = ({ refusal, outcomes, evidence: brought, ...rest }: ActionView) => ({
  ...rest,
  ...reason(refusal),
  evidence: brought.map(evidence),
  outcomes: outcomes.map(({ refusal: why, ...outcome }) => ({ ...outcome, ...reason(why) })),
});

const product = ({ actions, ...rest }: ProductView) => ({
  ...rest,
  actions: actions.map(({ refusal, ...change }) => ({ ...change, ...reason(refusal) })),
});

export const caseView = (view: CaseView) => ({
  ...view,
  actions: view.actions.map(action),
  products: view.products.map(product),
});

/** What a command on a case is answered with. */
export const done = async (result: Result<CommandDone, CommandError>) =>
  result.ok ? ok(caseView(result.value.view)) : refuse(result.error);

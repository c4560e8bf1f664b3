// Files an intake and, when asked, accepts its file in the same breath: two commands one after the other, the second told
// honestly when it is refused.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { CounterReceipt } from '@layan/contract/staff/counter';
import { staffApi } from '@layan/contract/staff-api';
import type { Api } from '../../shared/api.ts';

export interface Filed {
  readonly receipt: CounterReceipt;
  /** The case as it stands after filing, where it could be read. */
  readonly view?: CaseView | undefined;
  /** Label of the outcome by which the file was accepted. */
  readonly accepted?: string | undefined;
  readonly refusal?: unknown;
}

type Outcome = ActionView['outcomes'][number];

/** The first look at the file: done with nothing to fill in. */
export function acceptanceIn(view: CaseView): { step: string; outcome: Outcome } | undefined {
  for (const action of view.actions) {
    if (action.kind !== 'step' || !action.allowed || action.fields.length > 0) continue;
    const outcome = action.outcomes.find(
      ({ tone, note, missing, allowed }) => tone === 'proceed' && note !== 'required' && !missing && allowed,
    );
    if (outcome !== undefined) return { step: action.id, outcome };
  }
  return undefined;
}

/** Repeated with the same case it does nothing twice: the key hangs on what was seen. */
export async function accept(api: Api, filed: Filed): Promise<Filed> {
  try {
    const { caseId } = filed.receipt;
    const seen = await api.call(staffApi.getCase, { params: { caseId } });
    const acceptance = acceptanceIn(seen);
    if (acceptance === undefined) return { ...filed, view: seen };
    const { step, outcome } = acceptance;
    const view = await api.call(staffApi.completeStep, {
      params: { caseId, step },
      body: { expectedSeq: seen.seq, outcome: outcome.id, facts: {} },
      idempotencyKey: `counter-${caseId}-${seen.seq}`,
    });
    return { receipt: filed.receipt, view, accepted: outcome.label };
  } catch (refusal) {
    return { ...filed, refusal };
  }
}

export async function fileIntake(
  api: Api,
  { caseId, revision }: { readonly caseId: string; readonly revision: number },
  andAccept: boolean,
): Promise<Filed> {
  const receipt = await api.call(staffApi.submitIntake, { params: { caseId }, body: { revision } });
  if (andAccept) return accept(api, { receipt });
  const view = await api.call(staffApi.getCase, { params: { caseId } }).catch(() => undefined);
  return { receipt, view };
}

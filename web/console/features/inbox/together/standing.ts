// Whether a chosen task can be done together with others, as its case stands now; where not, why, as a sentence.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { letterOfAction } from '../../../shared/letter/letter-of-action.ts';
import type { AtOnce } from '../at-once.ts';

export type Standing =
  | {
      readonly ready: true;
      readonly outcome: string;
      readonly label: string;
      readonly seq: number;
      readonly step: string;
      readonly as: string | undefined;
      readonly capacity: string | undefined;
    }
  | { readonly ready: false; readonly why: string };

const not = (why: string): Standing => ({ ready: false, why });

const methods = {
  certificate: 'Surat ini ditandatangani dengan sertifikat. Kerjakan satu per satu.',
  ink: 'Surat ini ditandatangani di kertas. Kerjakan satu per satu.',
} as const;

function unsignable(letter: LetterView | undefined): string | undefined {
  if (letter?.signable === true) return undefined;
  if (letter === undefined) return 'Tidak ada surat yang menunggu tanda tangan.';
  if (letter.file === undefined) return 'Surat masih disiapkan. Muat ulang sebentar lagi.';
  if (letter.method !== undefined && letter.method !== 'seal') return methods[letter.method];
  if (letter.signatory?.me === false) {
    return `Surat dibuat atas nama ${letter.signatory.name}. Buka berkasnya untuk mengganti.`;
  }
  return 'Surat ini dikerjakan satu per satu. Buka berkasnya.';
}

const plainOutcome = (action: ActionView, way: AtOnce) => {
  const signing = way === 'sign' ? (action.signsWith ?? []) : undefined;
  const fit = action.outcomes.filter(
    ({ id, tone, allowed, note, missing }) =>
      allowed && tone === 'proceed' && note !== 'required' && !missing && (signing?.includes(id) ?? true),
  );
  return fit.length === 1 ? fit[0] : undefined;
};

/** `role`: whose inbox it was chosen in, and so in which capacity it is done. */
export function standingOf(view: CaseView, task: string, way: AtOnce, role: string): Standing {
  const action = view.actions.find((one) => one.kind === 'step' && one.task === task);
  if (action === undefined) return not('Sudah dikerjakan, atau tidak lagi menunggu Anda.');
  if (!action.allowed) return not(action.reason ?? 'Belum dapat Anda kerjakan.');
  if (action.review !== way) return not('Bukan langkah yang dapat dikerjakan sekaligus.');
  const why = way === 'sign' ? unsignable(letterOfAction(view, action)) : undefined;
  if (why !== undefined) return not(why);
  const outcome = plainOutcome(action, way);
  const asks = outcome?.asks?.length !== 0 && action.fields.some(({ required }) => required);
  if (outcome === undefined || asks || action.evidence.some(({ required }) => required)) {
    return not('Langkah ini menanyakan sesuatu. Buka berkasnya.');
  }
  const [only, ...others] = action.capacities ?? [];
  const capacity = others.length === 0 ? only : action.capacities?.find((one) => one.role === role);
  if (only !== undefined && capacity === undefined) return not('Pilih sebagai siapa di berkasnya.');
  return {
    ready: true,
    outcome: outcome.id,
    label: outcome.label,
    seq: view.seq,
    step: action.id,
    as: capacity?.role,
    capacity: capacity?.label,
  };
}

// Why a step cannot go on yet: lines of its batch that nobody has decided on.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { Lack } from '../lack.ts';
import { useBatch } from './use-batch.ts';

export function useUndecided(
  view: Pick<CaseView, 'id' | 'lines'>,
  { kind, id }: Pick<ActionView, 'kind' | 'id'>,
): Lack | undefined {
  const batch = useBatch(view.id, view.lines !== undefined && kind === 'step');
  const here = batch.data?.deciding.find(({ step }) => step === id);
  if (here?.every !== true || here.undecided === 0) return undefined;
  return {
    at: 'lines',
    label: 'Baris berkas bersama',
    sentence: `${here.undecided} baris belum diputuskan.`,
  };
}

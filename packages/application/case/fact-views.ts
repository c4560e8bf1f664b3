// The facts of a case as a member may see them. NIK, family card and phone numbers show their last digits to everyone;
// names and addresses are for those with a part in the process, specific data for those whose turn it is.
import {
  hidesFact,
  mayUnmask,
  readsPersonalFacts,
  readsSpecificFacts,
} from '@layan/domain/access/case-access';
import type { Worker } from '@layan/domain/access/worker';
import { isSealed, type PlainValue } from '@layan/domain/case/facts';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { isMaskable, maskIdentifier } from '@layan/domain/person/masking';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Fact } from '@layan/domain/standard/facts';
import { readableText } from '../form/fact-text.ts';
import type { CaseSeal } from '../sealing/case-seal.ts';
import type { FactView } from './case-view.ts';

const hidden = '••••';

/** Whether this member reads the value as it stands, without asking for it. */
const isOpen = (index: ProcessIndex, snapshot: CaseSnapshot, fact: Fact, worker: Worker): boolean => {
  if (fact.privacy === 'ordinary') return true;
  if (isMaskable(fact.type)) return false;
  return fact.privacy === 'specific'
    ? readsSpecificFacts(index, snapshot, worker)
    : readsPersonalFacts(index, snapshot, worker);
};

const groupsOf = ({ process }: ProcessIndex): ReadonlyMap<string, string> =>
  new Map(
    process.forms
      .flatMap((form) => form.pages)
      .flatMap((page) => page.fields.map(({ fact }): [string, string] => [fact, page.title]))
      .reverse(),
  );

export interface FactViewParts {
  readonly index: ProcessIndex;
  readonly snapshot: CaseSnapshot;
  readonly seal: CaseSeal;
  readonly placeName: (code: string) => string;
}

const shown = (
  fact: Fact,
  value: PlainValue | undefined,
  open: boolean,
  { placeName, unopened }: Pick<FactViewParts, 'placeName'> & { readonly unopened: string },
): string => {
  if (value === undefined) return unopened;
  if (open) return readableText(fact, value, placeName);
  return isMaskable(fact.type) ? maskIdentifier(String(value)) : hidden;
};

export const factViews = async (
  { index, snapshot, seal, placeName }: FactViewParts,
  worker: Worker,
): Promise<readonly FactView[]> => {
  const groups = groupsOf(index);
  const unmaskable = mayUnmask(index, snapshot, worker);
  const views = index.process.facts.map(async (fact): Promise<readonly FactView[]> => {
    const kept = snapshot.facts[fact.id];
    // Who stays anonymous is not even said to have left a number.
    if (kept === undefined || hidesFact(index, snapshot, fact.id, worker)) return [];
    const open = isOpen(index, snapshot, fact, worker);
    // What is not shown at all is not opened either.
    const value = open || isMaskable(fact.type) ? await seal.openFact(fact.id, kept) : hidden;
    return [
      {
        fact: fact.id,
        label: fact.label,
        group: groups.get(fact.id) ?? '',
        type: fact.type,
        value: shown(fact, value, open, { placeName, unopened: seal.unopened('tidak terbaca') }),
        masked: !open,
        unmaskable: !open && unmaskable,
      },
    ];
  });
  return (await Promise.all(views)).flat();
};

export const ordinaryFacts = (
  { index, snapshot }: Pick<FactViewParts, 'index' | 'snapshot'>,
  worker: Worker,
): Readonly<Record<string, PlainValue>> =>
  Object.fromEntries(
    Object.entries(snapshot.facts).flatMap(([id, value]) =>
      isSealed(value) || hidesFact(index, snapshot, id, worker) ? [] : [[id, value] as const],
    ),
  );

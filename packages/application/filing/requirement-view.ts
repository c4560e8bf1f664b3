// How a requirement stands with what was sent or brought for it.
import type { Requirement } from '@layan/domain/standard/channel';
import type { DocumentRecord } from '../ports/documents.ts';
import type { RequirementView } from './filing-view.ts';

const states = ['accepted', 'rejected', 'expected'] as const;

/** Accepted when any scan is; an upload that was prepared and never came does not hide a rejection. */
const stateOf = (documents: readonly DocumentRecord[]): RequirementView['state'] =>
  states.find((state) => documents.some((document) => document.state === state)) ?? 'missing';

export const requirementView = (
  requirement: Requirement,
  documents: readonly DocumentRecord[],
  {
    papers = [],
    shown = [],
    choices = {},
  }: {
    readonly papers?: readonly string[] | undefined;
    readonly shown?: readonly string[] | undefined;
    readonly choices?: Readonly<Record<string, string>> | undefined;
  } = {},
): RequirementView => {
  const own = documents.filter((document) => document.requirement === requirement.id);
  const state = stateOf(own);
  const paper = papers.includes(requirement.id);
  const { oneOf } = requirement;
  const chosen = oneOf?.find(({ id }) => id === choices[requirement.id])?.id;
  const brought = requirement.shown ? shown.includes(requirement.id) : paper || state === 'accepted';
  return {
    id: requirement.id,
    label: requirement.label,
    ...(requirement.hint !== undefined && { hint: requirement.hint }),
    required: requirement.required,
    state,
    paper,
    ...(requirement.shown && { shown: true }),
    ...(oneOf && { oneOf }),
    ...(chosen !== undefined && { chosen }),
    given: brought && (oneOf === undefined || chosen !== undefined),
    documents: own,
  };
};

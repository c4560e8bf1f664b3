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
  papers: readonly string[] = [],
): RequirementView => {
  const own = documents.filter((document) => document.requirement === requirement.id);
  const state = stateOf(own);
  const paper = papers.includes(requirement.id);
  return {
    id: requirement.id,
    label: requirement.label,
    ...(requirement.hint !== undefined && { hint: requirement.hint }),
    required: requirement.required,
    state,
    paper,
    given: paper || state === 'accepted',
    documents: own,
  };
};

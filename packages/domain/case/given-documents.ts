// Checks the documents that come with a filing, a completed file or a finished task.
import type { DocumentId } from '../kernel/ids.ts';
import { holds } from '../process/conditions.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Channel, Requirement } from '../standard/channel.ts';
import type { By, CaseRejection } from './command.ts';
import type { Attachment } from './event.ts';
import type { FactValues } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** What a channel asks for, given what is known: the list a citizen sees. Undecided requirements are not asked. */
export const requirementsOf = (
  index: ProcessIndex,
  channel: Channel,
  facts: FactValues,
): readonly Requirement[] =>
  channel.requirements.flatMap((id) => {
    const requirement = index.requirements.get(id);
    return requirement && holds(requirement.when, facts) ? [requirement] : [];
  });

/** What must come with a filing. Nobody shows anything to a portal: what is only looked at is looked at later. */
export const requiredOnFiling = (
  index: ProcessIndex,
  channel: Channel,
  facts: FactValues,
  by: By,
): readonly string[] =>
  requirementsOf(index, channel, facts)
    .filter(({ required, shown }) => required && (by.party === 'staff' || !shown))
    .map(({ id }) => id);

/** What is looked at was shown to somebody of the agency, and nothing of it is kept; everything else is kept. */
const isBroughtRight = (requirement: Requirement, attached: Attachment, by: By): boolean => {
  const shown = 'shown' in attached;
  if (shown !== (requirement.shown === true) || (shown && by.party !== 'staff')) return false;
  return attached.as === undefined || (requirement.oneOf?.some(({ id }) => id === attached.as) ?? false);
};

/** Why these are not brought as the requirements say. */
const refuseWay = (
  index: ProcessIndex,
  attachments: readonly Attachment[],
  by: By,
): CaseRejection | undefined => {
  const wrong = new Set<string>();
  const unnamed = new Set<string>();
  for (const attached of attachments) {
    const requirement = index.requirements.get(attached.requirement);
    if (!requirement) continue;
    if (!isBroughtRight(requirement, attached, by)) wrong.add(requirement.id);
    else if (requirement.oneOf && attached.as === undefined) unnamed.add(requirement.id);
  }
  if (wrong.size > 0) return { code: 'requirements-invalid', requirements: [...wrong] };
  return unnamed.size > 0 ? { code: 'requirements-choice-missing', requirements: [...unnamed] } : undefined;
};

/** Why these attachments do not do. */
export const refuseDocuments = (
  index: ProcessIndex,
  attachments: readonly Attachment[],
  allowed: readonly string[],
  needed: readonly string[],
  by: By,
): CaseRejection | undefined => {
  const given = attachments.map(({ requirement }) => requirement);
  const unexpected = given.filter((requirement) => !allowed.includes(requirement));
  if (unexpected.length > 0)
    return { code: 'requirements-unexpected', requirements: [...new Set(unexpected)] };
  const missing = needed.filter((requirement) => !given.includes(requirement));
  if (missing.length > 0) return { code: 'requirements-missing', requirements: missing };
  return refuseWay(index, attachments, by);
};

/** Whether a scan is part of the case. */
export const hasScan = ({ attachments }: CaseSnapshot, id: DocumentId): boolean =>
  attachments.some((attached) => 'document' in attached && attached.document === id);

// Checks the documents that come with a filing, a completed file or a finished task.
import type { DocumentId } from '../kernel/ids.ts';
import { holds } from '../process/conditions.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Channel, Requirement } from '../standard/channel.ts';
import type { CaseRejection } from './command.ts';
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

/** Why these attachments do not do. */
export const refuseDocuments = (
  attachments: readonly Attachment[],
  allowed: readonly string[],
  needed: readonly string[],
): CaseRejection | undefined => {
  const given = attachments.map(({ requirement }) => requirement);
  const unexpected = given.filter((requirement) => !allowed.includes(requirement));
  if (unexpected.length > 0)
    return { code: 'requirements-unexpected', requirements: [...new Set(unexpected)] };
  const missing = needed.filter((requirement) => !given.includes(requirement));
  return missing.length > 0 ? { code: 'requirements-missing', requirements: missing } : undefined;
};

/** Whether a scan is part of the case. */
export const hasScan = ({ attachments }: CaseSnapshot, id: DocumentId): boolean =>
  attachments.some((attached) => 'document' in attached && attached.document === id);

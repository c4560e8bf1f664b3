// Publishes a version by the rules of the domain; the one before is superseded, and what becomes of running cases is
// decided with it. Publishing what is published already changes nothing.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { RunningCases } from '@layan/domain/standard/life';
import { publishVersion } from '@layan/domain/standard/publishing';
import { findPublished } from './find-published.ts';
import { firstMove } from './first-move.ts';
import { findSeen, momentBy, type StepError, type StepInput, type StepPorts } from './take-step.ts';
import { type VersionView, versionView } from './version-view.ts';

export interface PublishStandardInput extends StepInput {
  /** Absent: they stay with their version. */
  readonly running?: RunningCases | undefined;
}

export const makePublishStandard =
  (ports: StepPorts) =>
  async (input: PublishStandardInput): Promise<Result<VersionView, StepError>> => {
    const seen = await findSeen(ports, 'publish-standard', input);
    if (!seen.ok) return seen;
    const before = seen.value;
    if (before.state === 'published') return ok(await versionView(ports, before));
    const current = await findPublished(ports.standards, input.standard);
    const moment = await momentBy(ports, before, input);
    const running = input.running ?? { decision: 'stay' as const };
    const publication = publishVersion(before, current?.version, running, moment);
    if (!publication.ok) return publication;
    const { published, superseded } = publication.value;
    const move = current && firstMove(published, input.member, moment.at, current.moving);
    const saved = await ports.standards.publish(published, { before, superseding: superseded, move });
    return saved.ok ? ok(await versionView(ports, published)) : err({ code: 'draft-changed' });
  };

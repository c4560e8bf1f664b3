// Publishes a draft by the rules of the domain; the version before is superseded, running cases keep theirs.
// Publishing what is published already changes nothing.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { publishVersion } from '@layan/domain/standard/publishing';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';
import { findOwnVersion, type OwnVersionInput } from './find-own-version.ts';
import { findPublished } from './find-published.ts';
import { type VersionView, versionView } from './version-view.ts';

export interface PublishStandardInput extends OwnVersionInput {
  /** Hash of the draft as it was seen. */
  readonly hash: string;
}

export type PublishStandardError = StandardFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'standard-not-found'
  | 'not-a-draft'
  | 'draft-changed'
  | 'not-publishable'
>;

export const makePublishStandard =
  (ports: Pick<Ports, 'standards' | 'clock'>) =>
  async (input: PublishStandardInput): Promise<Result<VersionView, PublishStandardError>> => {
    const found = await findOwnVersion(ports, 'publish-standard', input);
    if (!found.ok) return found;
    const draft = found.value;
    if (draft.hash !== input.hash) return err({ code: 'draft-changed', hash: draft.hash });
    if (draft.state === 'published') return ok(versionView(draft));
    const current = await findPublished(ports.standards, input.standard);
    const publication = publishVersion(draft, current?.version, ports.clock.now());
    if (!publication.ok) return publication;
    const { published, superseded } = publication.value;
    const saved = await ports.standards.publish(published, superseded);
    return saved.ok ? ok(versionView(published)) : err({ code: 'draft-changed' });
  };

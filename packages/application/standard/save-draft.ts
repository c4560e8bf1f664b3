// Creates or replaces the draft of a standard. Findings never stop saving; confirmations of unchanged readings stay.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { isInPreparation } from '@layan/domain/standard/life';
import { parseStandard } from '@layan/domain/standard/parse-standard';
import { draftOf } from '@layan/domain/standard/publishing';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { sha256 } from '../kernel/sha256.ts';
import type { Membership } from '../ports/staff.ts';
import type { StandardStore, StandardSummary } from '../ports/standards.ts';
import type { StandardFailure } from './errors.ts';
import { type VersionView, type ViewPorts, versionView } from './version-view.ts';

export interface SaveDraftInput {
  readonly member: Membership;
  readonly document: unknown;
  /** Hash of the draft that was edited; absent for a new one. */
  readonly expectedHash?: string;
}

export type SaveDraftError = StandardFailure<
  'member-deactivated' | 'role-missing' | 'standard-unreadable' | 'other-agency' | 'draft-changed'
>;

const tooLarge: StandardFailure<'standard-unreadable'> = {
  code: 'standard-unreadable',
  problems: [{ place: '', message: 'Dokumen terlalu besar untuk disimpan.' }],
};

/** The version in preparation, else the last one that was published. */
export const latestOf = async (
  standards: StandardStore,
  known: StandardSummary | undefined,
): Promise<StandardVersion | undefined> => {
  if (known?.draft !== undefined) return standards.find(known.id, known.draft);
  const last = known?.published ?? known?.withdrawn;
  return last && standards.getPinned(last);
};

export const makeSaveDraft =
  (ports: ViewPorts) =>
  async ({
    member,
    document,
    expectedHash,
  }: SaveDraftInput): Promise<Result<VersionView, SaveDraftError>> => {
    const allowed = mayUse(member, 'save-draft');
    if (!allowed.ok) return allowed;
    const read = parseStandard(document);
    if (!read.ok) return err({ code: 'standard-unreadable', problems: read.error });
    const standard = read.value;
    const known = (await ports.standards.list()).find(({ id }) => id === standard.id);
    if (standard.agency !== member.agency || (known && known.agency !== member.agency)) {
      return err({ code: 'other-agency' });
    }

    const latest = await latestOf(ports.standards, known);
    const before = latest && isInPreparation(latest.state) ? latest : undefined;
    const draft = draftOf(standard, latest, ports.clock.now(), sha256, member);
    if (before?.hash === draft.hash) return ok(await versionView(ports, before));
    if (before?.hash !== expectedHash) {
      return err({ code: 'draft-changed', ...(before && { hash: before.hash }) });
    }
    const saved = await ports.standards.saveDraft(draft, before);
    if (saved.ok) return ok(await versionView(ports, draft));
    return err(saved.error === 'too-large' ? tooLarge : { code: 'draft-changed' });
  };

// Takes changes of the template over into the draft, element by element or all, and remembers which were looked at and
// left. Done again, it finds nothing left to take.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { isInPreparation } from '@layan/domain/standard/life';
import { upstreamChanges, withElements } from '@layan/domain/standard/upstream';
import type { Library } from '../ports/library.ts';
import { type AdoptedError, type AdoptedInput, adoptedStandard } from './adopted-standard.ts';
import type { StandardFailure } from './errors.ts';
import { makeSaveDraft, type SaveDraftError } from './save-draft.ts';
import { type VersionView, type ViewPorts, versionView } from './version-view.ts';

export interface TakeUpstreamInput extends AdoptedInput {
  /** Hash of our version as it was seen. */
  readonly hash: string;
  readonly take: readonly string[] | 'all';
  /** Looked at and left as we have them. */
  readonly leave?: readonly string[] | undefined;
}

export type TakeUpstreamError = AdoptedError | SaveDraftError | StandardFailure<'elements-unfit'>;

export const makeTakeUpstream =
  (ports: ViewPorts, library: Library) =>
  async (input: TakeUpstreamInput): Promise<Result<VersionView, TakeUpstreamError>> => {
    const found = await adoptedStandard(ports, library, 'take-upstream', input);
    if (!found.ok) return found;
    const { ours, base, template } = found.value;
    if (ours.hash !== input.hash) return err({ code: 'draft-changed', hash: ours.hash });
    const changed = upstreamChanges(base, ours.standard, template.standard).map(({ element }) => element);
    const { take } = input;
    const taken = take === 'all' ? changed : changed.filter((element) => take.includes(element));
    const left = changed.filter((element) => input.leave?.includes(element));
    const standard = withElements(ours.standard, template.standard, taken);
    const seen = withElements(base, template.standard, [...taken, ...left]);
    if (!standard || !seen) return err({ code: 'elements-unfit' });

    if (taken.length === 0) {
      await ports.standards.saveTemplate(input.standard, seen);
      return ok(await versionView(ports, ours));
    }
    const saved = await makeSaveDraft(ports)({
      member: input.member,
      document: standard,
      ...(isInPreparation(ours.state) && { expectedHash: ours.hash }),
    });
    // After the text: until it is kept, the change is still there to be taken.
    if (saved.ok) await ports.standards.saveTemplate(input.standard, seen);
    return saved;
  };

// The agency's word on one reading of its draft: who confirmed it and when. Confirming again changes nothing.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { confirmReading } from '@layan/domain/standard/readings';
import type { StandardFailure } from './errors.ts';
import { findOwnVersion, type OwnVersionInput } from './find-own-version.ts';
import { type VersionView, type ViewPorts, versionView } from './version-view.ts';

export interface ConfirmReadingInput extends OwnVersionInput {
  readonly reading: string;
}

export type ConfirmReadingError = StandardFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'standard-not-found'
  | 'reading-not-found'
  | 'not-a-draft'
  | 'draft-changed'
>;

type ConfirmReadingPorts = ViewPorts;

/** Several readings may be confirmed at the same moment; each is a word of its own. */
const attempts = 5;

/** `hash` of the text that was confirmed; a text changed meanwhile is another one. */
const attempt = async (
  ports: ConfirmReadingPorts,
  input: ConfirmReadingInput,
  left: number,
  hash?: string,
): Promise<Result<VersionView, ConfirmReadingError>> => {
  const found = await findOwnVersion(ports, 'confirm-reading', input);
  if (!found.ok) return found;
  const before = found.value;
  if (hash !== undefined && before.hash !== hash) return err({ code: 'draft-changed', hash: before.hash });
  const confirmed = confirmReading(before, input.reading, input.member, ports.clock.now());
  if (!confirmed.ok) return err({ code: confirmed.error });
  if (confirmed.value === before) return ok(await versionView(ports, before));
  const saved = await ports.standards.saveDraft(confirmed.value, before);
  if (saved.ok) return ok(await versionView(ports, confirmed.value));
  return left > 1 ? attempt(ports, input, left - 1, before.hash) : err({ code: 'draft-changed' });
};

export const makeConfirmReading =
  (ports: ConfirmReadingPorts) =>
  (input: ConfirmReadingInput): Promise<Result<VersionView, ConfirmReadingError>> =>
    attempt(ports, input, attempts);

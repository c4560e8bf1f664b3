// What changed in the template of an adopted standard since it was adopted or last looked at, and where we changed it too.
import type { InstantText } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import { type UpstreamChange, upstreamChanges } from '@layan/domain/standard/upstream';
import type { Library } from '../ports/library.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type AdoptedError, type AdoptedInput, adoptedStandard } from './adopted-standard.ts';

export interface UpstreamView {
  readonly template: { readonly id: string; readonly title: string };
  readonly adoptedAt: InstantText;
  /** The version that was compared, and into which changes are taken. */
  readonly version: number;
  readonly hash: string;
  readonly changes: readonly UpstreamChange[];
}

export const makeGetUpstream =
  (ports: Pick<Ports, 'standards'>, library: Library) =>
  async (input: AdoptedInput): Promise<Result<UpstreamView, AdoptedError>> => {
    const found = await adoptedStandard(ports, library, 'get-upstream', input);
    if (!found.ok) return found;
    const { ours, adopted, base, template } = found.value;
    return ok({
      template: { id: template.id, title: template.title },
      adoptedAt: adopted.at,
      version: ours.version,
      hash: ours.hash,
      changes: upstreamChanges(base, ours.standard, template.standard),
    });
  };

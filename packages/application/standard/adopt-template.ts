// Takes a template of the national library as a draft of the own agency. Where it comes from stays with every version, and
// the template is kept as it was, so that later changes of it can be told from our own.
import { mayUse } from '@layan/domain/access/operations';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { contentHash } from '@layan/domain/standard/content-hash';
import { draftOf } from '@layan/domain/standard/publishing';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { sha256 } from '../kernel/sha256.ts';
import type { Library } from '../ports/library.ts';
import type { Membership } from '../ports/staff.ts';
import type { StandardFailure } from './errors.ts';
import { type VersionView, type ViewPorts, versionView } from './version-view.ts';

export interface AdoptTemplateInput {
  readonly member: Membership;
  readonly template: string;
  /** Absent: the id that the template bears. */
  readonly standardId?: StandardId | undefined;
}

export type AdoptTemplateError = StandardFailure<
  'member-deactivated' | 'role-missing' | 'template-not-found' | 'standard-exists'
>;

export const makeAdoptTemplate =
  (ports: ViewPorts, library: Library) =>
  async (input: AdoptTemplateInput): Promise<Result<VersionView, AdoptTemplateError>> => {
    const { member } = input;
    const allowed = mayUse(member, 'adopt-template');
    if (!allowed.ok) return allowed;
    const template = (await library()).find(({ id }) => id === input.template);
    if (!template) return err({ code: 'template-not-found' });
    const id = input.standardId ?? template.standard.id;
    if ((await ports.standards.list()).some((known) => known.id === id))
      return err({ code: 'standard-exists', id });

    const at = ports.clock.now();
    const standard = { ...template.standard, id, agency: member.agency, decree: null };
    const adopted: StandardVersion['adopted'] = {
      template: template.id,
      hash: contentHash(template.standard, sha256),
      at,
      by: { id: member.id, name: member.name },
    };
    const draft = { ...draftOf(standard, undefined, at, sha256), adopted };
    await ports.standards.saveTemplate(id, template.standard);
    const saved = await ports.standards.saveDraft(draft);
    return saved.ok ? ok(await versionView(ports, draft)) : err({ code: 'standard-exists', id });
  };

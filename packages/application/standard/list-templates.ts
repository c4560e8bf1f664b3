// The national library: what there is, and which of it the agency has adopted already.
import { mayUse } from '@layan/domain/access/operations';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Library } from '../ports/library.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardAccessFailure } from './errors.ts';

export interface TemplateSummary {
  readonly id: string;
  readonly title: string;
  readonly tenant?: string;
  readonly sentence: string;
  /** Id that an adopted standard gets unless another is asked for. */
  readonly standardId: string;
  /** Whether that id is free in the tenant. */
  readonly free: boolean;
}

export const makeListTemplates =
  (ports: Pick<Ports, 'standards'>, library: Library) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<readonly TemplateSummary[], StandardAccessFailure>> => {
    const allowed = mayUse(member, 'list-templates');
    if (!allowed.ok) return allowed;
    const known = new Set((await ports.standards.list()).map(({ id }) => id));
    return ok(
      (await library()).map(({ id, title, tenant, sentence, standard }) => ({
        id,
        title,
        ...(tenant !== undefined && { tenant }),
        sentence,
        standardId: standard.id,
        free: !known.has(standard.id),
      })),
    );
  };

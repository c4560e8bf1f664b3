// One template of the national library, to be read before it is adopted.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Library, Template } from '../ports/library.ts';
import type { Membership } from '../ports/staff.ts';
import type { StandardFailure } from './errors.ts';

export type GetTemplateError = StandardFailure<'member-deactivated' | 'role-missing' | 'template-not-found'>;

export const makeGetTemplate =
  (library: Library) =>
  async (input: {
    readonly member: Membership;
    readonly template: string;
  }): Promise<Result<Template, GetTemplateError>> => {
    const allowed = mayUse(input.member, 'get-template');
    if (!allowed.ok) return allowed;
    const found = (await library()).find(({ id }) => id === input.template);
    return found ? ok(found) : err({ code: 'template-not-found' });
  };

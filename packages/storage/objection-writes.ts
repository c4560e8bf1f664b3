// The objection that stands against a decision, written beside the case that was decided: a second one finds it there.
import type { CaseChange, CommitFailure } from '@layan/application/ports/cases';
import { CaseId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { objectionKey } from './keys.ts';
import { body } from './table/item.ts';
import { absent, type Guarded } from './table/transact.ts';

export const ObjectionSchema = z.strictObject({ caseId: CaseId, ticket: z.string() });

export const objectionWrites = ({ objection, after }: CaseChange): readonly Guarded<CommitFailure>[] => {
  if (!objection) return [];
  const { about, decision, replaces } = objection;
  const { id: caseId, ticket } = after.snapshot;
  const put = { ...objectionKey(about, decision), ...body({ caseId, ticket }), caseId };
  const when = replaces
    ? {
        expression: 'attribute_not_exists(pk) OR caseId = :replaces',
        values: { ':replaces': replaces },
      }
    : absent;
  return [{ write: { put, when }, otherwise: () => ({ code: 'objection-filed' }) }];
};

// Deliberate bugs in what deploys: policies written too widely, as a careless change would.
import type { Audience, FunctionName } from '@layan/infra/constructs/names';
import type { PolicyDocument } from '@layan/infra/local/cloud';
import * as z from 'zod/mini';
import { type Lab, NEIGHBOUR, names } from './lab.ts';

const Conditions = z.record(z.string(), z.record(z.string(), z.unknown()));
const Statements = z.array(z.looseObject({ Condition: z.optional(Conditions) }));
type Statement = z.infer<typeof Statements>[number];

const each = (document: PolicyDocument, change: (statement: Statement) => unknown): PolicyDocument => ({
  ...document,
  Statement: Statements.parse([document.Statement].flat()).map(change),
});

/** Without what is asked about these keys of the context. */
const forgetting =
  (...keys: readonly string[]) =>
  ({ Condition = {}, ...statement }: Statement) => ({
    ...statement,
    Condition: Object.fromEntries(
      Object.entries(Condition)
        .map(([operator, asked]): [string, object] => [
          operator,
          Object.fromEntries(Object.entries(asked).filter(([key]) => !keys.includes(key))),
        ])
        .filter(([, asked]) => Object.keys(asked).length > 0),
    ),
  });

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };

/** A star where the tenant of the session should stand. */
const starred = (document: PolicyDocument): PolicyDocument => {
  const text = JSON.stringify(each(document, forgetting('aws:ResourceTag/tenant')));
  return JSON.parse(text.replaceAll('$'.concat('{aws:PrincipalTag/tenant}'), '*'));
};

type RoleName = { readonly audience: Audience } | { readonly fn: FunctionName };

const roleIn = (lab: Lab, of: RoleName) => {
  const arn = 'audience' in of ? names.dataRoleArn(of.audience) : names.functionRoleArn(of.fn);
  const role = lab.cloud.roles.get(arn);
  if (!role) throw new Error(`There is no role ${arn}.`);
  return role;
};

export const starInThePolicy = (audience: Audience) => (lab: Lab) => {
  const role = roleIn(lab, { audience });
  const policies = role.policies.map(({ name, document }) => ({ name, document: starred(document) }));
  lab.cloud.roles.set(role.arn, { ...role, policies });
};

export const everythingAllowed = (of: RoleName) => (lab: Lab) => {
  const role = roleIn(lab, of);
  const document = { Version: '2012-10-17', Statement: [ALL] };
  lab.cloud.roles.set(role.arn, { ...role, policies: [{ name: 'all', document }] });
};

export const starInTheCeiling = (audience: Audience) => (lab: Lab) => {
  const { boundary, ...role } = roleIn(lab, { audience });
  if (!boundary) throw new Error(`${role.name} has no ceiling.`);
  lab.cloud.roles.set(role.arn, { ...role, boundary: starred(boundary) });
};

export const noCeiling = (of: RoleName) => (lab: Lab) => {
  const { boundary: _boundary, boundaryArn: _arn, ...role } = roleIn(lab, of);
  lab.cloud.roles.set(role.arn, role);
};

export const trustWithout =
  (audience: Audience, ...keys: readonly string[]) =>
  (lab: Lab) => {
    const role = roleIn(lab, { audience });
    lab.cloud.roles.set(role.arn, { ...role, trust: each(role.trust, forgetting(...keys)) });
  };

/** The neighbour's keys ask no more whose session it is. */
export const keyPolicyWithoutTheTag = (lab: Lab) => {
  for (const [arn, key] of lab.cloud.keys)
    if (key.tags.tenant === NEIGHBOUR)
      lab.cloud.keys.set(arn, { ...key, policy: each(key.policy, forgetting('aws:PrincipalTag/tenant')) });
};

/** Nor which role's. */
export const keyPolicyWithoutTheRole = (lab: Lab) => {
  for (const [arn, key] of lab.cloud.keys)
    if (key.tags.tenant === NEIGHBOUR)
      lab.cloud.keys.set(arn, {
        ...key,
        policy: each(key.policy, forgetting('aws:PrincipalArn', 'aws:PrincipalTag/tenant')),
      });
};

export const noBucketPolicy = (lab: Lab) => {
  for (const [arn, { policy: _policy, ...bucket }] of lab.cloud.buckets) lab.cloud.buckets.set(arn, bucket);
};

// What the templates make, as a registry that calls are decided by: the roles with their ceilings, the buckets with their
// policies, and the two keys of each tenant.
import type { Template } from 'aws-cdk-lib/assertions';
import { type Cloud, emptyCloud, type Key, type PolicyDocument } from './local/cloud.ts';
import { resourcesOf, type synthesize } from './synthesized.ts';

export type Stage = ReturnType<typeof synthesize>;

/** Roles and buckets of a stage; tenants come one by one. */
export function cloudOf({ templates, names }: Stage): Cloud {
  const cloud = emptyCloud();
  const policies = resourcesOf(templates, 'AWS::IAM::Policy');
  const managed = resourcesOf(templates, 'AWS::IAM::ManagedPolicy');
  for (const [id, { Properties }] of resourcesOf(templates, 'AWS::IAM::Role')) {
    const name = Properties.RoleName;
    if (typeof name !== 'string') continue;
    const arn = `arn:aws:iam::${names.account}:role/${name}`;
    const attached = policies.filter(([, policy]) =>
      policy.Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === id.split('/')[1]),
    );
    const [, boundary] = managed.find(([, { Properties: own }]) =>
      String(Properties.PermissionsBoundary).endsWith(`policy/${own.ManagedPolicyName}`),
    ) ?? [undefined, undefined];
    cloud.roles.set(arn, {
      arn,
      ...(boundary && { boundary: withNames(boundary.Properties.PolicyDocument, templates, {}) }),
      name,
      trust: Properties.AssumeRolePolicyDocument,
      policies: attached.map(([policyId, policy]) => ({
        name: policyId,
        document: withNames(policy.Properties.PolicyDocument, templates, {}),
      })),
    });
  }
  for (const [bucket, construct] of [
    [names.documentsBucket, 'DocumentsBucketPolicy'],
    [names.sealsBucket, 'SealsBucketPolicy'],
  ] as const) {
    const [, policy] =
      resourcesOf(templates, 'AWS::S3::BucketPolicy').find(([id]) => id.includes(construct)) ?? [];
    const arn = `arn:aws:s3:::${bucket}`;
    cloud.buckets.set(arn, {
      arn,
      name: bucket,
      policy: withNames(policy?.Properties.PolicyDocument, templates, {}),
      cors: [],
      events: true,
    });
  }
  return cloud;
}

/** The keys of a tenant as its stack makes them, under ids of the caller's choice: one that seals, one that signs. */
export const tenantKeysOf = (
  { templates, names }: Stage,
  slug: string,
  made: (spec: Key['spec']) => Pick<Key, 'id' | 'arn'>,
): Key[] =>
  resourcesOf({ tenant: templates.tenant }, 'AWS::KMS::Key').map(([, { Properties }]) => {
    const signs = Properties.KeySpec === 'ECC_NIST_P256';
    const spec = signs ? 'ECC_NIST_P256' : 'SYMMETRIC_DEFAULT';
    return {
      ...made(spec),
      spec,
      policy: withNames(Properties.KeyPolicy, templates, { Tenant: slug }),
      tags: tagsOf(Properties.Tags, slug),
      aliases: signs ? [] : [names.tenantKeyAlias(slug)],
      enabled: true,
    };
  });

const tagsOf = (tags: { Key: string; Value: unknown }[], slug: string): Record<string, string> =>
  Object.fromEntries(
    tags.map(({ Key, Value }): [string, string] => [Key, typeof Value === 'string' ? Value : slug]),
  );

/** Resolves what a local template leaves open in its policies: parameters, and ARNs of what it makes by name. */
function withNames(
  document: unknown,
  templates: Readonly<Record<string, Template>>,
  parameters: Readonly<Record<string, string>>,
): PolicyDocument {
  const named = new Map(
    resourcesOf(templates).map(([id, { Type, Properties }]) => [id.split('/')[1], arnOf(Type, Properties)]),
  );
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    if ('Ref' in value && typeof value.Ref === 'string') return parameters[value.Ref] ?? value.Ref;
    if ('Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt'])) return named.get(value['Fn::GetAtt'][0]);
    if ('Fn::ImportValue' in value) return 'arn:aws:iam::000000000000:imported';
    if ('Fn::Sub' in value) return String(value['Fn::Sub']).replace(/\$\{AWS::URLSuffix\}/, 'amazonaws.com');
    if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
      const [separator, parts] = value['Fn::Join'];
      return parts.map(resolve).join(separator);
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
  };
  const { Statement, Version } = Object(resolve(document));
  return { Version, Statement };
}

function arnOf(type: string, properties: Record<string, unknown>): string {
  if (type === 'AWS::S3::Bucket') return `arn:aws:s3:::${properties.BucketName}`;
  const [, service = '', kind = ''] = type.split('::');
  const name = properties.QueueName ?? properties.TableName ?? properties.LogGroupName ?? 'unnamed';
  return `arn:aws:${service.toLowerCase()}:ap-southeast-3:000000000000:${kind.toLowerCase()}/${name}`;
}

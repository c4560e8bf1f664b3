// Decides calls by the synthesized policies, for tests: the roles, the tenants' two keys each and the bucket's policy as they
// stand in the templates, with one tenant stack per slug.
import { cloudOf, type Stage, tenantKeysOf } from './cloud-of.ts';
import { createAuthorizer } from './local/aws/authorize.ts';

export function decidingBy(stage: Stage, slugs: readonly string[]) {
  const { names } = stage;
  const cloud = cloudOf(stage);
  for (const slug of slugs) {
    const keys = tenantKeysOf(stage, slug, (spec) => {
      const id = spec === 'ECC_NIST_P256' ? signing(slug) : slug;
      return { id, arn: keyArn(names.region, names.account, id) };
    });
    for (const key of keys) cloud.keys.set(key.arn, key);
  }
  const authorizer = createAuthorizer(cloud);
  return {
    keyArn: (slug: string) => keyArn(names.region, names.account, slug),
    signingKeyArn: (slug: string) => keyArn(names.region, names.account, signing(slug)),
    allows: (
      role: { arn: string; tenant?: string; tags?: Readonly<Record<string, string>> },
      action: string,
      resource: string,
      context: Readonly<Record<string, string | readonly string[]>> = {},
    ) =>
      authorizer.probe(
        {
          kind: 'session',
          roleArn: role.arn,
          sessionName: 'test',
          tags: role.tags ?? (role.tenant ? { tenant: role.tenant } : {}),
        },
        action,
        resource,
        context,
      ),
  };
}

/** No slug contains a dot. */
const signing = (slug: string) => `${slug}.sign`;

const keyArn = (region: string, account: string, slug: string) =>
  `arn:aws:kms:${region}:${account}:key/${slug}`;

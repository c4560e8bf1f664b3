// The session of one tenant: the audience's data-access role, assumed with the tag that says which tenant. From here on
// every call carries that tag, and IAM answers for no other tenant's data.

import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { AwsSettings } from './settings.ts';
import { signedCall } from './signed-call.ts';

const MINUTE = 60_000;
/** The longest a role may be assumed by another role. */
const SESSION_SECONDS = 3600;
/** What a call needs at least; a link that is handed out asks for as long as it is to work. */
const LEAST_LEFT = 5 * MINUTE;

export type SessionCredentials = AwsCredentialIdentity & { readonly expiration: Date };

export interface TenantSession {
  /** Credentials that last for at least so many milliseconds. */
  credentials(leastLeft?: number): Promise<SessionCredentials>;
}

export function tenantSession(
  settings: AwsSettings,
  { roleArn, tenant, clock }: { readonly roleArn: string; readonly tenant: TenantId; readonly clock: Clock },
): TenantSession {
  let current: Promise<SessionCredentials> | undefined;
  const renew = () => {
    const assumed = assumeRole(settings, roleArn, tenant);
    current = assumed;
    assumed.catch(() => {
      if (current === assumed) current = undefined;
    });
    return assumed;
  };
  return {
    credentials: async (leastLeft = LEAST_LEFT) => {
      const known = current;
      if (!known) return renew();
      const left = (await known).expiration.getTime() - epochMs(clock.now());
      if (left > leastLeft) return known;
      return current === known ? renew() : (current ?? renew());
    },
  };
}

async function assumeRole(
  settings: AwsSettings,
  roleArn: string,
  tenant: TenantId,
): Promise<SessionCredentials> {
  const form = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: tenant,
    DurationSeconds: String(SESSION_SECONDS),
    'Tags.member.1.Key': 'tenant',
    'Tags.member.1.Value': tenant,
  });
  const { status, text } = await signedCall(settings, {
    service: 'sts',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    credentials: settings.credentials,
  });
  if (status !== 200)
    throw new Error(`The role for ${tenant} was not given: ${element(text, 'Code') ?? status}.`);
  const read = (name: string) => {
    const value = element(text, name);
    if (value === undefined) throw new Error(`STS answered without ${name}.`);
    return value;
  };
  return {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
    expiration: new Date(read('Expiration')),
  };
}

/** STS answers in XML with a handful of plain elements; none of them can hold a character that XML escapes. */
const element = (xml: string, name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];

// The keys that every request has in its IAM context, whatever the service.
import { ACCOUNT, type Cloud, REGION } from '../cloud.ts';
import type { ContextKeys, Principal } from './contract.ts';

export function principalArn(principal: Principal): string {
  if (principal.kind === 'service') return principal.name;
  const role = principal.roleArn.split('/').at(-1);
  return `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${principal.sessionName}`;
}

export function requestContext(cloud: Cloud, principal: Principal, resource: string): ContextKeys {
  const service = principal.kind === 'service';
  return {
    // The local host speaks plain HTTP on the loopback; in the cloud every call is TLS.
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
    'aws:RequestedRegion': REGION,
    'aws:ResourceAccount': ACCOUNT,
    'aws:PrincipalIsAWSService': String(service),
    ...(principal.kind === 'service'
      ? { 'aws:PrincipalServiceName': principal.name, 'aws:SourceAccount': ACCOUNT }
      : {
          'aws:PrincipalArn': principal.roleArn,
          'aws:PrincipalAccount': ACCOUNT,
          'aws:PrincipalType': 'AssumedRole',
          'aws:userid': `AROALOCAL:${principal.sessionName}`,
          ...prefixed('aws:PrincipalTag/', principal.tags),
        }),
    ...keyContext(cloud, resource),
  };
}

function keyContext(cloud: Cloud, resource: string): ContextKeys {
  const key = cloud.keys.get(resource);
  if (!key) return {};
  return {
    'kms:CallerAccount': ACCOUNT,
    'kms:KeySpec': key.spec,
    'kms:ResourceAliases': key.aliases,
    ...prefixed('aws:ResourceTag/', key.tags),
  };
}

export function prefixed(prefix: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}${key}`, value]));
}

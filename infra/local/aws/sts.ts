// STS: a role's session assumes another role, with session tags. The trust policy decides, and so does the caller's
// own policy; what the session may do later is decided call by call.
import { ACCOUNT, type Cloud } from '../cloud.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { SessionPrincipal } from './contract.ts';
import type { CredentialIssuer } from './credentials.ts';
import { members, type QueryService } from './query-service.ts';
import { prefixed, principalArn } from './request-context.ts';
import { unsupported } from './service-call.ts';
import type { XmlElement } from './xml.ts';

const invalid = (message: string) => new AwsError('ValidationError', message);
const ABSENT = [
  'Policy',
  'PolicyArns.member.1.arn',
  'TransitiveTagKeys.member.1',
  'SourceIdentity',
  'SerialNumber',
];

export function createSts(cloud: Cloud, access: Authorizer, issuer: CredentialIssuer): QueryService {
  return {
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: {
      GetCallerIdentity: (_form, caller) => [
        ['Arn', principalArn(caller)],
        ['UserId', `AROALOCAL:${caller.sessionName}`],
        ['Account', ACCOUNT],
      ],
      AssumeRole: async (form, caller) => {
        for (const name of ABSENT) if (form.has(name)) throw unsupported('STS', `AssumeRole with ${name}`);
        const roleArn = form.get('RoleArn') ?? '';
        const sessionName = form.get('RoleSessionName') ?? '';
        const seconds = Number(form.get('DurationSeconds') ?? 3600);
        const tags = readTags(form);
        if (!/^[\w+=,.@-]{2,64}$/.test(sessionName))
          throw invalid('RoleSessionName is missing or malformed.');
        if (!(seconds >= 900)) throw invalid('DurationSeconds must be at least 900.');
        if (seconds > 3600)
          throw invalid(
            'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
          );
        await decide(access, caller, roleArn, sessionName, tags);
        const session: SessionPrincipal = { kind: 'session', roleArn, sessionName, tags };
        if (!cloud.roles.has(roleArn)) throw new AwsError('AccessDenied', `${roleArn} does not exist.`, 403);
        const credentials = issuer.issue({ roleArn, sessionName, tags }, seconds);
        return answer(session, credentials);
      },
    },
  };
}

async function decide(
  access: Authorizer,
  caller: SessionPrincipal,
  roleArn: string,
  sessionName: string,
  tags: Record<string, string>,
): Promise<void> {
  const tagged = Object.keys(tags).length > 0;
  const context = {
    'sts:RoleSessionName': sessionName,
    ...prefixed('aws:RequestTag/', tags),
    ...(tagged ? { 'aws:TagKeys': Object.keys(tags) } : {}),
  };
  await access.require(caller, 'sts:AssumeRole', roleArn, context);
  if (tagged) await access.require(caller, 'sts:TagSession', roleArn, context);
}

function readTags(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const { Key = '', Value = '' } of members(form, 'Tags')) {
    if (
      !/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(Key) ||
      !/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(Value)
    )
      throw invalid(`The session tag ${JSON.stringify(Key)} is malformed.`);
    if (Object.keys(tags).some((known) => known.toLowerCase() === Key.toLowerCase()))
      throw new AwsError('InvalidParameterValue', 'Duplicate tag keys found.');
    tags[Key] = Value;
  }
  return tags;
}

function answer(session: SessionPrincipal, credentials: ReturnType<CredentialIssuer['issue']>): XmlElement[] {
  return [
    [
      'Credentials',
      [
        ['AccessKeyId', credentials.accessKeyId],
        ['SecretAccessKey', credentials.secretAccessKey],
        ['SessionToken', credentials.sessionToken],
        ['Expiration', credentials.expiration.toISOString()],
      ],
    ],
    [
      'AssumedRoleUser',
      [
        ['AssumedRoleId', `AROALOCAL:${session.sessionName}`],
        ['Arn', principalArn(session)],
      ],
    ],
    ['PackedPolicySize', 1],
  ];
}

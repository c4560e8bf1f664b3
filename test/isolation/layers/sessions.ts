// Sessions as the code takes them, and what is reached by one: a table, whosever it is, the keys, an object.
import type { TenantId } from '@layan/domain/kernel/ids';
import type { Audience, FunctionName } from '@layan/infra/constructs/names';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { jsonService } from '@layan/storage/aws/json-service';
import type { AwsSettings } from '@layan/storage/aws/settings';
import { signedCall } from '@layan/storage/aws/signed-call';
import {
  type SessionCredentials,
  type TenantSession,
  tenantSession,
} from '@layan/storage/aws/tenant-session';
import { objectKey } from '@layan/storage/scans/bucket';
import { viewLink } from '@layan/storage/scans/view-link';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openTable, type Table } from '@layan/storage/table/table';
import { type Lab, names } from './lab.ts';

export const sessionOf = (
  lab: Lab,
  {
    fn,
    audience,
    tenant,
  }: { readonly fn: FunctionName; readonly audience: Audience; readonly tenant: TenantId },
) => {
  const settings = lab.settingsOf(fn);
  return {
    settings,
    session: tenantSession(settings, { roleArn: names.dataRoleArn(audience), tenant, clock }),
  };
};

interface Session {
  readonly settings: AwsSettings;
  readonly session: TenantSession;
}

export const tableBy = ({ settings, session }: Session, of: TenantId): Table =>
  openTable(
    dynamoClient(settings, () => session.credentials()),
    names.tenantTable(of),
  );

export const kmsBy = ({ settings, session }: Session) =>
  jsonService(settings, 'kms', () => session.credentials());

/** A scan of the neighbour’s claim, looked for below the prefix of a tenant. */
export async function scanBy({ settings, session }: Session, lab: Lab, below: TenantId): Promise<string> {
  const { receipt, documentId } = lab.neighbour;
  const bucket = { name: names.documentsBucket, tenant: below };
  const key = objectKey(bucket, 'accepted', receipt.caseId, documentId);
  const link = await viewLink({ settings, session, clock, bucket }, key, {
    contentType: 'image/png',
    fileName: 'ktp.png',
  });
  const answer = await fetch(link);
  const text = await answer.text();
  return answer.status === 200 ? `200 ${text}` : `${answer.status} | ${lab.lastRefusal()}`;
}

/** A function that asks for a role with whatever tags. */
export async function assumed(
  settings: AwsSettings,
  audience: Audience,
  tags: Readonly<Record<string, string>>,
): Promise<TenantSession> {
  const form = new URLSearchParams({
    ...{ Action: 'AssumeRole', Version: '2011-06-15', RoleSessionName: 'uji' },
    RoleArn: names.dataRoleArn(audience),
    ...Object.fromEntries(
      Object.entries(tags).flatMap(([name, value], at) => [
        [`Tags.member.${at + 1}.Key`, name],
        [`Tags.member.${at + 1}.Value`, value],
      ]),
    ),
  });
  const { status, text } = await signedCall(settings, {
    service: 'sts',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    credentials: settings.credentials,
  });
  if (status !== 200) throw new Error(`The session was not given: ${status} AccessDenied`);
  const read = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1] ?? '';
  const credentials: SessionCredentials = {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
    expiration: new Date(read('Expiration')),
  };
  return { credentials: async () => credentials };
}

/** No session at all: a function’s own credentials. */
export const bare = (settings: AwsSettings): Session => ({
  settings,
  session: {
    credentials: async () => ({ ...settings.credentials, expiration: new Date(Date.now() + 3_600_000) }),
  },
});

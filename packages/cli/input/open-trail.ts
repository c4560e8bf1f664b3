// The audit trail of a tenant, opened with the rights of an auditor: the caller's own credentials become the role that may
// read it, in a session of that tenant alone.

import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { type AwsSettings, awsSettings } from '@layan/storage/aws/settings';
import { tenantSession } from '@layan/storage/aws/tenant-session';
import { sealFiles } from '@layan/storage/seals/seal-files';
import { numberIn, sealNames } from '@layan/storage/seals/seal-names';
import { keptSigningKeys, signingKeys } from '@layan/storage/signing-keys';
import { systemClock } from '@layan/storage/surroundings';
import { openTable } from '@layan/storage/table/table';
import { trail } from '@layan/storage/trail';
import * as z from 'zod/mini';
import type { OpenTrail } from '../surroundings.ts';

const REGION = 'ap-southeast-3';
const ROLE = /^arn:aws:iam::(\d{12}):role\/layan-([a-z][a-z0-9]{1,11})-data-auditor$/;
const LOCAL_ROLE = 'arn:aws:iam::000000000000:role/layan-local-data-auditor';

/** As AWS hands them to a container. */
const Given = z.object({ AccessKeyId: z.string(), SecretAccessKey: z.string(), Token: z.string() });

/** From the environment; or, on one machine, from the host that runs there. */
async function settingsFor(endpoint: string | undefined): Promise<AwsSettings | undefined> {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  const place = { AWS_REGION: REGION, ...(endpoint === undefined ? {} : { AWS_ENDPOINT_URL: endpoint }) };
  if (AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY)
    return awsSettings({
      ...place,
      AWS_ACCESS_KEY_ID,
      AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { AWS_SESSION_TOKEN } : {}),
    });
  if (endpoint === undefined || !/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/?$/.test(endpoint))
    return undefined;
  const answer = await fetch(new URL('/operator-credentials', endpoint)).catch(() => undefined);
  const given = Given.safeParse(await answer?.json().catch(() => undefined));
  if (!given.success) return undefined;
  const { AccessKeyId, SecretAccessKey, Token } = given.data;
  return awsSettings({
    ...place,
    AWS_ACCESS_KEY_ID: AccessKeyId,
    AWS_SECRET_ACCESS_KEY: SecretAccessKey,
    AWS_SESSION_TOKEN: Token,
  });
}

export const openTrail: OpenTrail = async ({ tenant, role, endpoint }) => {
  const roleArn = role ?? (endpoint === undefined ? '' : LOCAL_ROLE);
  const [, account, stage] = ROLE.exec(roleArn) ?? [];
  if (account === undefined || stage === undefined) return 'role-unfit';
  const clock = systemClock;
  const settings = await settingsFor(endpoint);
  if (!settings) return 'no-credentials';
  const session = tenantSession(settings, { roleArn, tenant, clock });
  const table = openTable(
    dynamoClient(settings, () => session.credentials()),
    `layan.${stage}.${tenant}`,
  );
  const files = { settings, session, bucket: { name: `layan-${stage}-seals-${account}`, tenant } };
  return {
    tenant,
    clock,
    trail: trail(table),
    sealFiles: sealFiles(files),
    signingKeys: signingKeys(keptSigningKeys(table, clock)),
    async *listed() {
      for await (const names of sealNames(files)) yield names.map(numberIn);
    },
  };
};

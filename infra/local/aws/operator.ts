// Whoever sits at this machine. In the cloud that is a person's own role, which no stack of ours makes; what it may become
// the stacks say by its name. Its credentials are given out as AWS gives them to a container.
import type { ServerResponse } from 'node:http';
import { ACCOUNT, type Cloud, type Role } from '../cloud.ts';
import { sendJson } from './answers.ts';
import type { CredentialIssuer } from './credentials.ts';
import type { RequestHead } from './sigv4.ts';

const NAME = 'layan-local-operator';
export const OPERATOR_ARN = `arn:aws:iam::${ACCOUNT}:role/${NAME}`;
export const OPERATOR_CREDENTIALS = '/operator-credentials';
const SECONDS = 3600;

const operator: Role = {
  arn: OPERATOR_ARN,
  name: NAME,
  trust: { Version: '2012-10-17', Statement: [] },
  policies: [
    {
      name: 'own',
      document: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Resource: `arn:aws:iam::${ACCOUNT}:role/layan-local-data-auditor`,
          },
        ],
      },
    },
  ],
};

export const admitOperator = (cloud: Cloud): void => void cloud.roles.set(OPERATOR_ARN, operator);

/** Answers the one unsigned request there is; false when it is another, or nobody was admitted. */
export function giveCredentials(
  cloud: Cloud,
  issuer: CredentialIssuer,
  head: RequestHead,
  response: ServerResponse,
): boolean {
  if (head.method !== 'GET' || head.path !== OPERATOR_CREDENTIALS || !cloud.roles.has(OPERATOR_ARN))
    return false;
  const session = { roleArn: OPERATOR_ARN, sessionName: 'operator', tags: {} };
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = issuer.issue(session, SECONDS);
  sendJson(
    response,
    {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      Token: sessionToken,
      Expiration: expiration.toISOString(),
    },
    '1.1',
  );
  return true;
}

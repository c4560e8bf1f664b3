// Cognito user pools, their clients and groups. Their users live in the Cognito service, their sign-in in identity/.
import * as z from 'zod';
import { ACCOUNT, REGION, type UserPool } from '../../cloud.ts';
import { type Here, kind } from '../kind.ts';

const Invitations = z
  .looseObject({
    InviteMessageTemplate: z.looseObject({ EmailSubject: z.string(), EmailMessage: z.string() }).optional(),
  })
  .optional();

export const userPool = kind({
  type: 'AWS::Cognito::UserPool',
  properties: z.looseObject({ UserPoolName: z.string().optional(), AdminCreateUserConfig: Invitations }),
  put({ UserPoolName, AdminCreateUserConfig }, here) {
    const id = here.previous?.physicalId ?? here.services.cognito.newPoolId();
    const arn = `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${id}`;
    const providerUrl = here.issuer(id);
    const clients = here.cloud.pools.get(arn)?.clients ?? [];
    const template = AdminCreateUserConfig?.InviteMessageTemplate;
    const invitation = template && { subject: template.EmailSubject, body: template.EmailMessage };
    const name = UserPoolName ?? here.name();
    here.cloud.pools.set(arn, { id, arn, name, providerUrl, clients, ...(invitation && { invitation }) });
    const providerName = providerUrl.replace(/^https?:\/\//, '');
    return {
      physicalId: id,
      attributes: { Arn: arn, UserPoolId: id, ProviderURL: providerUrl, ProviderName: providerName },
    };
  },
  remove(made, here) {
    here.services.cognito.deletePool(made.physicalId);
    here.cloud.pools.delete(made.attributes.Arn ?? '');
  },
});

export const userPoolClient = kind({
  type: 'AWS::Cognito::UserPoolClient',
  properties: z.looseObject({
    UserPoolId: z.string(),
    ClientName: z.string().optional(),
    CallbackURLs: z.array(z.string()).default([]),
    LogoutURLs: z.array(z.string()).default([]),
    AllowedOAuthScopes: z.array(z.string()).default([]),
    AllowedOAuthFlows: z.array(z.literal('code')).default(['code']),
    GenerateSecret: z.literal(false).optional(),
    RefreshTokenRotation: z.looseObject({ Feature: z.enum(['ENABLED', 'DISABLED']) }).optional(),
  }),
  fixed: ['UserPoolId'],
  put(properties, here) {
    const pool = poolOf(properties.UserPoolId, here);
    const id = here.previous?.physicalId ?? here.services.cognito.newClientId();
    const client = {
      id,
      name: properties.ClientName ?? here.name(),
      callbackUrls: properties.CallbackURLs,
      logoutUrls: properties.LogoutURLs,
      scopes: properties.AllowedOAuthScopes,
      rotates: properties.RefreshTokenRotation?.Feature === 'ENABLED',
    };
    const others = pool.clients.filter((each) => each.id !== id);
    here.cloud.pools.set(pool.arn, { ...pool, clients: [...others, client] });
    return { physicalId: id, attributes: { ClientId: id, Name: client.name } };
  },
  remove(made, here) {
    for (const pool of here.cloud.pools.values())
      here.cloud.pools.set(pool.arn, {
        ...pool,
        clients: pool.clients.filter(({ id }) => id !== made.physicalId),
      });
  },
});

export const userPoolDomain = kind({
  type: 'AWS::Cognito::UserPoolDomain',
  properties: z.looseObject({ Domain: z.string(), UserPoolId: z.string() }),
  put: ({ Domain }) => ({ physicalId: Domain, attributes: {} }),
});

function poolOf(id: string, here: Here): UserPool {
  const pool = [...here.cloud.pools.values()].find((each) => each.id === id);
  if (!pool) throw new Error(`The user pool ${id} does not exist.`);
  return pool;
}

// OpenID Connect for one user pool, with access tokens as Cognito's: the same claims, the same public key set.
import Provider, { type AdapterFactory, type KoaContextWithOIDC } from 'oidc-provider';
import type { PoolManagement } from '../aws/contract.ts';
import type { UserPool } from '../cloud.ts';
import type { Secrets } from './keys.ts';

/** The one thing tokens are for. Cognito's access tokens name no audience; this provider insists on one. */
const audience = 'urn:layan:api';
const hour = 3600;

export function createProvider(
  pool: UserPool,
  users: Pick<PoolManagement, 'findUser'>,
  secrets: Secrets,
  adapter: AdapterFactory,
): Provider {
  const find = (sub: string | undefined) => {
    const user = sub === undefined ? undefined : users.findUser(pool.id, sub);
    return user?.enabled ? user : undefined;
  };
  const path = `/${pool.id}`;
  const cookie = { path, signed: true, httpOnly: true, sameSite: 'lax' } as const;
  const provider = new Provider(pool.providerUrl, {
    adapter,
    clients: pool.clients.map((client) => ({
      client_id: client.id,
      client_name: client.name,
      application_type: 'web',
      token_endpoint_auth_method: 'none',
      redirect_uris: [...client.callbackUrls],
      post_logout_redirect_uris: [...client.logoutUrls],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      scope: ['openid', ...client.scopes.filter((scope) => scope !== 'openid')].join(' '),
      id_token_signed_response_alg: 'ES256',
    })),
    jwks: { keys: [{ ...secrets.signing, kid: secrets.keyId, alg: 'ES256', use: 'sig' }] },
    // All that Cognito has, so that one which the client may not ask for is refused and not overlooked.
    scopes: ['openid', 'email', 'profile', 'phone'],
    claims: { openid: ['sub', 'cognito:groups'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: (ctx) =>
      pool.clients.some(({ id, rotates }) => id === ctx.oidc.client?.clientId && rotates),
    issueRefreshToken: async () => true,
    cookies: {
      keys: [secrets.cookies],
      names: { session: `session-${pool.id}`, interaction: 'interaction', resume: 'resume' },
      long: cookie,
      short: { ...cookie, path: undefined },
    },
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      userinfo: '/oauth2/userInfo',
      revocation: '/oauth2/revoke',
      end_session: '/logout',
      jwks: '/.well-known/jwks.json',
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 120,
      Grant: 30 * 24 * hour,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: 30 * 24 * hour,
      Session: 12 * hour,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid email profile',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: hour,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (ctx, _token, parts) => {
          parts.payload.scope = ctx.oidc.grant?.getOIDCScope() ?? 'openid';
        },
      },
    },
    extraTokenClaims: (_ctx, token) => {
      const user = 'accountId' in token ? find(token.accountId) : undefined;
      return {
        token_use: 'access',
        ...(user && { username: user.username, 'cognito:groups': [...user.groups] }),
      };
    },
    clientBasedCORS: (_ctx, origin, client) =>
      (client.redirectUris ?? []).some((address) => new URL(address).origin === origin),
    interactions: { url: (_ctx, interaction) => `${path}/sign-in/${interaction.uid}` },
    loadExistingGrant: async (ctx) => grantEverything(ctx),
    findAccount: (_ctx, sub) => {
      const user = find(sub);
      if (!user) return undefined;
      const { email, name } = user.attributes;
      const groups = [...user.groups];
      const claims = { sub, email, email_verified: true, name, 'cognito:groups': groups };
      return { accountId: sub, claims: () => claims };
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error_description ?? out.error);
    },
  });
  provider.on('server_error', (_ctx, error) => console.error('Signing in:', error));
  return provider;
}

/** The clients are ours: nobody is asked whether they may know who signed in. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(client.scope ?? 'openid');
  grant.addResourceScope(audience, client.scope ?? 'openid');
  await grant.save();
  return grant;
}

/** Signing out needs no second question. */
function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = `<!doctype html><html lang="id"><title>Keluar</title>${form}<button form="op.logoutForm" name="logout" value="yes" autofocus>Keluar dari Layan</button></html>`;
}

function errorPage(reason: string): string {
  const safe = reason.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="id"><meta name="viewport" content="width=device-width"><title>Layan</title><h1>Belum bisa masuk</h1><p>Buka lagi halaman masuk dari konsol Layan.</p><p><small>${safe}</small></p></html>`;
}

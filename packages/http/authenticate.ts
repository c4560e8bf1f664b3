// Verifies access tokens of the user pools: Cognito in the cloud, the local provider on one machine, by the same code.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';

export interface Identity {
  /** `sub` of the token: the staff id. */
  readonly subject: string;
  readonly groups: readonly string[];
  readonly expiresAt: number;
}

export type TokenRefusal = 'token-missing' | 'token-expired' | 'token-invalid';

export type VerifyToken = (authorization: string | undefined) => Promise<Result<Identity, TokenRefusal>>;

const Claims = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(128)),
  token_use: z.literal('access'),
  client_id: z.string(),
  exp: z.number(),
  'cognito:groups': z._default(z.array(z.string()), []),
});

const REMEMBERED = 500;

const refusalOf = (error: unknown): TokenRefusal =>
  error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid';

/**
 * A verifier for one pool and one client. A verified token is remembered until it expires, so that a busy
 * console costs one signature check an hour.
 * @throws when the key set cannot be fetched (a fault, not a bad token)
 */
export function createTokenVerifier(pool: {
  issuer: string;
  clientId: string;
  keys?: JWTVerifyGetKey;
  now?: () => number;
}): VerifyToken {
  const keys = pool.keys ?? createRemoteJWKSet(new URL(`${pool.issuer}/.well-known/jwks.json`));
  const now = pool.now ?? Date.now;
  const remembered = new Map<string, Identity>();

  const verify = async (token: string): Promise<Result<Identity, TokenRefusal>> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: pool.issuer,
        algorithms: ['RS256', 'ES256'],
        clockTolerance: 30,
        currentDate: new Date(now()),
      });
      const claims = Claims.safeParse(payload);
      if (!claims.success || claims.data.client_id !== pool.clientId) return err('token-invalid');
      const { sub, exp } = claims.data;
      return ok({ subject: sub, groups: claims.data['cognito:groups'], expiresAt: exp * 1000 });
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
      return err(refusalOf(error));
    }
  };

  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return err(authorization === undefined ? 'token-missing' : 'token-invalid');
    const known = remembered.get(token);
    if (known !== undefined) {
      if (known.expiresAt > now()) return ok(known);
      remembered.delete(token);
      return err('token-expired');
    }
    const verified = await verify(token);
    if (verified.ok) {
      const oldest = remembered.size >= REMEMBERED ? remembered.keys().next().value : undefined;
      if (oldest !== undefined) remembered.delete(oldest);
      remembered.set(token, verified.value);
    }
    return verified;
  };
}

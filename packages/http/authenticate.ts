// Verifies access tokens of the user pools: Cognito in the cloud, the local provider on one machine, by the same code.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import * as z from 'zod/mini';

export interface Identity {
  /** `sub` of the token: the staff id. */
  readonly subject: string;
  readonly groups: readonly string[];
  readonly expiresAt: number;
  /** When the token was made, milliseconds since 1970. */
  readonly issuedAt: number;
}

export type TokenRefusal = 'token-missing' | 'token-expired' | 'token-invalid';

export type VerifyToken = (authorization: string | undefined) => Promise<Result<Identity, TokenRefusal>>;

const Claims = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(128)),
  token_use: z.literal('access'),
  client_id: z.string(),
  exp: z.number(),
  iat: z.number(),
  'cognito:groups': z._default(z.array(z.string()), []),
});

const REMEMBERED = 500;
/** A key that its issuer withdraws stops opening the door within this time, also to tokens known before. */
const REMEMBERED_MS = 5 * 60_000;
/** How far the clocks of issuer and verifier may be apart. */
const SKEW_SECONDS = 30;
/** Access tokens of ours have about a kilobyte; what is much longer is not worth reading. */
const LONGEST = 8192;

interface Remembered {
  readonly identity: Identity;
  readonly until: number;
}

/** The key set did not answer, or not with keys: nothing is said about the token. */
const isFault = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code);

const refusalOf = (error: unknown): TokenRefusal =>
  error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid';

/**
 * A verifier for one pool and one client. A verified token is remembered for minutes and never beyond its own end, so
 * that a busy console costs a signature check now and then.
 * @throws when the key set cannot be fetched (a fault, not a bad token)
 */
export function createTokenVerifier(pool: {
  issuer: string;
  clientId: string;
  keys?: JWTVerifyGetKey;
  /** How the published keys are fetched. */
  fetch?: FetchImplementation;
  now?: () => number;
}): VerifyToken {
  const keys =
    pool.keys ??
    createRemoteJWKSet(
      new URL(`${pool.issuer}/.well-known/jwks.json`),
      pool.fetch && { [customFetch]: pool.fetch },
    );
  const now = pool.now ?? Date.now;
  const remembered = new Map<string, Remembered>();

  const verify = async (token: string): Promise<Result<Identity, TokenRefusal>> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: pool.issuer,
        algorithms: ['RS256', 'ES256'],
        clockTolerance: SKEW_SECONDS,
        currentDate: new Date(now()),
      });
      const claims = Claims.safeParse(payload);
      if (!claims.success || claims.data.client_id !== pool.clientId) return err('token-invalid');
      const { sub, exp, iat } = claims.data;
      if (iat * 1000 > now() + SKEW_SECONDS * 1000) return err('token-invalid');
      const times = { expiresAt: exp * 1000, issuedAt: iat * 1000 };
      return ok({ subject: sub, groups: claims.data['cognito:groups'], ...times });
    } catch (error) {
      if (isFault(error)) throw error;
      return err(refusalOf(error));
    }
  };

  const remember = (token: string, identity: Identity): void => {
    const oldest = remembered.size >= REMEMBERED ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    // The same allowance as at the first look, so that one token gets one answer at one moment.
    const until = Math.min(identity.expiresAt + SKEW_SECONDS * 1000, now() + REMEMBERED_MS);
    remembered.set(token, { identity, until });
  };

  return async (authorization) => {
    if (authorization === undefined) return err('token-missing');
    const token =
      authorization.length > LONGEST
        ? undefined
        : /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    if (token === undefined) return err('token-invalid');
    const known = remembered.get(token);
    if (known !== undefined && known.until > now()) return ok(known.identity);
    remembered.delete(token);
    const verified = await verify(token);
    if (verified.ok) remember(token, verified.value);
    return verified;
  };
}

// Who signed: the key must be one this host issued, its session alive, the clock close, the scope ours, and the
// signature right. Every refusal has the code that the service's own protocol would use.
import { REGION } from '../cloud.ts';
import { AwsError } from './aws-error.ts';
import type { SessionPrincipal } from './contract.ts';
import type { Claims, CredentialIssuer } from './credentials.ts';
import {
  type RequestHead,
  requestHolds,
  type Signature,
  textHolds,
  timeOf,
  unsignedHeaders,
} from './sigv4.ts';

const SKEW_MS = 15 * 60_000;

type Refusal = 'unsigned' | 'malformed' | 'unknownKey' | 'badToken' | 'expiredToken' | 'skewed' | 'mismatch';
export type Protocol = 'json' | 'query' | 'rest-json' | 's3';

const CODES = {
  unsigned: {
    s3: 'AccessDenied',
    query: 'MissingAuthenticationToken',
    json: 'MissingAuthenticationTokenException',
  },
  malformed: {
    s3: 'AuthorizationHeaderMalformed',
    query: 'IncompleteSignature',
    json: 'IncompleteSignatureException',
  },
  unknownKey: {
    s3: 'InvalidAccessKeyId',
    query: 'InvalidClientTokenId',
    json: 'UnrecognizedClientException',
  },
  badToken: { s3: 'InvalidToken', query: 'InvalidClientTokenId', json: 'UnrecognizedClientException' },
  expiredToken: { s3: 'ExpiredToken', query: 'ExpiredToken', json: 'ExpiredTokenException' },
  skewed: { s3: 'RequestTimeTooSkewed', query: 'SignatureDoesNotMatch', json: 'InvalidSignatureException' },
  mismatch: {
    s3: 'SignatureDoesNotMatch',
    query: 'SignatureDoesNotMatch',
    json: 'InvalidSignatureException',
  },
} satisfies Record<Refusal, Record<'s3' | 'query' | 'json', string>>;

export function refuse(protocol: Protocol, refusal: Refusal, message: string): AwsError {
  const family = protocol === 'rest-json' ? 'json' : protocol;
  const badRequest = protocol === 'json' || (protocol === 's3' && /Malformed|Token$/.test(CODES[refusal].s3));
  return new AwsError(CODES[refusal][family], message, badRequest ? 400 : 403);
}

export interface Authenticator {
  request(head: RequestHead, signature: Signature, protocol: Protocol, payloadHash: string): SessionPrincipal;
  /** A browser form: the signature is over the policy text. */
  form(signature: Signature, policy: string): SessionPrincipal;
}

export function createAuthenticator(issuer: CredentialIssuer, clock: () => Date): Authenticator {
  const claimsOf = (signature: Signature, protocol: Protocol): Claims => {
    const { accessKeyId, sessionToken, scope } = signature;
    if (scope.region !== REGION)
      throw refuse(protocol, 'malformed', `Credential should be scoped to the region ${REGION}.`);
    if (sessionToken === undefined)
      throw refuse(protocol, 'unknownKey', `The access key ${accessKeyId} is not known to this host.`);
    const claims = issuer.open(sessionToken);
    if (!claims || claims.accessKeyId !== accessKeyId)
      throw refuse(protocol, 'badToken', 'The security token included in the request is invalid.');
    return claims;
  };
  const principalOf = (claims: Claims, protocol: Protocol): SessionPrincipal => {
    if (claims.expires <= clock().getTime())
      throw refuse(protocol, 'expiredToken', 'The security token included in the request is expired.');
    return { kind: 'session', roleArn: claims.roleArn, sessionName: claims.sessionName, tags: claims.tags };
  };
  const mismatch = (protocol: Protocol) =>
    refuse(
      protocol,
      'mismatch',
      'The request signature we calculated does not match the signature you provided.',
    );

  return {
    request: (head, signature, protocol, payloadHash) => {
      const claims = claimsOf(signature, protocol);
      const unsigned = unsignedHeaders(head, signature);
      if (unsigned.length > 0)
        throw new AwsError(
          CODES.unsigned[protocol === 'rest-json' ? 'json' : protocol],
          `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
          403,
        );
      if (!requestHolds(head, signature, issuer.secretOf(signature.accessKeyId), payloadHash))
        throw mismatch(protocol);
      checkTime(signature, protocol, clock().getTime());
      return principalOf(claims, protocol);
    },
    form: (signature, policy) => {
      const claims = claimsOf(signature, 's3');
      if (!textHolds(policy, signature, issuer.secretOf(signature.accessKeyId))) throw mismatch('s3');
      return principalOf(claims, 's3');
    },
  };
}

function checkTime(signature: Signature, protocol: Protocol, now: number): void {
  const signedAt = timeOf(signature);
  if (signature.expiresSeconds === undefined) {
    if (!(Math.abs(now - signedAt) <= SKEW_MS))
      throw refuse(
        protocol,
        'skewed',
        'The difference between the request time and the current time is too large.',
      );
    return;
  }
  if (now > signedAt + signature.expiresSeconds * 1000)
    throw new AwsError('AccessDenied', 'Request has expired', 403);
  if (signedAt > now + SKEW_MS) throw new AwsError('AccessDenied', 'Request is not yet valid', 403);
}

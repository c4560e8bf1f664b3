// Signs somebody in as a browser would, by the authorization code flow with PKCE: for seeding and for tests.
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

export interface CodeFlow {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope?: string;
  /** What is sent to the sign-in page: `{ demo }`, or `{ login, password }` and what else it asks for. */
  readonly form: Readonly<Record<string, string>>;
}

const Tokens = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
});
export type Tokens = z.infer<typeof Tokens>;

/** Throws when the sign-in page turns the person away. */
export async function signIn(flow: CodeFlow): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url');
  const start = new URL(`${flow.issuer}/oauth2/authorize`);
  start.search = new URLSearchParams({
    client_id: flow.clientId,
    redirect_uri: flow.redirectUri,
    response_type: 'code',
    scope: flow.scope ?? 'openid email',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: randomBytes(8).toString('hex'),
  }).toString();
  const code = await walk(start.href, flow);
  return exchange(flow, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: flow.redirectUri,
    code_verifier: verifier,
  });
}

export async function refresh(
  flow: Pick<CodeFlow, 'issuer' | 'clientId'>,
  refreshToken: string,
): Promise<Tokens> {
  return exchange(flow, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

async function exchange(
  { issuer, clientId }: Pick<CodeFlow, 'issuer' | 'clientId'>,
  grant: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const body = new URLSearchParams({ client_id: clientId, ...grant });
  const answer = await fetch(`${issuer}/oauth2/token`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`The token was refused: ${await answer.text()}`);
  return Tokens.parse(await answer.json());
}

async function walk(start: string, flow: CodeFlow): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  for (let step = 0; step < 10; step += 1) {
    const isForm = address.includes('/sign-in/');
    const answer = await fetch(address, {
      redirect: 'manual',
      method: isForm ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(isForm && { body: new URLSearchParams(flow.form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null)
      throw new Error(`Signing in ended with ${answer.status}: ${problemIn(await answer.text())}`);
    const target = new URL(next, address);
    if (!target.href.startsWith(flow.redirectUri)) {
      address = target.href;
      continue;
    }
    const code = target.searchParams.get('code');
    if (code === null) throw new Error(`Signing in ended with ${target.search}`);
    return code;
  }
  throw new Error('Signing in went in circles.');
}

function problemIn(page: string): string {
  const said = /role="alert">([^<]*)/.exec(page) ?? /<h1>([^<]*)/.exec(page);
  return said?.[1] ?? page.slice(0, 200);
}

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSession, returnAddress } from './session.ts';

const house = 'https://console.example';

describe('the address to go on with after signing in', () => {
  it.each(['/kotak/frontOffice', '/standar/ultpk/2?dari=daftar', '/'])(
    'is the one that was left: %s',
    (kept) => {
      expect(returnAddress(kept, house)).toBe(kept);
    },
  );

  it.each([
    'https://elsewhere.example/kotak',
    '//elsewhere.example/kotak',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    'http://',
  ])('cannot leave the house: %s', (kept) => {
    expect(returnAddress(kept, house)).toBe('/');
  });

  it('is the first page when nothing was left, and never the way back from the provider itself', () => {
    expect(returnAddress(null, house)).toBe('/');
    expect(returnAddress('/callback?code=x', house)).toBe('/');
    expect(returnAddress('/admin/callback?code=x', house)).toBe('/');
  });
});

describe('the door of the central admins', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('sends people to their own provider, and back to their own callback', async () => {
    const issuer = 'https://admin-issuer.example';
    const metadata = { issuer, authorization_endpoint: `${issuer}/authorize` };
    const network = vi.fn<typeof fetch>(
      async () => new Response(JSON.stringify(metadata), { headers: { 'content-type': 'application/json' } }),
    );
    vi.stubGlobal('fetch', network);
    const left: string[] = [];
    const assign = vi.spyOn(window.location, 'assign').mockImplementation((to) => void left.push(String(to)));
    void createSession({ issuer, clientId: 'client-2', callback: '/admin/callback' }).signIn();
    await vi.waitFor(() => expect(left).toHaveLength(1));
    assign.mockRestore();
    const { origin, searchParams } = new URL(left[0] ?? '');
    expect(origin).toBe(issuer);
    expect(searchParams.get('client_id')).toBe('client-2');
    expect(searchParams.get('nonce')).toMatch(/^[0-9a-f-]{36}$/);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('redirect_uri')).toBe(`${location.origin}/admin/callback`);
  });
});

describe('what the provider says', () => {
  const issuer = 'https://issuer.example';
  const clientId = 'client-1';
  const encoded = (part: object): string => btoa(JSON.stringify(part)).replaceAll('=', '');

  /** Leaves for the provider, and comes back with a code; the provider describes itself and its token as the test says. */
  const comeBack = async ({
    describedAs = issuer,
    claims = {},
  }: {
    describedAs?: string;
    claims?: object;
  }) => {
    const metadata = {
      issuer: describedAs,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
    };
    let nonce: string | null = null;
    vi.stubGlobal('fetch', async (address: string) => {
      const sub = 'someone';
      const said = { ...{ iss: issuer, aud: clientId, sub, nonce, exp: 4_000_000_000, iat: 1 }, ...claims };
      const token = { access_token: 'new', token_type: 'Bearer', expires_in: 900 };
      const body = String(address).includes('openid-configuration')
        ? metadata
        : { ...token, id_token: `${encoded({ alg: 'none' })}.${encoded(said)}.` };
      return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    });
    const session = createSession({ issuer, clientId });
    const left: string[] = [];
    const assign = vi.spyOn(location, 'assign').mockImplementation((to) => void left.push(String(to)));
    const refused = await Promise.race([session.signIn().catch((cause: unknown) => cause), gone(left)]);
    assign.mockRestore();
    if (refused !== undefined) throw refused;
    const asked = new URL(left[0] ?? '').searchParams;
    nonce = asked.get('nonce');
    history.replaceState(null, '', `/callback?code=one&state=${asked.get('state')}`);
    return { session, finished: await session.finishSignIn().catch((cause: unknown) => cause) };
  };
  /** A sign-in that leaves the page never ends by itself. */
  const gone = async (left: readonly string[]): Promise<undefined> => {
    await vi.waitFor(() => expect(left).toHaveLength(1));
  };

  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    vi.unstubAllGlobals();
    history.replaceState(null, '', '/');
  });

  it('signs in by its own token for this console', async () => {
    const { session, finished } = await comeBack({});
    expect(finished).toBe('/');
    expect(await session.token()).toBe('new');
  });

  it('is not heard when its description names another issuer', async () => {
    await expect(comeBack({ describedAs: 'https://elsewhere.example' })).rejects.toThrow('another issuer');
  });

  it.each([
    ['for another client', { aud: 'client-2' }],
    ['for several others', { aud: ['client-2', 'client-3'] }],
    ['by another issuer', { iss: 'https://elsewhere.example' }],
  ])('signs nobody in by a token issued %s', async (_, claims) => {
    const { session, finished } = await comeBack({ claims });
    expect(finished).toBeInstanceOf(Error);
    expect(await session.token()).toBeUndefined();
  });
});

describe('the token', () => {
  const issuer = 'https://issuer.example';
  const config = { apiUrl: 'https://api.example', issuer, clientId: 'client-1' };
  const network = vi.fn<typeof fetch>();

  const signedIn = (expiresAt: number): void => {
    const user = {
      access_token: 'old',
      refresh_token: 'refresh',
      token_type: 'Bearer',
      profile: { sub: 'someone', iss: issuer, aud: 'client-1', exp: 1, iat: 1 },
      expires_at: expiresAt,
    };
    sessionStorage.setItem(`oidc.user:${issuer}:client-1`, JSON.stringify(user));
  };
  const json = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const metadata = {
    issuer,
    token_endpoint: `${issuer}/token`,
    authorization_endpoint: `${issuer}/authorize`,
  };
  const provider = (token: () => Response): void => {
    network.mockImplementation(async (address) =>
      String(address).includes('openid-configuration') ? json(200, metadata) : token(),
    );
  };
  const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

  beforeEach(() => {
    sessionStorage.clear();
    network.mockReset();
    vi.stubGlobal('fetch', network);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is none when nobody is signed in', async () => {
    expect(await createSession(config).token()).toBeUndefined();
  });

  it('is used while it lasts, without asking anybody', async () => {
    signedIn(inSeconds(600));
    expect(await createSession(config).token()).toBe('old');
    expect(network).not.toHaveBeenCalled();
  });

  it('is renewed shortly before it ends, once for everybody who asks', async () => {
    signedIn(inSeconds(30));
    provider(() => json(200, { access_token: 'new', token_type: 'Bearer', expires_in: 900 }));
    const session = createSession(config);
    expect(await Promise.all([session.token(), session.token()])).toEqual(['new', 'new']);
    expect(network.mock.calls.filter(([address]) => String(address).endsWith('/token'))).toHaveLength(1);
  });

  it('is none when the provider no longer knows the session', async () => {
    signedIn(inSeconds(30));
    provider(() => json(400, { error: 'invalid_grant' }));
    expect(await createSession(config).token()).toBeUndefined();
  });

  describe('of somebody who signs out', () => {
    const leave = async (answer: () => Promise<Response>) => {
      signedIn(inSeconds(600));
      const sent: string[] = [];
      network.mockImplementation(async (address, init) => {
        if (String(address).includes('openid-configuration'))
          return json(200, {
            ...metadata,
            revocation_endpoint: `${issuer}/revoke`,
            end_session_endpoint: `${issuer}/logout`,
          });
        sent.push(`${address} ${init?.body}`);
        return answer();
      });
      const left: string[] = [];
      const note = (to: string | URL) => void left.push(String(to));
      const assign = vi.spyOn(window.location, 'assign').mockImplementation(note);
      const replace = vi.spyOn(window.location, 'replace').mockImplementation(note);
      void createSession(config).signOut();
      await vi.waitFor(() => expect(left).toHaveLength(1));
      assign.mockRestore();
      replace.mockRestore();
      return { sent, left };
    };

    it('is taken back with the token that renews it, before the provider ends its session', async () => {
      const { sent, left } = await leave(async () => new Response(''));
      expect(sent).toHaveLength(1);
      expect(sent[0]).toContain(`${issuer}/revoke `);
      expect(sent[0]).toContain('token=refresh');
      expect(left[0]).toContain(`${issuer}/logout`);
      expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/refresh|old/);
    });

    it('keeps nobody from leaving when it cannot be taken back', async () => {
      const { left } = await leave(() => Promise.reject(new TypeError('failed to fetch')));
      expect(left[0]).toContain(`${issuer}/logout`);
    });
  });

  it('cannot be told without a connection: that does not sign anybody out', async () => {
    signedIn(inSeconds(30));
    network.mockRejectedValue(new TypeError('failed to fetch'));
    await expect(createSession(config).token()).rejects.toThrow();
  });
});

// Who is signed in: OpenID Connect with PKCE. Tokens stay in this tab and go with it.
import { ErrorTimeout, UserManager, WebStorageStateStore } from 'oidc-client-ts';

const RETURN_TO = 'layan.returnTo';
const CALLBACK = '/callback';

/** Staff and central admins come in by doors of their own. */
interface Door {
  readonly issuer: string;
  readonly clientId: string;
  /** Where the provider sends people back to. */
  readonly callback?: '/callback' | '/admin/callback';
}

export interface Session {
  /**
   * The access token, renewed when it is about to end; undefined when nobody is signed in.
   * @throws when it could not be asked for: being offline does not sign anybody out.
   */
  token(): Promise<string | undefined>;
  /** Leaves for the sign-in page; comes back to the present address. */
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Finishes signing in when this page load is the return from the provider; gives the address to go on with. */
  finishSignIn(): Promise<string | undefined>;
}

interface KnownSession extends Session {
  /** Who signed in, as the provider knows them. */
  person(): Promise<{ readonly id: string; readonly email?: string | undefined } | undefined>;
}

/** Where to go on after signing in: an address kept earlier, when it stays in this house. */
export function returnAddress(kept: string | null, origin: string): string {
  if (kept === null || !URL.canParse(kept, origin)) return '/';
  const { origin: house, pathname, search } = new URL(kept, origin);
  const stays = house === origin && !pathname.endsWith(CALLBACK) && !pathname.startsWith('//');
  return stays ? `${pathname}${search}` : '/';
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof ErrorTimeout;

export function createSession({ callback = CALLBACK, ...config }: Door): KnownSession {
  const users = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: `${location.origin}${callback}`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid email',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
    revokeTokenTypes: ['refresh_token'],
  });
  let renewal: Promise<string | undefined> | undefined;

  /** The library takes a provider's description as it comes: one that names another issuer is not this provider's. */
  const checkProvider = async (): Promise<void> => {
    if ((await users.metadataService.getIssuer()) !== config.issuer)
      throw new Error('The description of the provider names another issuer.');
  };

  const renew = async (): Promise<string | undefined> => {
    try {
      await checkProvider();
      return (await users.signinSilent())?.access_token;
    } catch (error) {
      if (isUnreachable(error)) throw error;
      return undefined;
    } finally {
      renewal = undefined;
    }
  };

  return {
    async token() {
      const user = await users.getUser();
      if (user === null) return undefined;
      if ((user.expires_in ?? 0) > 60) return user.access_token;
      renewal ??= renew();
      return renewal;
    },
    async signIn() {
      await checkProvider();
      sessionStorage.setItem(RETURN_TO, `${location.pathname}${location.search}`);
      await users.signinRedirect({ nonce: crypto.randomUUID() });
    },
    async signOut() {
      // Whoever cannot reach the provider just now leaves all the same.
      await users.revokeTokens().catch(() => undefined);
      sessionStorage.clear();
      await users.signoutRedirect({
        // Cognito ends a session by these two; the standard parameter alone is not enough for it.
        extraQueryParams: { client_id: config.clientId, logout_uri: `${location.origin}/` },
      });
    },
    async person() {
      const user = await users.getUser();
      return user === null ? undefined : { id: user.profile.sub, email: user.profile.email };
    },
    async finishSignIn() {
      if (location.pathname !== callback) return undefined;
      await checkProvider();
      const { profile } = await users.signinRedirectCallback();
      if (profile.iss !== config.issuer || ![profile.aud].flat().includes(config.clientId)) {
        await users.removeUser();
        throw new Error('The token was issued by or for somebody else.');
      }
      const target = sessionStorage.getItem(RETURN_TO);
      sessionStorage.removeItem(RETURN_TO);
      return returnAddress(target, location.origin);
    },
  };
}

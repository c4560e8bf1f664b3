// What the sign-in page's form does: decides who it is, and hands the answer to the provider.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { PoolManagement, PoolUser } from '../aws/contract.ts';
import type { UserPool } from '../cloud.ts';
import { messageOf } from '../json.ts';
import { readBody } from '../runtime/gateway.ts';
import type { DemoAccounts } from './demo-accounts.ts';
import { type SignInView, signInPage } from './sign-in-page.ts';

export interface SignInParts {
  readonly pool: UserPool;
  readonly provider: Provider;
  readonly users: Pick<PoolManagement, 'findUser' | 'checkPassword' | 'setPassword'>;
  readonly demo: Pick<DemoAccounts, 'of'>;
}

const wrong = 'Alamat surel atau kata sandi belum cocok. Periksa lagi, lalu coba sekali lagi.';

export async function handleSignIn(
  parts: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pool, provider, demo } = parts;
  const interaction = await provider.interactionDetails(request, response);
  const action = `/${pool.id}/sign-in/${interaction.uid}`;
  const show = async (more: Partial<SignInView> = {}) => {
    const page = await signInPage({
      action,
      title: titleOf(pool),
      accounts: demo.of(pool.id),
      login: '',
      ...more,
    });
    response.writeHead(more.problem === undefined ? 200 : 422, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    });
    response.end(page);
  };
  if (request.method !== 'POST') return show();
  const body = await readBody(request, 20_000);
  const form = new URLSearchParams(body?.toString('utf8') ?? '');
  const answer = decide(form, parts);
  if ('user' in answer) {
    const result = { login: { accountId: answer.user.sub, remember: false } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  return show(answer);
}

type Answer = { readonly user: PoolUser } | (Pick<SignInView, 'login'> & Partial<SignInView>);

function decide(form: URLSearchParams, { pool, users, demo }: SignInParts): Answer {
  const chosen = form.get('demo');
  if (chosen !== null) {
    const isDemo = demo.of(pool.id).some((account) => account.email === chosen);
    const user = isDemo ? users.findUser(pool.id, chosen) : undefined;
    return user?.enabled ? { user } : { login: '', problem: 'Akun ini sedang tidak aktif. Pilih akun lain.' };
  }
  const login = (form.get('login') ?? '').trim();
  const password = form.get('password') ?? '';
  const user = users.findUser(pool.id, login);
  if (!user?.enabled || !users.checkPassword(pool.id, login, password)) return { login, problem: wrong };
  if (user.status === 'CONFIRMED') return { user };
  const fresh = form.get('newPassword');
  if (fresh === null) return { login, temporaryPassword: password };
  if (fresh !== form.get('repeated'))
    return {
      login,
      temporaryPassword: password,
      problem: 'Kedua kata sandi belum sama. Tulis lagi keduanya.',
    };
  if (fresh.length < 15)
    return {
      login,
      temporaryPassword: password,
      problem: 'Kata sandi terlalu pendek. Pakai paling sedikit 15 tanda.',
    };
  try {
    users.setPassword(pool.id, login, fresh);
  } catch (error) {
    return {
      login,
      temporaryPassword: password,
      problem: `Kata sandi belum bisa dipakai: ${messageOf(error)}`,
    };
  }
  return { user };
}

function titleOf(pool: UserPool): string {
  return pool.name.endsWith('-admin') ? 'Masuk sebagai admin pusat' : 'Masuk sebagai petugas';
}

// Access tokens for API calls, by the ordinary sign-in: as a demo account, or by the invitation that came by mail.
import { type CodeFlow, signIn } from '@layan/infra/local/identity/code-flow';
import { exchange } from '@layan/infra/local/seed/call';

const PASSWORD = 'Sandi-Uji-9001!';

type Pool = Omit<CodeFlow, 'form'>;

async function poolOf(port: number, audience: 'staff' | 'admin'): Promise<Pool> {
  const console = `console.localhost:${port}`;
  const answer = await exchange({ port, host: console, method: 'GET', path: '/config.json' });
  const config: { issuer: string; clientId: string; admin: { issuer: string; clientId: string } } =
    JSON.parse(answer.text);
  return audience === 'staff'
    ? { issuer: config.issuer, clientId: config.clientId, redirectUri: `http://${console}/callback` }
    : { ...config.admin, redirectUri: `http://${console}/admin/callback` };
}

export async function tokenByDemo(port: number, audience: 'staff' | 'admin', email: string): Promise<string> {
  return (await signIn({ ...(await poolOf(port, audience)), form: { demo: email } })).access_token;
}

async function temporaryPassword(port: number, email: string): Promise<string> {
  const answer = await exchange({ port, host: `mail.localhost:${port}`, method: 'GET', path: '/mails.json' });
  const mails: { to: string[]; text: string }[] = JSON.parse(answer.text);
  const text = mails.find(({ to }) => to.includes(email))?.text ?? '';
  const password = /sementara\s+(\S+?),? lalu/.exec(text.replace(/\s+/g, ' '))?.[1];
  if (password === undefined) throw new Error(`No invitation for ${email} in:\n${JSON.stringify(mails)}`);
  return password;
}

/** Takes the temporary password of the invitation the first time, the chosen one afterwards. */
export async function tokenByInvitation(port: number, email: string): Promise<string> {
  const pool = await poolOf(port, 'staff');
  const known = await signIn({ ...pool, form: { login: email, password: PASSWORD } }).catch(() => undefined);
  if (known !== undefined) return known.access_token;
  const password = await temporaryPassword(port, email);
  const form = { login: email, password, newPassword: PASSWORD, repeated: PASSWORD };
  return (await signIn({ ...pool, form })).access_token;
}

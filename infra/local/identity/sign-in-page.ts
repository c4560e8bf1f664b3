// The sign-in page as people see it: demo accounts to pick from, or an e-mail address and a password.
import { html, raw } from 'hono/html';
import type { DemoAccount } from './demo-accounts.ts';

export interface SignInView {
  readonly action: string;
  /** Name of the pool, as in the template. */
  readonly title: string;
  readonly accounts: readonly DemoAccount[];
  readonly login: string;
  readonly problem?: string;
  /** Set once the temporary password was right and a new one is due. */
  readonly temporaryPassword?: string;
}

export async function signInPage(view: SignInView): Promise<string> {
  const body =
    view.temporaryPassword === undefined ? choose(view) : newPassword(view, view.temporaryPassword);
  return String(
    await html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.problem === undefined ? '' : 'Periksa lagi: '}Masuk · Layan</title>
${style}
</head>
<body>
<main>
<p class="brand">Layan</p>
${body}
</main>
</body>
</html>`,
  );
}

type Part = ReturnType<typeof html>;

function choose(view: SignInView): Part {
  return html`<h1>${view.title}</h1>
${problemOf(view)}
${view.accounts.length > 0 ? demo(view) : ''}
<section aria-labelledby="with-password">
<h2 id="with-password">Masuk dengan kata sandi</h2>
<form method="post" action="${view.action}">
<label for="login">Alamat surel</label>
<input id="login" name="login" type="email" autocomplete="username" required value="${view.login}">
<label for="password">Kata sandi</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<p class="hint">Baru diundang? Pakai kata sandi sementara dari surat undangan.</p>
<button>Masuk</button>
</form>
</section>`;
}

function demo(view: SignInView): Part {
  const rows = view.accounts.map(
    (account) => html`<li><form method="post" action="${view.action}">
<button class="account" name="demo" value="${account.email}"><span>${account.name}</span><small>${account.description}</small></button>
</form></li>`,
  );
  return html`<section aria-labelledby="demo">
<h2 id="demo">Akun contoh</h2>
<p class="hint">Hanya ada di komputer ini. Pilih satu untuk langsung masuk.</p>
<ul>${rows}</ul>
</section>`;
}

function newPassword(view: SignInView, temporary: string): Part {
  return html`<h1>Buat kata sandi Anda</h1>
<p>Kata sandi sementara sudah cocok. Sekarang buat kata sandi sendiri, paling sedikit 15 huruf, angka, spasi, atau tanda.</p>
${problemOf(view)}
<form method="post" action="${view.action}">
<input type="hidden" name="login" value="${view.login}">
<input type="hidden" name="password" value="${temporary}">
<label for="new-password">Kata sandi baru</label>
<input id="new-password" name="newPassword" type="password" autocomplete="new-password" minlength="12" required>
<label for="repeated">Ulangi kata sandi baru</label>
<input id="repeated" name="repeated" type="password" autocomplete="new-password" minlength="12" required>
<button>Simpan dan masuk</button>
</form>`;
}

function problemOf(view: SignInView): Part | '' {
  return view.problem === undefined ? '' : html`<p class="problem" role="alert">${view.problem}</p>`;
}

const style = raw(`<style>
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#1b2a32;background:#eef2f4}
main{max-width:27rem;margin:0 auto;padding:1.5rem 1rem 3rem}
.brand{font-weight:700;letter-spacing:.02em;color:#0b4f74;margin:0 0 .5rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.0625rem;margin:0 0 .5rem}
section{background:#fff;border:1px solid #d3dce1;border-radius:.75rem;padding:1.1rem;margin:0 0 1rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
input{width:100%;min-height:2.75rem;padding:.5rem .7rem;font:inherit;border:1px solid #6a7c87;border-radius:.4rem;background:#fff;color:inherit}
button{min-height:2.75rem;padding:.55rem 1.1rem;margin-top:.75rem;font:inherit;font-weight:600;color:#fff;background:#0b5c8a;border:1px solid #0b5c8a;border-radius:.4rem;cursor:pointer}
button:hover{background:#084666}
.account{width:100%;margin:0;text-align:left;color:inherit;background:#f6f9fa;border-color:#c4d0d7}
.account:hover{background:#e3eef4}
.account span,.account small{display:block}
.account small{font-weight:400;font-size:.9375rem;color:#455862}
.hint{color:#455862;font-size:.9375rem;margin:.25rem 0 .75rem}
.problem{border-left:.3rem solid #a3271f;background:#fdf1f0;padding:.7rem .9rem;margin:0 0 1rem}
:focus-visible{outline:3px solid #0b5c8a;outline-offset:2px}
</style>`);

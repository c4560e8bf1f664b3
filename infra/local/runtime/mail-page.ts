// Shows the mail that left the system and went nowhere: a list and one mail, readable on a phone.
import { html, raw } from 'hono/html';
import type { Mail, Mailbox } from '../aws/contract.ts';
import type { HttpHandler } from './gateway.ts';

export function createMailPage(mailbox: Pick<Mailbox, 'list'>): HttpHandler {
  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const mails = mailbox.list();
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    };
    if (path === '/mails.json')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(mails));
    const one = mails.find((mail) => path === `/${mail.id}`);
    if (path !== '/' && !one)
      return void response
        .writeHead(404, headers)
        .end(String(await page('Surat tidak ada', html`<p><a href="/">Kembali ke daftar surat</a></p>`)));
    response.writeHead(200, headers).end(String(await (one ? letter(one) : list(mails))));
  };
}

type Part = ReturnType<typeof html>;

const when = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Jakarta',
});

function list(mails: readonly Mail[]): Part {
  const rows = mails.map(
    (mail) =>
      html`<li><a href="/${mail.id}">${mail.subject}</a><span>kepada ${mail.to.join(', ')}</span><time datetime="${mail.sentAt}">${when.format(new Date(mail.sentAt))} WIB</time></li>`,
  );
  const empty = html`<p>Belum ada surat. Surat yang dikirim Layan di komputer ini akan tampil di sini.</p>`;
  return page('Surat keluar', mails.length === 0 ? empty : html`<ul>${rows}</ul>`);
}

function letter(mail: Mail): Part {
  return page(
    mail.subject,
    html`<p><a href="/">Kembali ke daftar surat</a></p>
      <dl><dt>Dari</dt><dd>${mail.from}</dd><dt>Kepada</dt><dd>${mail.to.join(', ')}</dd><dt>Waktu</dt><dd>${when.format(new Date(mail.sentAt))} WIB</dd></dl>
      <pre>${mail.text}</pre>`,
  );
}

const style = raw(`<style>
body{font:1.125rem/1.6 system-ui,sans-serif;margin:0;color:#1d2b33;background:#f4f6f7}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.6rem;line-height:1.3;overflow-wrap:anywhere}
ul{list-style:none;padding:0}li{background:#fff;border:1px solid #d5dde1;border-radius:.5rem;padding:.9rem 1rem;margin:0 0 .75rem}
li a{display:block;font-weight:600;padding:.25rem 0}li span,li time{display:block;font-size:1rem;color:#4a5b65;overflow-wrap:anywhere}
a{color:#0b5c8a}a:focus-visible{outline:3px solid #0b5c8a;outline-offset:2px}
dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;background:#fff;border:1px solid #d5dde1;border-radius:.5rem;padding:1rem}
</style>`);

function page(title: string, body: Part): Part {
  return html`<!doctype html>
    <html lang="id">
      <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>${title} · Layan</title>${style}</head>
      <body><main><h1>${title}</h1>${body}</main></body>
    </html>`;
}

import { SESv2Client } from '@aws-sdk/client-sesv2';
import { hostileNames } from '@layan/domain/testing/hostile-names';
import { type ScriptedAnswer, startScriptedAws } from '@layan/testing/scripted-aws';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailer } from './mailer.ts';

const mail = {
  to: 'warga.uji@contoh.example',
  from: 'Pemerintah Kota Uji',
  subject: 'Layanan Uji T1: kabar',
  text: 'Isi surel',
  html: '<p>Isi surel</p>',
};
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function ses(answer: ScriptedAnswer | 'hang up') {
  const aws = await startScriptedAws(() => answer);
  const client = new SESv2Client({
    region: 'ap-southeast-3',
    endpoint: aws.url,
    credentials: { accessKeyId: 'own', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  closing.push(async () => {
    client.destroy();
    await aws.close();
  });
  return { aws, mailer: createMailer(client, 'noreply@layan.example') };
}
const refusal = (name: string): ScriptedAnswer => ({
  status: 400,
  body: JSON.stringify({ __type: name, message: 'no' }),
});
const done = { status: 200, body: '{"MessageId":"1"}' };

describe('mail by SES', () => {
  it('goes from the one sender in the name of the government', async () => {
    const { aws, mailer } = await ses(done);
    expect(await mailer.send(mail)).toEqual({ ok: true, value: undefined });
    expect(JSON.parse(aws.requests[0]?.body ?? '')).toEqual({
      FromEmailAddress: '"Pemerintah Kota Uji" <noreply@layan.example>',
      Destination: { ToAddresses: [mail.to] },
      Content: {
        Simple: {
          Subject: { Data: mail.subject, Charset: 'UTF-8' },
          Body: {
            Text: { Data: mail.text, Charset: 'UTF-8' },
            Html: { Data: mail.html, Charset: 'UTF-8' },
          },
        },
      },
    });
  });

  it.each([
    ['a name with quotes', 'Kota "Uji" \\', '"Kota Uji " <noreply@layan.example>'],
    ['a name beyond ASCII', 'Kota Ujì', '=?UTF-8?B?S290YSBVasOs?= <noreply@layan.example>'],
  ])('writes %s as mail can carry it', async (_what, from, written) => {
    const { aws, mailer } = await ses(done);
    await mailer.send({ ...mail, from });
    expect(JSON.parse(aws.requests[0]?.body ?? '').FromEmailAddress).toBe(written);
  });

  it('lets nothing of a title or name begin a header of its own', async () => {
    const { aws, mailer } = await ses(done);
    const subject = 'Kartu\r\nBcc: lain@contoh.example\u2028 T1';
    await mailer.send({ ...mail, subject, from: 'Kota\nUji' });
    const sent = JSON.parse(aws.requests[0]?.body ?? '');
    expect(sent.Content.Simple.Subject.Data).toBe('Kartu Bcc: lain@contoh.example T1');
    expect(sent.FromEmailAddress).toBe('"Kota Uji" <noreply@layan.example>');
  });

  it.each(hostileNames)('is one title of one sender, whatever a name would make of it: %j', async (name) => {
    const { aws, mailer } = await ses(done);
    await mailer.send({ ...mail, subject: `Kartu ${name}`, from: name });
    const { Content, FromEmailAddress, Destination } = JSON.parse(aws.requests[0]?.body ?? '');
    expect(Content.Simple.Subject.Data).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(FromEmailAddress).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(FromEmailAddress).toMatch(/<noreply@layan\.example>$/);
    expect(FromEmailAddress.match(/@layan/g)).toHaveLength(1);
    expect(Destination).toEqual({ ToAddresses: [mail.to] });
  });

  it('takes a refused address for final', async () => {
    const { mailer } = await ses(refusal('BadRequestException'));
    expect(await mailer.send(mail)).toEqual({ ok: false, error: 'address-refused' });
  });

  it.each([
    ['throttling', refusal('TooManyRequestsException')],
    ['a lost answer', 'hang up' as const],
  ])('leaves %s to the queue and asks once only: the mail may have gone out', async (_what, answer) => {
    const { aws, mailer } = await ses(answer);
    await expect(mailer.send(mail)).rejects.toThrow();
    expect(aws.requests).toHaveLength(1);
  });
});

// Sends by SES. What SES cannot deliver later (a bounce) is not heard of yet.
import { BadRequestException, type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mailer } from '@layan/application/ports/notices';
import { err, ok } from '@layan/domain/kernel/result';

const Charset = 'UTF-8';

/** What stands in a header is one line: a break in it would refuse the mail, or begin another header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** A name beside an address is ASCII in mail, or encoded (RFC 2047). */
const nameInMail = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name)
    ? `"${name.replace(/["\\]/g, '')}"`
    : `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;

export const createMailer = (ses: Pick<SESv2Client, 'send'>, sender: string): Mailer => ({
  send: async ({ to, from, subject, text, html, attachments }) => {
    try {
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: `${nameInMail(oneLine(from))} <${sender}>`,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: oneLine(subject), Charset },
              Body: { Text: { Data: text, Charset }, Html: { Data: html, Charset } },
              ...(attachments && {
                Attachments: attachments.map(({ name, contentType, bytes }) => ({
                  FileName: oneLine(name),
                  ContentType: contentType,
                  ContentTransferEncoding: 'BASE64',
                  RawContent: bytes,
                })),
              }),
            },
          },
        }),
      );
      return ok(undefined);
    } catch (error) {
      // Of all that is in the request only the address comes from outside.
      if (error instanceof BadRequestException) return err('address-refused');
      throw error;
    }
  },
});

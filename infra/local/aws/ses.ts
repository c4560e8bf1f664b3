// SES v2: SendEmail, into the mail capture.
import * as z from 'zod';
import { ACCOUNT, REGION } from '../cloud.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { Mailbox, SessionPrincipal } from './contract.ts';
import { readInput } from './service-call.ts';

const Addresses = z.array(z.string()).default([]);
const Part = z.object({ Data: z.string() });
const SendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses }),
  Content: z.object({
    Simple: z.object({
      Subject: Part,
      Body: z.object({ Text: Part.optional(), Html: Part.optional() }),
    }),
  }),
});

export async function sendEmail(
  access: Authorizer,
  mailbox: Mailbox,
  input: unknown,
  caller: SessionPrincipal,
): Promise<{ MessageId: string }> {
  const { FromEmailAddress: from, Destination, Content } = readInput(SendEmail, input);
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  const to = [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses];
  const domain = address.split('@')[1] ?? address;
  await access.require(caller, 'ses:SendEmail', `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${domain}`, {
    'ses:FromAddress': address,
    'ses:Recipients': to,
  });
  if (to.length === 0) throw new AwsError('BadRequestException', 'The message has no recipient.');
  const { Subject, Body } = Content.Simple;
  const html = Body.Html?.Data;
  const mail = mailbox.add({
    from,
    to,
    subject: Subject.Data,
    text: Body.Text?.Data ?? '',
    ...(html === undefined ? {} : { html }),
  });
  return { MessageId: mail.id };
}

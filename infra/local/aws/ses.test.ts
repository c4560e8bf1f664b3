import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, REGION } from '../cloud.ts';
import { ADMIN, failure, PORTAL, startTestFront, type TestFront } from './test-front.ts';

let host: TestFront;
beforeAll(async () => {
  host = await startTestFront();
});
afterAll(() => host.close());

const input: SendEmailCommandInput = {
  FromEmailAddress: 'Layan <no-reply@layan.test>',
  Destination: { ToAddresses: ['warga.uji@contoh.test'] },
  Content: { Simple: { Subject: { Data: 'Berkas diterima' }, Body: { Text: { Data: 'Tiket Anda LYN-1' } } } },
};
const send = (as: string, more = {}) =>
  new SESv2Client(host.as(as)).send(new SendEmailCommand({ ...input, ...more }));

describe('mail', () => {
  it('goes into the capture, latest first, and outlives a restart', async () => {
    const { MessageId } = await send(ADMIN);
    host.clock.now = new Date(host.clock.now.getTime() + 1000);
    await send(ADMIN, { Destination: { ToAddresses: ['dua@contoh.test'] } });
    const [latest, first] = host.front.services.mailbox.list();
    expect(latest?.to).toEqual(['dua@contoh.test']);
    expect(first).toMatchObject({ id: MessageId, subject: 'Berkas diterima', text: 'Tiket Anda LYN-1' });
    const again = await startTestFront({ dir: host.dir, cloud: host.cloud });
    expect(again.front.services.mailbox.list()).toHaveLength(2);
    await again.close('keep');
  });

  it('needs a statement for the identity it is sent from', async () => {
    const { name, message, status } = await failure(send(PORTAL));
    expect({ name, status }).toEqual({ name: 'AccessDeniedException', status: 403 });
    expect(message).toContain(`arn:aws:ses:${REGION}:${ACCOUNT}:identity/layan.test`);
  });

  it('needs a recipient', async () => {
    expect((await failure(send(ADMIN, { Destination: {} }))).name).toBe('BadRequestException');
  });
});

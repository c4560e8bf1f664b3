// The captured mail of the local host, as somebody with an address finds it.
import { setTimeout as wait } from 'node:timers/promises';
import { exchange } from '@layan/infra/local/seed/call';

export interface CapturedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

const PATIENCE = 60_000;

/** Oldest first. */
export async function mailsTo(port: number, address: string): Promise<readonly CapturedMail[]> {
  const answer = await exchange({ port, host: `mail.localhost:${port}`, method: 'GET', path: '/mails.json' });
  const mails: CapturedMail[] = JSON.parse(answer.text);
  return mails.filter(({ to }) => to.includes(address)).reverse();
}

/** Waits until there are so many; throws with what there is when they do not come. */
export async function waitForMails(
  port: number,
  address: string,
  count: number,
): Promise<readonly CapturedMail[]> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const mails = await mailsTo(port, address);
    if (mails.length >= count) return mails;
    if (Date.now() > until)
      throw new Error(
        `${count} mails expected, found: ${JSON.stringify(mails.map(({ subject }) => subject))}`,
      );
    await wait(250);
  }
}

// The captured mail of the local host, as somebody with an address finds it.
import { exchange } from '@layan/infra/local/seed/call';
import { until } from '../until.ts';

export interface CapturedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

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
  let mails: readonly CapturedMail[] = [];
  return until(
    () => `${count} mails, but for: ${JSON.stringify(mails.map(({ subject }) => subject))}`,
    async () => {
      mails = await mailsTo(port, address);
      return mails.length >= count ? mails : undefined;
    },
  );
}

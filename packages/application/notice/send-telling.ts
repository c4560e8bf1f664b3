// Sends officers the word that was written for them. Two who send at once, or one who died in between, tell it once, as with
// citizens.
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { letterHtml, letterText } from './notice-letter.ts';
import type { NoticeOutcome, NoticePorts } from './send-notices.ts';

/** Longer than the function may run. */
const sendingMs = 60_000;

export const sendTelling = async (
  { notices, clock, mailer }: Pick<NoticePorts, 'notices' | 'clock' | 'mailer'>,
  id: CaseId,
): Promise<NoticeOutcome> => {
  const telling = await notices.findTelling(id);
  const before = await notices.find(id);
  if (!telling || telling.turn <= (before?.to ?? 0)) return 'nothing-new';
  const { sendingUntil } = before ?? {};
  if (sendingUntil !== undefined && epochMs(clock.now()) < epochMs(sendingUntil)) return 'busy';
  const revision = before?.revision ?? 0;
  const until = toInstantText(epochMs(clock.now()) + sendingMs);
  const claim = { to: before?.to ?? 0, sendingUntil: until, revision: revision + 1 };
  if (!(await notices.save(id, claim, before?.revision)).ok) return 'busy';
  const { title, lines, link, from } = telling;
  const letter = { title, sections: [{ lines }], link, foot: [from] };
  const mail = { from, subject: title, text: letterText(letter), html: letterHtml(letter) };
  const sent = await Promise.all(telling.to.map((to) => mailer.send({ ...mail, to })));
  await notices.save(id, { to: telling.turn, revision: revision + 2 }, revision + 1);
  if (sent.length === 0) return 'no-address';
  return sent.some(({ ok }) => ok) ? 'sent' : 'address-refused';
};

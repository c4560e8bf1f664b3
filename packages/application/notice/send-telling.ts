// Sends officers the word that was written for them. Two who send at once, or one who died in between, tell it once, as with
// citizens.
import type { CaseId } from '@layan/domain/kernel/ids';
import { letterHtml, letterText } from './notice-letter.ts';
import { claimTurn, isBeingSent, type NoticeOutcome, type NoticePorts } from './turn.ts';

export const sendTelling = async (
  { notices, clock, mailer }: Pick<NoticePorts, 'notices' | 'clock' | 'mailer'>,
  id: CaseId,
): Promise<NoticeOutcome> => {
  const telling = await notices.findTelling(id);
  const before = await notices.find(id);
  if (!telling || telling.turn <= (before?.to ?? 0)) return 'nothing-new';
  if (isBeingSent(before, clock.now())) return 'busy';
  if (!(await claimTurn({ notices, clock }, id, before))) return 'busy';
  const revision = before?.revision ?? 0;
  const { title, lines, link, from } = telling;
  const letter = { title, sections: [{ lines }], link, foot: [from] };
  const mail = { from, subject: title, text: letterText(letter), html: letterHtml(letter) };
  const sent = await Promise.all(telling.to.map((to) => mailer.send({ ...mail, to })));
  await notices.save(id, { to: telling.turn, revision: revision + 2 }, revision + 1);
  if (sent.length === 0) return 'no-address';
  return sent.some(({ ok }) => ok) ? 'sent' : 'address-refused';
};

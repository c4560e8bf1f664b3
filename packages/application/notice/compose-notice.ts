// The notice of one or more turns of a case, as a mail. It carries what the tracking page says and nothing personal:
// neither name nor notes nor the secret, for mail lies open on its way and in shared phones.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { statedPromises } from '@layan/domain/case/stated-promises';
import { caseStatus } from '@layan/domain/case/status';
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { Mail } from '../ports/notices.ts';
import { type PromiseView, promiseView } from '../promise/promise-view.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import type { Setting } from '../tenant/setting.ts';
import { noticeHeadline } from './notice-headline.ts';
import { type Letter, type LetterSection, letterHtml, letterText } from './notice-letter.ts';
import type { Turn } from './pending-turns.ts';

export interface NoticeParts {
  readonly standard: Standard;
  readonly snapshot: CaseSnapshot;
  readonly turns: readonly Turn[];
  readonly setting: Pick<Setting, 'tenant' | 'now'>;
  /** Page where ticket and secret open the case. */
  readonly trackingUrl: string;
}

const turnSection = ({ setting }: NoticeParts, { at, text, note }: Turn): LetterSection => ({
  title: momentInWords(setting.tenant.calendar.zone, at),
  lines: [
    text,
    ...(note ? ['Ada catatan petugas untuk Anda. Catatan itu hanya dapat dibaca di halaman lacak.'] : []),
  ],
});

const section = (title: string, lines: readonly string[]): readonly LetterSection[] =>
  lines.length === 0 ? [] : [{ title, lines }];

const promiseLine = ({ label, state, due, words, caution }: PromiseView): readonly string[] => {
  if (state === 'dropped') return [];
  const settled = state === 'kept' || state === 'broken';
  const standing = settled ? words : `paling lambat ${due} (${words})`;
  return [[`${label}: ${standing}.`, ...(caution === undefined ? [] : [caution])].join(' ')];
};

/** Way and last day of objection to what was decided in these turns. */
const objectionLines = ({ standard, snapshot, turns, setting }: NoticeParts): readonly string[] => {
  const moments = new Set(turns.map(({ at }) => at));
  const decided = [
    ...(snapshot.ended ? [snapshot.ended] : []),
    ...snapshot.products.map(({ changedAt, objection }) => ({ at: changedAt, objection })),
  ].find(({ at, objection }) => objection && moments.has(at));
  if (!decided?.objection) return [];
  const { channel, until } = decided.objection;
  const way = indexOf(standard.process).channels.get(channel)?.label ?? channel;
  return [
    `Jika Anda tidak setuju, Anda dapat mengajukan keberatan melalui: ${way}.`,
    `Paling lambat ${dateInWords(setting.tenant.calendar.zone, until)}.`,
  ];
};

const letterOf = (parts: NoticeParts): Letter => {
  const { standard, snapshot, turns, setting, trackingUrl } = parts;
  const status = caseStatus(standard, snapshot);
  const promises = statedPromises(standard, snapshot)
    .filter(({ kind }) => kind === 'promise')
    .flatMap((promise) => promiseLine(promiseView(promise, setting, 'citizen')));
  const { name, address, phone } = agencyCard(setting.tenant, snapshot.agency);
  return {
    title: `${standard.shortTitle}, nomor tiket ${snapshot.ticket}`,
    sections: [
      ...turns.map((turn) => turnSection(parts, turn)),
      ...section('Yang terjadi sekarang', snapshot.ended ? [] : status.next),
      ...section('Janji layanan kami', promises),
      ...section('Hak Anda', objectionLines(parts)),
      {
        lines: [
          snapshot.predecessor
            ? `Buka dengan nomor tiket ${snapshot.predecessor.ticket} dan kode rahasianya, lalu pilih berkas lanjutan.`
            : 'Siapkan nomor tiket dan kode rahasia dari tanda terima Anda.',
          'Kami tidak pernah meminta kode rahasia lewat surel, pesan, atau telepon.',
        ],
      },
    ],
    link: { label: 'Lihat permohonan Anda', url: trackingUrl },
    foot: [
      name,
      setting.tenant.governmentName,
      ...(address === '' ? [] : [address]),
      ...(phone === undefined ? [] : [`Telepon ${phone}`]),
      'Surel ini dikirim otomatis. Balasan ke alamat ini tidak dibaca.',
    ],
  };
};

export const composeNotice = (parts: NoticeParts): Omit<Mail, 'to'> => {
  const { standard, snapshot, turns, setting } = parts;
  const letter = letterOf(parts);
  const headline = noticeHeadline(indexOf(standard.process), snapshot, turns);
  return {
    from: setting.tenant.governmentName,
    subject: `${standard.shortTitle} ${snapshot.ticket}: ${headline}`,
    text: letterText(letter),
    html: letterHtml(letter),
  };
};

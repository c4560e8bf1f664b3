// How the official text names ways in, by the kind of channel that would serve them.
import type { Channel } from '../channel.ts';

export type ChannelKind = Channel['kind'];

const words = [
  ['counter', /\b(?:tatap muka|loket|datang langsung|meja (?:layanan|informasi|pelayanan))\b/i],
  ['box', /\bkotak (?:saran|pengaduan|aduan)\b/i],
  ['phone', /\b(?:telepon|telpon|telp|call cent(?:er|re)|hotline|fax|faks)\b/i],
  ['email', /\b(?:e-?mail|surel|surat elektronik)\b/i],
  ['chat', /\b(?:whats ?app|wa|sms|telegram)\b/i],
  ['socialMedia', /\b(?:facebook|fb|instagram|ig|twitter|tiktok|youtube|media sosial)\b/i],
  ['national', /\b(?:[Ss][Pp]4[Nn]|LAPOR)\b/],
  ['portal', /\b(?:portal|website|situs|web|daring|on-?line)\b/i],
] as const satisfies readonly (readonly [ChannelKind, RegExp])[];

/** A letter is also what a service gives: only a way of sending one names a channel. */
const byLetter =
  /\b(?:melalui|lewat|via|secara) (?:media )?(?:surat(?! (?:elektronik|rekomendasi|keterangan|pengantar|tugas))|pos|tertulis)\b/i;

export const channelsNamedIn = (text: string): readonly ChannelKind[] => [
  ...words.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind),
  ...(byLetter.test(text) ? (['letter'] as const) : []),
];

/** Whether a text may speak of this kind: a letter is named by itself, too. */
export const mayName = (text: string, kind: ChannelKind): boolean =>
  channelsNamedIn(text).includes(kind) || (kind === 'letter' && /\b(?:surat|bersurat|pos)\b/i.test(text));

/** "mengajukan lewat kotak saran": one may come this way. An answer that is sent "melalui surel" offers nothing. */
const offers = /\b(?:melalui|lewat|via)\b/i;
const comes =
  /\b(?:mengajukan|diajukan|disampaikan|menyampaikan|pengajuan|mendaftar|mendaftarkan|pendaftaran|melapor|mengadu|datang)\b|\b(?:permohonan|pengaduan|laporan|pendaftaran)\b.{0,12}\b(?:dapat|diajukan|lewat|melalui|via)\b/i;

/** "WhatsApp: 2 hari kerja" among the times offers a channel as well. */
const headed = (text: string): string => (text.includes(':') ? (text.split(':')[0] ?? '').slice(0, 40) : '');

export const channelsOfferedIn = (text: string, isTime: boolean): readonly ChannelKind[] => {
  if (isTime) return channelsNamedIn(offers.test(text) ? text : headed(text));
  return offers.test(text) && comes.test(text) ? channelsNamedIn(text) : [];
};

export const channelKindNames = {
  portal: 'portal atau daring',
  counter: 'tatap muka di loket',
  letter: 'surat',
  box: 'kotak saran',
  phone: 'telepon',
  email: 'surel',
  chat: 'WhatsApp atau SMS',
  socialMedia: 'media sosial',
  national: 'SP4N-LAPOR',
  other: 'kanal lain',
} as const satisfies Record<ChannelKind, string>;

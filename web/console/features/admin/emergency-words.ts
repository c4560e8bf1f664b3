// How an emergency access stands, in words.
import type { EmergencyView } from '@layan/contract/admin/emergencies';
import { moment } from './moments.ts';

export const emergencyStates = {
  asked: 'Menunggu persetujuan',
  declined: 'Ditolak atau ditarik',
  confirmed: 'Disetujui, sedang dibuka',
  open: 'Terbuka',
  ending: 'Sedang diakhiri',
  ended: 'Berakhir',
  failed: 'Tidak dapat dibuka',
  lapsed: 'Lewat waktu tanpa persetujuan',
} as const satisfies Record<EmergencyView['state'], string>;

const endedBy = {
  time: 'karena waktunya habis',
  'central-admin': 'oleh admin pusat',
  tenant: 'oleh pengelola layanan daerah',
} as const satisfies Record<NonNullable<EmergencyView['endedBy']>, string>;

/** What happened to it after it was asked for, a sentence each. */
export function emergencyHistory(access: EmergencyView): readonly string[] {
  const { askedBy, askedAt, decidedBy, state, until, endedAt, read, failure } = access;
  const declined = state === 'declined';
  return [
    `Diminta oleh ${askedBy.name}, ${moment(askedAt)}.`,
    ...(decidedBy === undefined
      ? []
      : [`${declined ? 'Ditolak atau ditarik' : 'Disetujui'} oleh ${decidedBy.name}.`]),
    ...(until !== undefined && (state === 'open' || state === 'confirmed')
      ? [`Berlaku sampai ${moment(until)}; tidak dapat diperpanjang.`]
      : []),
    ...(endedAt === undefined
      ? []
      : [`Berakhir ${moment(endedAt)}${access.endedBy === undefined ? '' : ` ${endedBy[access.endedBy]}`}.`]),
    ...(read === undefined
      ? []
      : [`Dibuka: ${read.cases} berkas, ${read.searches} pencarian tiket, ${read.lists} kali kotak masuk.`]),
    ...(failure === undefined ? [] : [`Sebab: ${failure}`]),
  ];
}

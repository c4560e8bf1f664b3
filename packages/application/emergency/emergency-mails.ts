// What a tenant's managers are told when a central admin begins to read in an emergency, and when it is over.
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { Tenant } from '@layan/domain/tenant/tenant';
import { type Letter, letterHtml, letterText } from '../notice/notice-letter.ts';
import type { EmergencyAccess, EmergencyReading } from '../ports/emergencies.ts';
import type { Mail } from '../ports/notices.ts';

interface Told {
  readonly access: EmergencyAccess;
  readonly tenant: Tenant;
  readonly consoleOrigin: string;
}

const FOOT = [
  'Surel ini dikirim kepada semua pengelola layanan. Alamat pengirim tidak dibaca orang.',
  'Akses darurat dicatat pada jejak audit dan tidak dapat dihapus.',
];

const asMail = (letter: Letter): Omit<Mail, 'to'> => ({
  from: 'Layan',
  subject: letter.title,
  text: letterText(letter),
  html: letterHtml(letter),
});

const agencyOf = ({ access, tenant }: Told): string =>
  tenant.agencies.find(({ id }) => id === access.agency)?.name ?? access.agency;

const who = ({ access }: Told): string => `${access.askedBy.name} (${access.askedBy.email}), admin pusat`;

export const beganMail = (told: Told): Omit<Mail, 'to'> => {
  const { access, tenant, consoleOrigin } = told;
  const until = access.until ? momentInWords(tenant.calendar.zone, access.until) : '';
  return asMail({
    title: `Akses darurat admin pusat di ${tenant.name}`,
    sections: [
      {
        lines: [
          `${who(told)} sekarang dapat membaca perkara ${agencyOf(told)} sampai ${until}.`,
          'Nama dan nomor identitas tetap disamarkan. Berkas tidak dapat dibuka dan tidak ada yang dapat diubah.',
        ],
      },
      { title: 'Alasan', lines: [access.reason] },
      { title: 'Disetujui oleh', lines: [`${access.decidedBy?.name ?? ''}, admin pusat`] },
      {
        title: 'Bila Anda tidak setuju',
        lines: ['Buka daftar petugas di konsol, pilih orang ini, lalu hentikan aksesnya.'],
      },
    ],
    link: { label: 'Buka daftar petugas', url: `${consoleOrigin}/petugas` },
    foot: FOOT,
  });
};

const enders = {
  time: 'Waktunya habis.',
  'central-admin': 'Dihentikan oleh admin pusat.',
  tenant: 'Dihentikan oleh pengelola layanan.',
} as const;

export const endedMail = (
  told: Told,
  readings: readonly EmergencyReading[],
  tickets: readonly string[],
): Omit<Mail, 'to'> => {
  const { access, tenant, consoleOrigin } = told;
  const times = (operation: EmergencyReading['operation']) =>
    readings.filter((reading) => reading.operation === operation).length;
  return asMail({
    title: `Akses darurat admin pusat di ${tenant.name} sudah berakhir`,
    sections: [
      {
        lines: [
          `${who(told)} tidak dapat lagi membaca perkara ${agencyOf(told)}.`,
          enders[access.endedBy ?? 'time'],
        ],
      },
      {
        title: 'Yang dibaca',
        lines: [
          tickets.length === 0
            ? 'Tidak ada perkara yang dibuka.'
            : `Perkara yang dibuka (${tickets.length}): ${tickets.join(', ')}.`,
          `Daftar tugas dilihat ${times('list-inbox')} kali, nomor tiket dicari ${times('find-by-ticket')} kali.`,
        ],
      },
      { title: 'Alasan waktu itu', lines: [access.reason] },
    ],
    link: { label: 'Buka konsol', url: consoleOrigin },
    foot: FOOT,
  });
};

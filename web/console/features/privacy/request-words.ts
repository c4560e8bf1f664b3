// Words that pages about requests share.
import type { RequestView } from '@layan/contract/staff/privacy';

export const stateWords = {
  received: 'Menunggu jawaban',
  answered: 'Dikabulkan, belum selesai',
  refused: 'Tidak dikabulkan',
  done: 'Selesai',
} as const satisfies Record<RequestView['state'], string>;

export const identityWords = {
  'ticket-and-secret': 'nomor tiket dan kode rahasia',
  'identity-card': 'KTP ditunjukkan',
  'family-card': 'kartu keluarga ditunjukkan',
  authorised: 'wakil dengan surat kuasa',
} as const satisfies Record<RequestView['identity'], string>;

export const channelWords = {
  portal: 'dari halaman berkas',
  counter: 'di loket',
} as const satisfies Record<RequestView['channel'], string>;

export const toneOf = ({ clock, state }: Pick<RequestView, 'clock' | 'state'>): 'plain' | 'warn' | 'bad' => {
  if (state !== 'received') return 'plain';
  if (clock === 'lapsed') return 'bad';
  return clock === 'soon' ? 'warn' : 'plain';
};

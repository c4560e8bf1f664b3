// An own file as its page shows it.
import { isHandedOver } from '@layan/application/tracking/open-signed-letter';
import type { OwnCaseView } from '@layan/application/tracking/own-case-view';
import type { ProductState } from '@layan/domain/product/product-state';
import type { Standard } from '@layan/domain/standard/standard';
import type { OwnCaseProps } from '@layan/portal/pages/own-case';
import { paths, servicePath } from './filing-way.ts';
import { promiseProps } from './promise.ts';
import { contactOf } from './site.ts';
import { paths as verifying } from './verify-paths.ts';

type Shown = Omit<OwnCaseProps, 'site' | 'guard' | 'leaveAction' | 'done'>;
type ProductView = OwnCaseView['products'][number];

const productStates = {
  frozen: {
    tone: 'info',
    state: 'menunggu tanda tangan',
    advice: 'Sudah disusun dan sedang menunggu tanda tangan.',
  },
  provisional: {
    tone: 'good',
    state: 'berlaku sementara',
    advice: 'Sudah dapat dipakai. Kami masih memeriksa keadaan keluarga Anda, lalu memutuskan.',
  },
  active: {
    tone: 'good',
    state: 'berlaku',
    advice: 'Dapat dipakai. Bila hilang, segera beri tahu loket agar tidak dipakai orang lain.',
  },
  suspended: {
    tone: 'attention',
    state: 'ditangguhkan',
    advice: 'Untuk sementara tidak dapat dipakai. Baca catatan di bawah, atau tanyakan ke loket.',
  },
  revoked: {
    tone: 'attention',
    state: 'dicabut',
    advice: 'Tidak berlaku lagi. Alasannya ada pada catatan di bawah.',
  },
  expired: {
    tone: 'info',
    state: 'habis masa berlakunya',
    advice: 'Tidak berlaku lagi. Bila masih membutuhkannya, ajukan permohonan baru.',
  },
  returned: { tone: 'info', state: 'sudah dikembalikan', advice: 'Tidak berlaku lagi. Terima kasih.' },
  cancelled: {
    tone: 'info',
    state: 'batal ditandatangani',
    advice: 'Nomor ini tidak dipakai. Surat penggantinya bernomor lain.',
  },
} as const satisfies Record<ProductState, Pick<Shown['products'][number], 'tone' | 'state' | 'advice'>>;

/** Whole kilobytes, at least one. */
const sizeOf = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} KB`;

const productProps = ({
  id,
  label,
  number,
  state,
  words,
  signed,
}: ProductView): Shown['products'][number] => ({
  label,
  ...(number === undefined ? {} : { number, path: `${verifying.verify}/${id}` }),
  ...productStates[state],
  ...(signed &&
    isHandedOver(state) && {
      advice: 'Sudah ditandatangani. Unduh berkasnya di sini, atau ambil di loket.',
      download: { path: `${paths.letter}/${id}`, size: sizeOf(signed.bytes) },
    }),
  dates: [
    `${state === 'frozen' ? 'Disusun' : 'Terbit'} ${words.issued}.`,
    ...(words.changed === words.issued ? [] : [`Keadaan ini sejak ${words.changed}.`]),
    ...(words.validUntil === undefined ? [] : [`Berlaku sampai ${words.validUntil}.`]),
  ],
});

const objectionProps = ({ objection, agency }: OwnCaseView): Pick<Shown, 'objection'> => {
  if (!objection) return {};
  const { until, state, ticket, outcome } = objection;
  switch (state) {
    case 'possible':
      return {
        objection: {
          title: 'Tidak setuju dengan keputusan ini?',
          sentences: [
            `Anda dapat mengajukan keberatan paling lambat ${until}.`,
            `Bisa di sini, atau di loket ${agency.name} dengan menyebut nomor tiket. Tanpa biaya.`,
          ],
          start: { label: 'Ajukan keberatan', path: paths.objection },
        },
      };
    case 'too-late':
      return {
        objection: {
          title: 'Keberatan',
          sentences: [`Batas mengajukan keberatan sudah lewat pada ${until}.`],
        },
      };
    case 'open':
      return {
        objection: {
          title: 'Keberatan Anda sedang diperiksa',
          sentences: [
            `Nomor tiket keberatan: ${ticket}. Ikuti dengan kode rahasia pada tanda terimanya.`,
            'Tidak perlu mengajukan lagi.',
          ],
        },
      };
    case 'decided':
      return {
        objection: {
          title: 'Keberatan Anda sudah diputuskan',
          sentences: [...(outcome === undefined ? [] : [outcome]), `Nomor tiket keberatan: ${ticket}.`],
        },
      };
  }
};

const endTitles: Readonly<Record<string, string>> = {
  granted: 'Selesai: permohonan dikabulkan',
  answered: 'Selesai: sudah dijawab',
  refused: 'Selesai: permohonan tidak dikabulkan',
  withdrawn: 'Selesai: dibatalkan atas permintaan Anda',
  referred: 'Selesai: diarahkan ke layanan lain',
  lapsed: 'Selesai: ditutup karena tidak dilengkapi',
};

const endTitlesOfObjections: typeof endTitles = {
  ...endTitles,
  granted: 'Selesai: keberatan dikabulkan',
  refused: 'Selesai: keberatan tidak dikabulkan',
};

const endOf = ({ ended, about }: OwnCaseView): Pick<Shown, 'ended'> => {
  if (!ended) return {};
  const { kind, sentence, words } = ended;
  const titles = about ? endTitlesOfObjections : endTitles;
  return {
    ended: {
      title: titles[kind] ?? 'Selesai',
      sentence,
      when: words,
      granted: kind === 'granted' || kind === 'answered',
    },
  };
};

/** The decision that can be objected to, as it was told: what was taken away, or how the file ended. */
export const decisionOf = ({ ended, products }: OwnCaseView): string => {
  const taken = products.findLast(({ objection }) => objection !== undefined);
  if (taken) return `${taken.label} ${productStates[taken.state].state} sejak ${taken.words.changed}.`;
  return ended?.sentence ?? '';
};

export const ownCaseProps = (view: OwnCaseView, standard: Standard): Shown => ({
  service: view.service,
  ticket: view.ticket,
  ...(view.about ? { about: view.about.ticket } : {}),
  ...(view.predecessor ? { predecessor: { ticket: view.predecessor.ticket, path: paths.predecessor } } : {}),
  ...(view.successor ? { successor: { ticket: view.successor.ticket, path: paths.successor } } : {}),
  received: view.receivedWords,
  agency: contactOf(view.agency),
  promises: promiseProps(standard, view.promises, view.ended !== undefined, view.channel),
  next: view.next,
  timeline: view.timeline
    .map(({ at, words, text, note }) => ({
      when: words,
      instant: at,
      text,
      ...(note === undefined ? {} : { note }),
    }))
    .toReversed(),
  products: view.products.map(productProps),
  standardPath: servicePath(view.standard.id),
  rightsPath: paths.rights,
  ...endOf(view),
  ...objectionProps(view),
  ...(view.returned ? { returned: { ...view.returned, path: paths.completion } } : {}),
  ...(view.asks.length === 0 ? {} : { asks: { labels: view.asks, path: paths.completion } }),
  ...(view.answered ? { answerPath: paths.answer } : {}),
  ...(view.suspended ? { suspended: view.suspended } : {}),
  ...(view.withdraw ? { withdraw: { label: view.withdraw.label, path: paths.withdraw } } : {}),
});

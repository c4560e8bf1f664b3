// An own file as its page shows it.
import type { OwnCaseView } from '@layan/application/tracking/own-case-view';
import type { Standard } from '@layan/domain/standard/standard';
import type { OwnCaseProps } from '@layan/portal/pages/own-case';
import { paths, servicePath } from './filing-way.ts';
import { promiseProps } from './promise.ts';
import { contactOf } from './site.ts';

const productStates = {
  provisional: 'Berlaku sementara, masih diperiksa',
  active: 'Berlaku',
  suspended: 'Ditangguhkan, tidak berlaku untuk sementara',
  revoked: 'Dicabut, tidak berlaku lagi',
  expired: 'Masa berlakunya sudah habis',
  returned: 'Sudah dikembalikan',
} as const satisfies Record<OwnCaseView['products'][number]['state'], string>;

const endTitles: Readonly<Record<string, string>> = {
  granted: 'Selesai: permohonan dikabulkan',
  refused: 'Selesai: permohonan tidak dikabulkan',
  withdrawn: 'Selesai: dibatalkan atas permintaan Anda',
  referred: 'Selesai: diarahkan ke layanan lain',
  lapsed: 'Selesai: ditutup karena tidak dilengkapi',
};

type Shown = Omit<OwnCaseProps, 'site' | 'guard' | 'leaveAction' | 'done'>;

const endOf = (view: OwnCaseView): Pick<Shown, 'ended'> => {
  if (!view.ended) return {};
  const { kind, sentence, words } = view.ended;
  const objection = `Tidak setuju? Anda berhak mengajukan keberatan tertulis ke ${view.agency.name}. Sebutkan nomor tiket Anda.`;
  return {
    ended: {
      title: endTitles[kind] ?? 'Selesai',
      sentence,
      when: words,
      granted: kind === 'granted',
      ...(kind === 'refused' ? { objection } : {}),
    },
  };
};

export const ownCaseProps = (view: OwnCaseView, standard: Standard): Shown => ({
  service: view.service,
  ticket: view.ticket,
  received: view.receivedWords,
  agency: contactOf(view.agency),
  promises: promiseProps(standard, view.promises, view.ended !== undefined),
  next: view.next,
  timeline: view.timeline
    .map(({ at, words, text, note }) => ({
      when: words,
      instant: at,
      text,
      ...(note === undefined ? {} : { note }),
    }))
    .toReversed(),
  products: view.products.map(({ label, state }) => ({ label, state: productStates[state] })),
  standardPath: servicePath(view.standard.id),
  ...endOf(view),
  ...(view.returned ? { returned: { ...view.returned, path: paths.completion } } : {}),
  ...(view.withdraw ? { withdraw: { label: view.withdraw.label, path: paths.withdraw } } : {}),
});

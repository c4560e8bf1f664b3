// The way through a filing: which pages there are, in which order, and under which addresses.
import type { FilingView, NextStop } from '@layan/application/filing/filing-view';

export const paths = {
  filing: '/permohonan',
  privacy: '/permohonan/kerahasiaan',
  check: '/permohonan/periksa',
  send: '/permohonan/kirim',
  receipt: '/permohonan/tanda-terima',
  leave: '/permohonan/tutup',
  track: '/lacak',
  ownCase: '/berkas',
  open: '/berkas/buka',
  leaveCase: '/berkas/tutup',
  letter: '/berkas/surat',
  successor: '/berkas/lanjutan',
  predecessor: '/berkas/asal',
  completion: '/berkas/lengkapi',
  answer: '/berkas/jawaban',
  withdraw: '/berkas/batalkan',
  objection: '/berkas/keberatan',
  rights: '/berkas/hak',
} as const;

// A standard may name a page as it likes; these addresses are taken.
const taken = new Set(['kerahasiaan', 'periksa', 'kirim', 'tanda-terima', 'tutup', 'berkas']);

export const pagePath = (page: string): string =>
  `${paths.filing}/${taken.has(page) || page.startsWith('halaman-') ? `halaman-${page}` : page}`;

export const pageOfPath = (name: string): string => name.replace(/^halaman-/, '');

export const requirementPath = (requirement: string): string => `${paths.filing}/berkas/${requirement}`;

export const servicePath = (standard: string): string => `/layanan/${standard}`;

/** What is told about a service before data are taken. */
export const noticePath = (standard: string): string => `${servicePath(standard)}/data-pribadi`;

export const pathOfStop = (stop: NextStop): string => {
  switch (stop.kind) {
    case 'privacy':
      return paths.privacy;
    case 'page':
      return pagePath(stop.page);
    case 'requirement':
      return requirementPath(stop.requirement);
    case 'check':
      return paths.check;
  }
};

const questionPaths = ({ pages, privacy }: FilingView): readonly string[] => [
  ...(privacy ? [paths.privacy] : []),
  ...pages.filter(({ fields }) => fields.length > 0).map(({ id }) => pagePath(id)),
];

/** What is shown at the counter has no page: nothing is sent for it. */
const scanPaths = ({ requirements }: FilingView): readonly string[] =>
  requirements.filter(({ shown }) => !shown).map(({ id }) => requirementPath(id));

export interface Place {
  /** "Pertanyaan 2 dari 6", "Foto 1 dari 2". */
  readonly progress?: string;
  readonly back: string;
  readonly next: string;
}

const progressIn = (what: string, paths: readonly string[], path: string): Pick<Place, 'progress'> => {
  const at = paths.indexOf(path);
  return at === -1 || paths.length < 2 ? {} : { progress: `${what} ${at + 1} dari ${paths.length}` };
};

/** Of what a page of the filing is part. */
export const nameOf = ({ service, objection }: FilingView): string =>
  objection ? `Keberatan – ${service.shortTitle}` : service.shortTitle;

/** Where a page of the filing stands between the others. */
export const placeOf = (view: FilingView, path: string): Place => {
  const [questions, scans] = [questionPaths(view), scanPaths(view)];
  const stops = [...questions, ...scans, paths.check];
  const at = Math.max(0, stops.indexOf(path));
  return {
    ...progressIn('Pertanyaan', questions, path),
    ...progressIn('Foto', scans, path),
    back: stops[at - 1] ?? (view.objection ? paths.objection : servicePath(view.standard.id)),
    next: stops[at + 1] ?? paths.check,
  };
};

// Every name a process mentions must be the name of something in it.
import { type Finding, finding } from '../finding.ts';
import type { Standard } from '../standard.ts';
import { type Kind, mentionsOf, namesOf } from './mentions.ts';

const kindNames = {
  facts: 'Data',
  forms: 'Formulir',
  roles: 'Peran',
  channels: 'Kanal',
  requirements: 'Persyaratan',
  steps: 'Langkah',
  outcomes: 'Hasil langkah',
  endings: 'Akhir',
  interruptions: 'Tindakan',
  timers: 'Batas waktu',
  suspensions: 'Penundaan',
  deadlines: 'Janji waktu',
  products: 'Produk',
  actions: 'Tindakan atas produk',
  places: 'Tempat',
} as const satisfies Record<Kind, string>;

export const checkReferences = ({ process }: Standard): readonly Finding[] => {
  const names = namesOf(process);
  return mentionsOf(process)
    .filter(({ kind, id }) => !names[kind].has(id))
    .map(({ place, kind, id }) =>
      finding('unknown-reference', place, `${kindNames[kind]} "${id}" tidak ada dalam standar ini.`),
    );
};

// A small standard that runs: the counter checks a file, hands it on or returns it once; the back office decides.
import { contentHash } from '@layan/domain/standard/content-hash';
import { type Standard, Standard as StandardSchema } from '@layan/domain/standard/standard';
import { StandardVersion } from '@layan/domain/standard/standard-version';
import { AGENCY, hashOf, minute, STANDARD } from './ids.ts';

const cites = (sentence: string) => ({ cites: [sentence] });
const sentence = (id: string, text: string) => ({ id, text, source: 'contoh' });

export function aStandard(changes: Partial<Standard> = {}): Standard {
  return StandardSchema.parse({
    format: 'layan.standard/1',
    id: STANDARD,
    agency: AGENCY,
    kind: 'application',
    title: 'Standar Pelayanan Uji',
    shortTitle: 'Layanan Uji',
    summary: 'Layanan untuk pengujian.',
    decree: null,
    sources: [{ id: 'contoh', title: 'Contoh standar pelayanan' }],
    components: [
      {
        key: 'requirements',
        title: 'Persyaratan',
        sentences: [sentence('requirements.1', 'Foto KTP.')],
      },
      {
        key: 'procedure',
        title: 'Prosedur',
        sentences: [
          sentence('procedure.1', 'Pemohon mengajukan berkas.'),
          sentence('procedure.2', 'Loket memeriksa berkas.'),
          sentence('procedure.3', 'Petugas memutuskan.'),
        ],
      },
      {
        key: 'processingTime',
        title: 'Waktu',
        sentences: [sentence('processingTime.1', 'Paling lama 3 hari kerja.')],
      },
    ],
    readings: [
      {
        id: 'online-filing',
        statement: 'Berkas dapat dikirim lewat portal.',
        why: 'Sumber hanya menyebut loket.',
        cites: ['procedure.1'],
      },
    ],
    process: aProcess(),
    ...changes,
  });
}

const fact = (id: string, label: string, type: string, privacy: string) => ({
  id,
  label,
  type,
  privacy,
  basis: cites('requirements.1'),
});

const aProcess = () => ({
  facts: [
    fact('applicantName', 'Nama', 'text', 'identifying'),
    fact('applicantNik', 'NIK', 'nik', 'identifying'),
    fact('householdSize', 'Jumlah anggota keluarga', 'integer', 'ordinary'),
  ],
  display: ['applicantName'],
  forms: [
    {
      id: 'filing',
      title: 'Permohonan',
      pages: [
        {
          id: 'applicant',
          title: 'Siapa pemohonnya?',
          fields: [
            { fact: 'applicantName', required: true },
            { fact: 'applicantNik', required: true },
          ],
        },
        { id: 'household', title: 'Keluarga', fields: [{ fact: 'householdSize', required: false }] },
      ],
    },
  ],
  roles: [
    { id: 'applicant', label: 'Pemohon', party: 'applicant', basis: cites('procedure.1') },
    { id: 'front-office', label: 'Petugas loket', party: 'staff', basis: cites('procedure.2') },
    { id: 'back-office', label: 'Petugas pemutus', party: 'staff', basis: cites('procedure.3') },
  ],
  channels: [
    {
      id: 'portal',
      kind: 'portal',
      label: 'Portal',
      form: 'filing',
      requirements: ['identity-card'],
      opens: 'filed',
      hours: 'office',
      basis: { inferred: 'online-filing' },
    },
  ],
  requirements: [{ id: 'identity-card', label: 'Foto KTP', required: true, basis: cites('requirements.1') }],
  steps: [
    {
      id: 'check-file',
      kind: 'task',
      label: 'Periksa berkas',
      role: 'front-office',
      after: ['filed'],
      checks: ['identity-card'],
      citizen: 'Petugas loket memeriksa berkas Anda.',
      basis: cites('procedure.2'),
      outcomes: [
        {
          id: 'accept',
          label: 'Terima berkas',
          tone: 'proceed',
          note: 'none',
          to: ['complete'],
          citizen: 'Berkas Anda lengkap.',
          basis: cites('procedure.2'),
        },
        {
          id: 'return',
          label: 'Kembalikan untuk dilengkapi',
          tone: 'return',
          note: 'required',
          missing: true,
          atMost: 1,
          to: ['incomplete'],
          citizen: 'Berkas Anda perlu dilengkapi.',
          basis: cites('procedure.2'),
        },
      ],
    },
    {
      id: 'supply',
      kind: 'supply',
      label: 'Lengkapi berkas',
      role: 'applicant',
      after: ['incomplete'],
      citizen: 'Kami menunggu Anda melengkapi berkas.',
      basis: cites('procedure.2'),
      outcomes: [
        {
          id: 'supplied',
          label: 'Kirim',
          tone: 'proceed',
          note: 'none',
          to: ['filed'],
          citizen: 'Anda melengkapi berkas.',
          basis: cites('procedure.2'),
        },
      ],
    },
    {
      id: 'decide',
      kind: 'task',
      label: 'Putuskan permohonan',
      role: 'back-office',
      after: ['complete'],
      citizen: 'Permohonan Anda sedang diputuskan.',
      basis: cites('procedure.3'),
      outcomes: ['grant', 'refuse'].map((id) => ({
        id,
        label: id === 'grant' ? 'Kabulkan' : 'Tolak',
        tone: id === 'grant' ? 'proceed' : 'refuse',
        note: id === 'grant' ? 'optional' : 'required',
        to: [id === 'grant' ? 'granted' : 'refused'],
        basis: cites('procedure.3'),
      })),
    },
  ],
  endings: ['granted', 'refused'].map((id) => ({
    id,
    kind: id,
    label: id === 'granted' ? 'Dikabulkan' : 'Ditolak',
    citizen: id === 'granted' ? 'Permohonan Anda dikabulkan.' : 'Permohonan Anda belum dapat dikabulkan.',
    after: [id],
    basis: cites('procedure.3'),
  })),
  interruptions: [],
  timers: [],
  deadlines: [
    {
      id: 'processing',
      kind: 'promise',
      label: 'Keputusan',
      duration: { amount: 3, unit: 'working_day' },
      calendar: 'office',
      starts: { filed: true },
      stops: [{ ended: true }],
      pausedWhile: ['incomplete'],
      basis: cites('processingTime.1'),
    },
  ],
  products: [],
  examples: [],
});

export function aVersion(changes: Partial<StandardVersion> = {}): StandardVersion {
  const standard = changes.standard ?? aStandard();
  return StandardVersion.parse({
    standard,
    version: 1,
    hash: contentHash(standard, hashOf),
    state: 'draft',
    confirmations: {},
    createdAt: minute(0),
    ...changes,
  });
}

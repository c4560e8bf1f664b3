// A service with one of everything, small enough to hold in mind, for tests of the engine.
// Filing -> check (return and supply, lapse) -> assess, twice at most -> decide by another officer -> end; a card is provisional in between.
import type { Deadline } from '../standard/deadline.ts';
import type { Interruption } from '../standard/ending.ts';
import type { Process } from '../standard/process.ts';
import type { Role } from '../standard/step.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  applicant,
  aRoute,
  aStandard,
  aStep,
  aTimer,
  basis,
  officer,
  portal,
} from './a-standard.ts';

const surveyor: Role = { id: 'surveyor', label: 'Penyurvei', party: 'staff', byArea: true, basis };
const head: Role = { id: 'head', label: 'Kepala', party: 'staff', basis };

const withdraw: Interruption = {
  id: 'withdraw',
  label: 'Batalkan permohonan',
  role: 'applicant',
  note: 'none',
  effects: [{ revoke: 'card' }],
  to: ['withdrawn'],
  citizen: 'Anda membatalkan permohonan.',
  basis,
};
const close: Interruption = { ...withdraw, id: 'close', label: 'Tutup', role: 'head', note: 'required' };

const norm: Deadline = {
  id: 'survey-norm',
  kind: 'norm',
  label: 'Survei',
  duration: { amount: 2, unit: 'working_day' },
  calendar: 'office',
  starts: { step: 'check', outcome: 'accept' },
  stops: [
    { step: 'assess', outcome: 'done' },
    { step: 'assess', outcome: 'again' },
  ],
  basis,
};

export const parts: Partial<Process> = {
  facts: [
    aFact('name', 'text', { privacy: 'identifying' }),
    aFact('village', 'region'),
    aFact('married'),
    aFact('partner', 'text', { privacy: 'identifying' }),
    aFact('result', 'choice', {
      options: [
        { value: 'poor', label: 'Tidak mampu' },
        { value: 'rich', label: 'Mampu' },
        { value: 'absent', label: 'Tidak ada orang' },
      ],
    }),
    aFact('size', 'integer', { min: 1, max: 20 }),
    aFact('story', 'longText', { privacy: 'specific' }),
  ],
  area: 'village',
  forms: [
    aForm('claim', [
      { fact: 'name', required: true },
      { fact: 'village', required: true },
      { fact: 'married', required: true },
      { fact: 'partner', required: true, when: { fact: 'married', is: true } },
    ]),
    aForm('survey', [
      { fact: 'result', required: true },
      { fact: 'size', required: true, when: { fact: 'result', in: ['poor', 'rich'] } },
      { fact: 'story', required: false },
    ]),
  ],
  roles: [applicant, officer, surveyor, head],
  channels: [
    { ...portal, form: 'claim', requirements: ['id-card', 'marriage-book', 'photo'] },
    { ...portal, id: 'counter', kind: 'counter', hours: 'counter', form: 'claim', requirements: ['id-card'] },
  ],
  requirements: [
    { id: 'id-card', label: 'KTP', required: true, basis },
    { id: 'marriage-book', label: 'Buku nikah', required: true, when: { fact: 'married', is: true }, basis },
    { id: 'photo', label: 'Foto rumah', required: false, basis },
  ],
  steps: [
    aStep(
      'check',
      ['filed'],
      [
        anOutcome('accept', ['accepted'], { citizen: 'Berkas Anda lengkap.' }),
        anOutcome('return', ['returned'], { tone: 'return', note: 'required', missing: true }),
      ],
      { checks: ['id-card', 'receipt'], citizen: 'Petugas memeriksa berkas Anda.' },
    ),
    aStep('supply', ['returned'], [anOutcome('supplied', ['filed'])], { kind: 'supply', role: 'applicant' }),
    aStep(
      'assess',
      ['accepted'],
      [
        anOutcome('done', ['assessed'], { when: { not: { fact: 'result', is: 'absent' } } }),
        anOutcome('again', ['accepted'], {
          when: { fact: 'result', is: 'absent' },
          atMost: 1,
          note: 'optional',
        }),
        anOutcome('give-up', ['unmet'], { when: { fact: 'result', is: 'absent' }, insteadOf: 'again' }),
      ],
      { role: 'surveyor', form: 'survey' },
    ),
    aRoute(
      'route',
      ['assessed'],
      [
        anOutcome('poor', ['to-decide'], {
          when: { fact: 'result', is: 'poor' },
          effects: [{ issue: 'card', as: 'provisional' }],
          citizen: 'Kartu sementara terbit.',
        }),
        anOutcome('rich', ['refusal'], { when: { fact: 'result', is: 'rich' } }),
      ],
    ),
    aStep(
      'decide',
      ['to-decide'],
      [
        anOutcome('confirm', ['finished'], { effects: [{ confirm: 'card' }] }),
        anOutcome('revoke', ['refusal'], { tone: 'refuse', effects: [{ revoke: 'card' }], note: 'required' }),
      ],
      { role: 'head', notBy: ['assess', 'check'] },
    ),
  ],
  endings: [
    anEnding('granted', ['finished']),
    { ...anEnding('refused', ['refusal']), kind: 'refused' },
    { ...anEnding('unmet', ['unmet']), kind: 'lapsed' },
    { ...anEnding('lapsed', ['silence']), kind: 'lapsed' },
    { ...anEnding('withdrawn', ['withdrawn']), kind: 'withdrawn' },
  ],
  interruptions: [withdraw, close],
  timers: [aTimer('lapse', 'returned', ['silence'], { citizen: 'Berkas tidak dilengkapi.' })],
  deadlines: [
    {
      ...norm,
      id: 'answer',
      kind: 'promise',
      label: 'Jawaban',
      duration: { amount: 3, unit: 'working_day' },
      starts: { filed: true },
      stops: [{ ended: true }],
      pausedWhile: ['returned'],
    },
    {
      ...norm,
      id: 'card',
      kind: 'promise',
      label: 'Kartu',
      duration: { amount: 1, unit: 'working_hour' },
      starts: { step: 'check', outcome: 'accept' },
      stops: [{ issued: 'card' }],
      when: { fact: 'result', is: 'poor' },
    },
    norm,
  ],
  products: [{ id: 'card', kind: 'card', label: 'Kartu', basis }],
};

export const aService = (changes: Partial<Process> = {}) => aStandard({ ...parts, ...changes });

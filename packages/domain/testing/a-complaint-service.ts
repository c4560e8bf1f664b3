// A service that knows people: anonymous and confidential reports, letters and a box, papers that are only shown, a draft
// that is reviewed and signed by who stands in, and a check by somebody outside.
import type { Channel } from '../standard/channel.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Process } from '../standard/process.ts';
import type { Role } from '../standard/step.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  applicant,
  aStandard,
  aStep,
  aTask,
  basis,
  officer,
  portal,
} from './a-standard.ts';

const role = (id: string, party: Role['party'] = 'staff', more: Partial<Role> = {}): Role => ({
  id,
  label: `Peran ${id}`,
  party,
  basis,
  ...more,
});

const channel = (id: string, kind: Channel['kind'], more: Partial<Channel> = {}): Channel => ({
  ...portal,
  id,
  kind,
  form: 'report',
  ...more,
});

const checkClock: Deadline = {
  id: 'outside',
  kind: 'norm',
  label: 'Pemeriksaan di lapangan',
  duration: { amount: 2, unit: 'working_day' },
  calendar: 'office',
  starts: { step: 'sort', outcome: 'ask' },
  stops: [{ step: 'inspect', outcome: 'seen' }],
  basis,
};

export const complaintProcess: Partial<Process> = {
  facts: [
    aFact('name', 'text', { privacy: 'identifying' }),
    aFact('phone', 'phone', { privacy: 'identifying' }),
    aFact('mail', 'email', { privacy: 'identifying' }),
    aFact('topic', 'text'),
    aFact('place', 'text'),
    aFact('spot', 'text'),
  ],
  identity: { facts: ['name', 'phone', 'mail'], seenBy: ['keeper'] },
  confidential: { label: 'Rahasiakan isi laporan saya?', seenBy: ['keeper'] },
  forms: [
    {
      ...aForm('report', [
        { fact: 'name', required: true },
        { fact: 'phone', required: false },
        { fact: 'mail', required: false },
        { fact: 'topic', required: true },
        { fact: 'place', required: false },
        { fact: 'spot', required: false },
      ]),
      atLeastOne: [
        ['phone', 'mail'],
        ['place', 'spot'],
      ],
    },
    aForm('call', [{ fact: 'name', required: true }]),
  ],
  roles: [
    applicant,
    officer,
    role('keeper'),
    role('head', 'staff', { byArea: true }),
    role('deputy', 'staff', { byArea: true }),
    role('secretary'),
    role('village', 'external'),
  ],
  channels: [
    channel('portal', 'portal', { identity: 'optional', confidential: true, requirements: ['proof'] }),
    channel('counter', 'counter', { identity: 'required', requirements: ['identity', 'proof'] }),
    channel('letter', 'letter', { receipt: 'stamped' }),
    channel('box', 'box', { receipt: 'opened', identity: 'anonymous' }),
    channel('chat', 'chat'),
  ],
  requirements: [
    {
      id: 'identity',
      label: 'Tanda pengenal',
      required: true,
      shown: true,
      oneOf: [
        { id: 'id-card', label: 'KTP' },
        { id: 'licence', label: 'SIM' },
      ],
      basis,
    },
    {
      id: 'proof',
      label: 'Bukti',
      required: false,
      oneOf: [
        { id: 'photo', label: 'Foto' },
        { id: 'letter', label: 'Surat' },
      ],
      basis,
    },
  ],
  steps: [
    aStep(
      'sort',
      ['filed'],
      [
        anOutcome('answer', ['draft']),
        anOutcome('ask', ['outside']),
        anOutcome('return', ['returned'], { tone: 'return', note: 'required', missing: true }),
      ],
      { form: 'call', checks: ['identity'] },
    ),
    aStep('supply', ['returned'], [anOutcome('supplied', ['filed'])], { kind: 'supply', role: 'applicant' }),
    aStep('inspect', ['outside'], [anOutcome('seen', ['draft'])], { role: 'village', enteredBy: 'officer' }),
    aTask('write', ['draft'], ['written']),
    aStep(
      'sign',
      ['written'],
      [
        anOutcome('sign', ['finished']),
        anOutcome('back', ['draft'], { tone: 'return', label: 'Kembalikan konsep' }),
      ],
      {
        role: 'head',
        review: { verb: 'sign', draft: 'write' },
        notBy: ['write'],
        delegates: [
          { role: 'deputy', as: 'plt' },
          { role: 'secretary', as: 'an' },
        ],
      },
    ),
  ],
  endings: [anEnding('answered', ['finished'])],
  deadlines: [
    checkClock,
    {
      ...checkClock,
      id: 'reply',
      kind: 'promise',
      duration: { amount: 5, unit: 'working_day' },
      starts: { filed: true },
      stops: [{ ended: true }],
      pausedWhile: ['outside'],
    },
  ],
};

export const aComplaintService = (changes: Partial<Process> = {}) =>
  aStandard({ ...complaintProcess, ...changes });
export const complaintService = aComplaintService();

// A proposal that waits to be gathered, and the batch of a village that gathers it: decided line by line, then ratified.
import { StandardId } from '../kernel/ids.ts';
import type { Standard } from '../standard/standard.ts';
import type { Role, Step } from '../standard/step.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  applicant,
  aStandard,
  aStep,
  basis,
  officer,
  portal,
} from './a-standard.ts';

export const proposalId = StandardId.parse('usulan-uji');
export const batchId = StandardId.parse('penetapan-uji');

/** Somebody outside the agency who has an account: works on what is of their village only. */
export const village: Role = {
  id: 'village',
  label: 'Operator desa',
  party: 'external',
  byArea: true,
  basis,
};

const personal = { privacy: 'identifying' } as const;

const counter = { ...portal, id: 'counter', kind: 'counter', label: 'Kantor desa' } as const;

const line = (id: string, after: string, outcomes: Step['outcomes']): Step =>
  aStep(id, [after], outcomes, { kind: 'line', role: 'village', batch: batchId });

/** Filed at the village, or on the portal; waits for the deliberation and then for the decree. */
export const proposal: Standard = {
  ...aStandard({
    roles: [applicant, village, officer],
    area: 'place',
    display: ['name'],
    facts: [
      aFact('name', 'text', personal),
      aFact('nik', 'nik', personal),
      aFact('place', 'region'),
      aFact('reason', 'text'),
    ],
    forms: [
      aForm('proposal', [
        { fact: 'name', required: true },
        { fact: 'nik', required: false },
        { fact: 'place', required: true },
        { fact: 'reason', required: false },
      ]),
    ],
    channels: [
      { ...counter, form: 'proposal' },
      { ...portal, form: 'proposal' },
    ],
    steps: [
      line('gather', 'filed', [
        anOutcome('worthy', ['chosen'], {
          from: [{ step: 'deliberate', decision: 'worthy' }],
          note: 'optional',
          citizen: 'Musyawarah desa menyetujui usulan Anda.',
        }),
        anOutcome('unworthy', ['refused'], {
          tone: 'refuse',
          from: [{ step: 'deliberate', decision: 'unworthy' }],
          note: 'optional',
          citizen: 'Musyawarah desa tidak menyetujui usulan Anda.',
          notify: true,
        }),
      ]),
      line('ratify', 'chosen', [
        anOutcome('ratified', ['granted'], { from: [{ step: 'sign', outcome: 'signed' }] }),
        anOutcome('returned', ['filed'], {
          tone: 'return',
          from: [{ step: 'verify', decision: 'remove' }, { ending: 'dissolved' }],
          note: 'optional',
          citizen: 'Usulan Anda dikembalikan ke desa.',
        }),
      ]),
    ],
    endings: [
      anEnding('granted', ['granted']),
      { ...anEnding('refused', ['refused']), kind: 'refused' },
      { ...anEnding('withdrawn', ['withdrawn']), kind: 'withdrawn' },
    ],
    interruptions: [
      {
        id: 'withdraw',
        label: 'Tarik usulan',
        role: 'applicant',
        note: 'none',
        to: ['withdrawn'],
        basis,
      },
    ],
    suspensions: [
      {
        id: 'hold',
        label: 'Tunda',
        role: 'officer',
        limit: { amount: 5, unit: 'working_day' },
        calendar: 'office',
        atMost: 3,
        citizen: 'Usulan Anda kami tunda.',
        basis,
      },
    ],
  }),
  id: proposalId,
  title: 'Usulan Uji',
  shortTitle: 'Usulan Uji',
};

/** Deliberated in the village (every line), verified by an officer (who may take lines out), signed, or dissolved. */
export const proposalBatch: Standard = {
  ...aStandard({
    roles: [village, officer],
    area: 'place',
    lines: {
      of: proposalId,
      step: 'gather',
      label: 'calon penerima',
      columns: [
        { fact: 'name', label: 'Nama' },
        { fact: 'nik', label: 'NIK' },
        { fact: 'reason', label: 'Alasan' },
      ],
      atMost: 1000,
      basis,
    },
    facts: [aFact('period', 'text'), aFact('place', 'region')],
    forms: [
      aForm('period', [
        { fact: 'period', required: true },
        { fact: 'place', required: false },
      ]),
    ],
    channels: [{ ...counter, form: 'period' }],
    steps: [
      aStep('deliberate', ['filed'], [anOutcome('decided', ['decided'])], {
        role: 'village',
        lines: {
          decisions: [
            { id: 'worthy', label: 'Layak', tone: 'proceed', note: 'optional', basis },
            { id: 'unworthy', label: 'Tidak layak', tone: 'refuse', note: 'required', drops: true, basis },
            { id: 'maybe', label: 'Ditunda', tone: 'return', note: 'none', basis },
          ],
          every: true,
        },
      }),
      aStep(
        'verify',
        ['decided'],
        [
          anOutcome('right', ['verified']),
          anOutcome('wrong', ['filed'], { tone: 'return', note: 'required', atMost: 2 }),
        ],
        {
          lines: {
            decisions: [
              { id: 'remove', label: 'Keluarkan', tone: 'return', note: 'required', drops: true, basis },
            ],
          },
        },
      ),
      aStep('sign', ['verified'], [anOutcome('signed', ['signed'])]),
    ],
    endings: [anEnding('done', ['signed']), { ...anEnding('dissolved', ['dissolved']), kind: 'lapsed' }],
    interruptions: [
      { id: 'dissolve', label: 'Bubarkan', role: 'officer', note: 'required', to: ['dissolved'], basis },
    ],
  }),
  id: batchId,
  kind: 'batch',
  title: 'Penetapan Uji',
  shortTitle: 'Penetapan Uji',
};

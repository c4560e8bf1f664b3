// A service whose product is a letter: written, corrected, initialled by the section head (whose tier may be passed), frozen
// by the initial of the secretary, signed by the head or who stands in; a return from there cancels it.
import type { By, StaffMember } from '../case/command.ts';
import type { Letter } from '../standard/letter.ts';
import type { Process } from '../standard/process.ts';
import type { Standard } from '../standard/standard.ts';
import type { Role } from '../standard/step.ts';
import {
  aFiling,
  after,
  clock,
  completing,
  filed,
  type Kept,
  scan,
  secret,
  sha256,
  staff,
} from './a-case.ts';
import { aService, parts } from './a-service.ts';
import { anEnding, anOutcome, aStep, basis } from './a-standard.ts';

const role = (id: string, label: string): Role => ({ id, label, party: 'staff', basis });

export const letterDesign: Letter = {
  documentClass: 'correspondence',
  layout: 'letter',
  paper: 'f4',
  subject: 'Rekomendasi',
  to: ['Kepala {@agency}'],
  body: [
    { paragraph: 'Menerangkan bahwa {name} dari {village}, nomor {@number}.' },
    { table: [{ label: 'Hasil', value: '{result}' }], when: { fact: 'married', is: true } },
  ],
  signatory: {},
};

const back = (id: string, to: string) =>
  anOutcome(id, [to], { tone: 'return', note: 'required', effects: [{ cancel: 'letter' }] });

export const letterProcess = (more: Partial<Letter> = {}): Partial<Process> => ({
  roles: [
    ...(parts.roles ?? []),
    role('section', 'Kepala Seksi'),
    role('secretary', 'Sekretaris'),
    role('deputy', 'Wakil Kepala'),
  ],
  steps: [
    aStep('draft', ['filed'], [anOutcome('written', ['drafted'])], { form: 'survey' }),
    aStep('review', ['drafted'], [anOutcome('pass', ['seen']), back('redo', 'filed')], {
      role: 'section',
      review: { verb: 'correct', draft: 'draft', skip: 'away' },
    }),
    aStep(
      'initial',
      ['seen'],
      [anOutcome('initial', ['to-sign'], { effects: [{ freeze: 'letter' }] }), back('redo', 'filed')],
      { role: 'secretary', review: { verb: 'initial', draft: 'draft', skip: 'vacant' } },
    ),
    aStep(
      'sign',
      ['to-sign'],
      [
        anOutcome('sign', ['finished'], { effects: [{ issue: 'letter', as: 'active' }] }),
        back('redo', 'filed'),
      ],
      {
        role: 'head',
        review: { verb: 'sign', draft: 'draft' },
        delegates: [{ role: 'deputy', as: 'plh' }],
        notBy: ['draft'],
      },
    ),
  ],
  endings: [
    anEnding('granted', ['finished']),
    { ...anEnding('withdrawn', ['withdrawn']), kind: 'withdrawn', label: 'Ditarik pemohon' },
  ],
  interruptions: (parts.interruptions ?? []).map((interruption) => ({ ...interruption, effects: [] })),
  timers: [],
  deadlines: [
    {
      ...(parts.deadlines ?? [])[0],
      id: 'letter',
      kind: 'promise',
      label: 'Surat',
      duration: { amount: 3, unit: 'working_day' },
      calendar: 'office',
      starts: { filed: true },
      stops: [{ issued: 'letter' }],
      basis,
    },
  ],
  products: [
    {
      id: 'letter',
      kind: 'letter',
      label: 'Surat Rekomendasi',
      numbering: {
        pattern: '{class}/{seq:000}/{unit}/{romanMonth}/{year}',
        classification: '400.9.14',
        register: 'surat-keluar',
      },
      validMonths: 6,
      letter: { ...letterDesign, ...more },
      basis,
    },
  ],
});

export const aLetterService = (more: Partial<Letter> = {}): Standard => aService(letterProcess(more));
export const letterService = aLetterService();

export const writer = staff('writer', ['officer']);
export const section = staff('section', ['section']);
export const secretary = staff('secretary', ['secretary']);
export const chief = staff('chief', ['head']);
export const deputy = staff('deputy', ['deputy']);

const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const result = { facts: { result: 'poor', size: 2 } };

export const letterFiling = aFiling({ facts, attachments: [scan('id-card')] });

/** Whatever the numbers of the register, and who decides. */
export type Do = (kept: Kept, command: Parameters<typeof after>[2], by: By) => Kept;

const doing =
  (standard: Standard): Do =>
  (kept, command, by) =>
    after(standard, kept, command, by);

/** The draft stands before the secretary, who freezes it. */
export const initialled = (standard = letterService, perform = doing(standard)): Kept => {
  const drafted = perform(filed(standard, letterFiling), completing('draft', 'written', result), writer);
  return perform(drafted, completing('review', 'pass'), section);
};

export const frozen = (standard = letterService, perform = doing(standard)): Kept =>
  perform(initialled(standard, perform), completing('initial', 'initial'), secretary);

export const letterFile = { sha256: sha256('surat'), bytes: 12_000 };

export const letterOf = ({ snapshot }: Kept) => {
  const record = snapshot.products.at(-1);
  if (!record) throw new Error('there is no letter');
  return record;
};

export const signatoryOf = (member: StaffMember, as?: 'plh') => ({
  id: member.id,
  name: member.name,
  role: as ? 'deputy' : 'head',
  ...(as && { as }),
});

export const prepared = (
  kept: Kept,
  method: 'seal' | 'certificate' | 'ink' = 'seal',
  signatory: ReturnType<typeof signatoryOf> | undefined = signatoryOf(chief.member),
  perform = doing(letterService),
): Kept =>
  perform(
    kept,
    {
      type: 'prepareDocument',
      id: letterOf(kept).id,
      file: letterFile,
      method,
      ...(signatory && { signatory }),
    },
    clock,
  );

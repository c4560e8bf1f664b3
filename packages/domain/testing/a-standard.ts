// Small standards for tests: only what a test is about is written out.
import { AgencyId, StandardId } from '../kernel/ids.ts';
import type { Channel } from '../standard/channel.ts';
import type { Ending, Timer } from '../standard/ending.ts';
import type { Fact, Form } from '../standard/facts.ts';
import type { Process } from '../standard/process.ts';
import type { Standard } from '../standard/standard.ts';
import type { Outcome, Role, Step } from '../standard/step.ts';

export const basis = { cites: ['procedure.1'] };

type With<T extends { id: string }> = Partial<Omit<T, 'id'>>;

export const anOutcome = (id: string, to: readonly string[], more: With<Outcome> = {}): Outcome => ({
  id,
  label: `Pilih ${id}`,
  tone: 'proceed',
  note: 'none',
  to: [...to],
  basis,
  ...more,
});

export const aStep = (
  id: string,
  after: readonly string[],
  outcomes: readonly Outcome[],
  more: With<Step> = {},
): Step => ({
  id,
  kind: 'task',
  label: `Kerjakan ${id}`,
  role: 'officer',
  after: [...after],
  outcomes: [...outcomes],
  basis,
  ...more,
});

/** A task with one outcome `done`. */
export const aTask = (
  id: string,
  after: readonly string[],
  to: readonly string[],
  more: With<Step> = {},
): Step => aStep(id, after, [anOutcome('done', to)], more);

export const aRoute = (id: string, after: readonly string[], outcomes: readonly Outcome[]): Step => {
  const { role, ...step } = aStep(id, after, outcomes, { kind: 'route' });
  return step;
};

export const anEnding = (id: string, after: readonly string[]): Ending => ({
  id,
  kind: 'granted',
  label: id,
  citizen: `Permohonan Anda selesai: ${id}.`,
  after: [...after],
  basis,
});

export const aFact = (id: string, type: Fact['type'] = 'boolean', more: With<Fact> = {}): Fact => ({
  id,
  label: `Pertanyaan ${id}`,
  type,
  privacy: 'ordinary',
  basis,
  ...more,
});

export const aForm = (id: string, fields: Form['pages'][number]['fields']): Form => ({
  id,
  title: `Formulir ${id}`,
  pages: [{ id: 'satu', title: 'Satu', fields }],
});

export const aTimer = (id: string, place: string, to: readonly string[], more: With<Timer> = {}): Timer => ({
  id,
  label: `Waktu ${id}`,
  while: place,
  after: { amount: 30, unit: 'calendar_day' },
  calendar: 'office',
  to: [...to],
  basis,
  ...more,
});

export const applicant: Role = { id: 'applicant', label: 'Pemohon', party: 'applicant', basis };
export const officer: Role = { id: 'officer', label: 'Petugas', party: 'staff', basis };

export const portal: Channel = {
  id: 'portal',
  kind: 'portal',
  label: 'Portal',
  form: 'filing',
  requirements: [],
  opens: 'filed',
  hours: 'office',
  basis,
};

const wish = aForm('filing', [{ fact: 'wish', required: false }]);

export const aProcess = (parts: Partial<Process>): Process => ({
  roles: [applicant, officer],
  channels: [portal],
  requirements: [],
  steps: [aTask('work', ['filed'], ['finished'])],
  endings: [anEnding('granted', ['finished'])],
  interruptions: [],
  timers: [],
  deadlines: [],
  products: [],
  examples: [],
  ...parts,
  facts: [aFact('wish'), ...(parts.facts ?? [])],
  forms: [wish, ...(parts.forms ?? [])],
});

export const aStandard = (parts: Partial<Process>): Standard => ({
  format: 'layan.standard/1',
  id: StandardId.parse('layanan-uji'),
  agency: AgencyId.parse('dinas-uji'),
  kind: 'application',
  title: 'Standar Pelayanan Uji',
  shortTitle: 'Layanan Uji',
  summary: 'Layanan untuk menguji.',
  decree: null,
  sources: [{ id: 'uji', title: 'Dokumen uji' }],
  components: [
    {
      key: 'procedure',
      title: 'Prosedur',
      sentences: [{ id: 'procedure.1', text: 'Petugas mengerjakan.', source: 'uji' }],
    },
  ],
  readings: [],
  process: aProcess(parts),
});

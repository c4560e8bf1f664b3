// How long the checker takes for a large standard: forty steps, four channels, branches, a review of seven tiers, parts that
// run side by side. `node test/bench/check-standard.ts [times]`; the issue asks for one second.
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { stateGraph } from '@layan/domain/process/state-graph';
import { checkStandard } from '@layan/domain/standard/check';
import { Standard } from '@layan/domain/standard/standard';
import { median } from './median.ts';

const basis = { cites: ['procedure.1'] };
const kinds = ['counter', 'portal', 'letter', 'national'] as const;
const tiers = ['correct', 'correct', 'correct', 'initial', 'initial', 'initial', 'sign'] as const;

const outcome = (id: string, to: readonly string[], more: object = {}) => ({
  id,
  label: `Hasil ${id}`,
  tone: 'proceed',
  note: 'none',
  to,
  citizen: 'Berkas Anda berjalan.',
  basis,
  ...more,
});

const back = (to: string) =>
  outcome('back', [to], { tone: 'return', note: 'required', atMost: 2, missing: true });

const task = (id: string, after: readonly string[], outcomes: readonly object[], more: object = {}) => ({
  id,
  kind: 'task',
  label: `Langkah ${id}`,
  role: 'staff',
  after,
  outcomes,
  citizen: 'Petugas bekerja.',
  basis,
  ...more,
});

const route = (id: string, after: string, outcomes: readonly object[]) => ({
  id,
  kind: 'route',
  label: `Cabang ${id}`,
  after: [after],
  outcomes,
  basis,
});

const when = (fact: string, value: string) => ({ when: { fact, is: value } });

/** One of the parts that run side by side: three steps, of which one may be done again. */
const part = (number: number) => [
  task(`part-${number}-a`, [`part-${number}`], [outcome('go', [`part-${number}-b`])]),
  task(
    `part-${number}-b`,
    [`part-${number}-b`],
    [outcome('go', [`part-${number}-c`]), back(`part-${number}`)],
  ),
  task(`part-${number}-c`, [`part-${number}-c`], [outcome('go', [`part-${number}-done`])]),
];

const parts = [1, 2, 3];

const intake = kinds.flatMap((kind) => [
  task(
    `${kind}-check`,
    [`${kind}-in`],
    [
      outcome('accept', ['accepted']),
      outcome('return', [`${kind}-returned`], { tone: 'return', note: 'required', missing: true }),
    ],
  ),
  {
    ...task(`${kind}-complete`, [`${kind}-returned`], [outcome('supplied', [`${kind}-in`])], {
      role: 'applicant',
    }),
    kind: 'supply',
  },
]);

const branches = ['plain', 'hard', 'urgent'].flatMap((name) => [
  task(`${name}-work`, [name], [outcome('go', [`${name}-checked`])], { form: 'verdict' }),
  route(`${name}-route`, `${name}-checked`, [
    outcome('good', ['split'], when('verdict', 'good')),
    outcome('bad', ['refused'], when('verdict', 'bad')),
  ]),
]);

const review = tiers.map((verb, at) =>
  task(
    `tier-${at + 1}`,
    [`tier-${at + 1}`],
    [outcome('pass', [at + 1 < tiers.length ? `tier-${at + 2}` : 'signed']), back('to-draft')],
    { review: { verb, draft: 'draft' } },
  ),
);

const steps = [
  ...intake,
  route('sort', 'accepted', [
    outcome('plain', ['plain'], when('urgency', 'plain')),
    outcome('hard', ['hard'], when('urgency', 'hard')),
    outcome('urgent', ['urgent'], when('urgency', 'urgent')),
  ]),
  ...branches,
  task(
    'start-parts',
    ['split'],
    [
      outcome(
        'go',
        parts.map((number) => `part-${number}`),
      ),
    ],
  ),
  ...parts.flatMap(part),
  task(
    'join',
    parts.map((number) => `part-${number}-done`),
    [outcome('go', ['to-draft'])],
  ),
  task('draft', ['to-draft'], [outcome('go', ['tier-1'])]),
  ...review,
  task('number', ['signed'], [outcome('go', ['numbered'])]),
  task('send', ['numbered'], [outcome('go', ['sent'])]),
  task('file', ['sent'], [outcome('go', ['filed'])]),
  task('note', ['filed'], [outcome('go', ['noted'])]),
  task('archive', ['noted'], [outcome('go', ['archived'])]),
  task('reaction', ['archived'], [outcome('content', ['done']), back('to-draft')]),
];

const choice = (id: string, values: readonly string[]) => ({
  id,
  label: id,
  type: 'choice',
  privacy: 'ordinary',
  options: values.map((value) => ({ value, label: value })),
  basis,
});

const form = (id: string, fact: string) => ({
  id,
  title: id,
  pages: [{ id, title: id, fields: [{ fact, required: true }] }],
});

const sentence = (key: string) => ({
  key,
  title: key,
  sentences: [{ id: `${key}.1`, text: `Kalimat ${key} lewat portal, surat, dan SP4N.`, source: 'bench' }],
});

const ending = (id: string, kind: string, after: string) => ({
  id,
  kind,
  label: id,
  citizen: 'Berkas Anda selesai.',
  notify: true,
  after: [after],
  basis,
});

const standard = Standard.parse({
  format: 'layan.standard/1',
  id: 'bench',
  agency: 'dinas-uji',
  kind: 'application',
  title: 'Standar besar',
  shortTitle: 'Besar',
  summary: 'Empat puluh langkah.',
  decree: null,
  sources: [{ id: 'bench', title: 'Uji' }],
  components: ['requirements', 'procedure', 'processingTime', 'fee', 'product', 'complaintHandling'].map(
    sentence,
  ),
  complaints: 'pengaduan',
  readings: [],
  process: {
    facts: [choice('urgency', ['plain', 'hard', 'urgent']), choice('verdict', ['good', 'bad'])],
    forms: [form('request', 'urgency'), form('verdict', 'verdict')],
    roles: [
      { id: 'staff', label: 'Petugas', party: 'staff', basis },
      { id: 'applicant', label: 'Pemohon', party: 'applicant', basis },
    ],
    channels: kinds.map((kind) => ({
      id: kind,
      kind,
      label: kind,
      form: 'request',
      requirements: [],
      opens: `${kind}-in`,
      hours: 'office',
      basis,
    })),
    requirements: [],
    steps,
    endings: [
      ending('granted', 'granted', 'done'),
      ending('refused', 'refused', 'refused'),
      ending('lapsed', 'lapsed', 'lapsed'),
    ],
    interruptions: [],
    timers: kinds.map((kind) => ({
      id: `${kind}-lapse`,
      label: 'Tidak dilengkapi',
      while: `${kind}-returned`,
      after: { amount: 30, unit: 'calendar_day' },
      calendar: 'office',
      to: ['lapsed'],
      basis,
    })),
    deadlines: [
      {
        id: 'promise',
        kind: 'promise',
        label: 'Selesai',
        duration: { amount: 20, unit: 'working_day' },
        calendar: 'office',
        starts: { filed: true },
        stops: [{ ended: true }],
        pausedWhile: kinds.map((kind) => `${kind}-returned`),
        basis,
      },
      ...[...parts.map((number) => `part-${number}-a`), 'draft', 'send'].map((step) => ({
        id: `norm-${step}`,
        kind: 'norm',
        label: step,
        duration: { amount: 5, unit: 'working_day' },
        calendar: 'office',
        starts: {
          step: step === 'send' ? 'number' : step === 'draft' ? 'join' : 'start-parts',
          outcome: 'go',
        },
        stops: [{ step, outcome: 'go' }],
        basis,
      })),
    ],
    products: [],
    examples: [],
  },
});

const times = Number(process.argv[2] ?? 5);
const took = Array.from({ length: times }, () => {
  const fresh = structuredClone(standard);
  const started = performance.now();
  const findings = checkStandard(fresh);
  return { ms: performance.now() - started, findings };
});
const { states, complete } = stateGraph(standard.process, 1_000_000);
const codes = new Set(took[0]?.findings.map(({ code }) => code));
process.stdout.write(
  `${[
    `${standard.process.steps.length} steps, ${kinds.length} channels, ${states.length} states${complete ? '' : ' and more'}`,
    `checked in ${Math.round(median(took.map(({ ms }) => ms)))} ms (median of ${times}; ${cpus()[0]?.model ?? 'unknown processor'})`,
    `findings: ${[...codes].join(', ')}`,
  ].join('\n')}\n`,
);

// Random processes that are sound by the way they are built: blocks with one way in and one way out, nested.
// Tasks, choices, work side by side, bounded and unbounded loops, returned files, routes, provisional products, lapses;
// reviews, people who stand in, work outside that is entered, papers that are shown, names that need not be told;
// days that are agreed, cases of other services, holds, extensions, clocks that wait for others.

import type { Channel, Requirement } from '../standard/channel.ts';
import type { Condition } from '../standard/conditions.ts';
import type { Deadline, Trigger } from '../standard/deadline.ts';
import type { Duration } from '../standard/duration.ts';
import type { Suspension, Timer } from '../standard/ending.ts';
import type { Fact, Form } from '../standard/facts.ts';
import type { Process } from '../standard/process.ts';
import type { Product } from '../standard/product.ts';
import type { Outcome, Role, Step } from '../standard/step.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  aProcess,
  applicant,
  aRoute,
  aStep,
  aTimer,
  basis,
  officer,
  portal,
} from './a-standard.ts';
import type { Chance } from './chance.ts';

const roles: readonly Role[] = [
  applicant,
  officer,
  { id: 'surveyor', label: 'Penyurvei', party: 'staff', byArea: true, basis },
  { id: 'head', label: 'Kepala', party: 'staff', basis },
  { id: 'village', label: 'Kelurahan', party: 'external', basis },
];

const personal: readonly Fact[] = [
  aFact('name', 'text', { privacy: 'identifying' }),
  aFact('phone', 'phone', { privacy: 'identifying' }),
  aFact('mail', 'email', { privacy: 'identifying' }),
  aFact('hope'),
];

const report: Form = {
  ...aForm('report', [
    { fact: 'name', required: true },
    { fact: 'phone', required: false },
    { fact: 'mail', required: false },
    { fact: 'wish', required: false },
    { fact: 'hope', required: false },
  ]),
  atLeastOne: [
    ['phone', 'mail'],
    ['wish', 'hope'],
  ],
};

const either = ['one', 'other'].map((id) => ({ id, label: `Yang ${id}` }));

const requirements: readonly Requirement[] = [
  { id: 'id-card', label: 'KTP', required: true, basis },
  { id: 'identity', label: 'Pengenal', required: true, shown: true, oneOf: either, basis },
  { id: 'photo', label: 'Foto', required: true, oneOf: either, basis },
];

const channels: readonly Channel[] = [
  {
    ...portal,
    form: 'report',
    requirements: ['id-card', 'identity'],
    identity: 'optional',
    confidential: true,
  },
  {
    ...portal,
    id: 'counter',
    kind: 'counter',
    form: 'report',
    requirements: ['identity'],
    identity: 'required',
  },
  {
    ...portal,
    id: 'letter',
    kind: 'letter',
    form: 'report',
    hours: 'counter',
    receipt: 'stamped',
    requirements: ['photo'],
  },
  { ...portal, id: 'box', kind: 'box', form: 'report', receipt: 'opened', identity: 'anonymous' },
];

interface Draft {
  readonly chance: Chance;
  readonly steps: Step[];
  readonly timers: Timer[];
  readonly facts: Fact[];
  readonly forms: Form[];
  readonly products: string[];
  places: number;
  /** Asked once at most: the same question a second time has but one answer. */
  byName: boolean;
  /** Facts that tell a day that was agreed. */
  readonly days: string[];
}

/** Where a block stands: alone it may leave the process early, beside others it may not. */
interface Spot {
  readonly from: string;
  readonly to: string;
  readonly depth: number;
  readonly alone: boolean;
}

const place = (draft: Draft): string => {
  draft.places += 1;
  return `p${draft.places}`;
};

const stepId = (draft: Draft): string => `s${draft.steps.length}`;

const staffRoles = ['officer', 'surveyor', 'head'] as const;

/** Sometimes somebody stands in, somebody outside does it, or something is brought. */
const byOthers = (chance: Chance, role: (typeof staffRoles)[number]): Partial<Step> => ({
  ...(chance.onceIn(4) && {
    delegates: staffRoles
      .filter((other) => other !== role)
      .map((other) => ({ role: other, as: chance.oneOf(['plt', 'plh', 'an'] as const) })),
  }),
  ...(chance.onceIn(5) && { role: 'village', enteredBy: role }),
  ...(chance.onceIn(5) && { evidence: ['photo', 'identity'] }),
});

const addTask = (
  draft: Draft,
  after: string[],
  outcomes: Outcome[],
  more: Parameters<typeof aStep>[3] = {},
): string => {
  const id = stepId(draft);
  const role = draft.chance.oneOf(staffRoles);
  draft.steps.push(aStep(id, after, outcomes, { role, ...byOthers(draft.chance, role), ...more }));
  return id;
};

const task = (draft: Draft, { from, to }: Spot): void => {
  addTask(draft, [from], [anOutcome('done', [to])]);
};

const sequence = (draft: Draft, spot: Spot): void => {
  const middle = place(draft);
  block(draft, { ...spot, to: middle });
  block(draft, { ...spot, from: middle });
};

const choice = (draft: Draft, spot: Spot): void => {
  const [left, right] = [place(draft), place(draft)];
  addTask(
    draft,
    [spot.from],
    [anOutcome('left', [left]), anOutcome('right', [right], { tone: 'refuse', note: 'optional' })],
  );
  block(draft, { ...spot, from: left });
  block(draft, { ...spot, from: right });
};

const sideBySide = (draft: Draft, spot: Spot): void => {
  const [a, b, c, d] = [place(draft), place(draft), place(draft), place(draft)];
  addTask(draft, [spot.from], [anOutcome('split', [a, b])]);
  block(draft, { ...spot, from: a, to: c, alone: false });
  block(draft, { ...spot, from: b, to: d, alone: false });
  addTask(draft, [c, d], [anOutcome('join', [spot.to])]);
};

const boundedLoop = (draft: Draft, { from, to }: Spot): void => {
  const atMost = 1 + draft.chance.below(3);
  addTask(
    draft,
    [from],
    [
      anOutcome('done', [to]),
      anOutcome('again', [from], { atMost, note: 'optional' }),
      anOutcome('give-up', [to], { insteadOf: 'again' }),
    ],
  );
};

const units = ['minute', 'working_minute', 'hour', 'working_hour', 'working_day', 'calendar_day'] as const;

const length = (chance: Chance, most = 10): Duration => ({
  amount: 1 + chance.below(most),
  unit: chance.oneOf(units),
});

/** Nobody waits at a place for ever. */
const giveUp = ({ chance, timers }: Draft, place: string): void => {
  const after = chance.onceIn(2) ? length(chance, 30) : { amount: 30, unit: 'calendar_day' as const };
  timers.push(
    aTimer(`t${timers.length}`, place, ['early'], { after, calendar: chance.oneOf(['office', 'counter']) }),
  );
};

const returnedFile = (draft: Draft, { from, to, alone }: Spot): void => {
  const returned = place(draft);
  addTask(
    draft,
    [from],
    [
      anOutcome('accept', [to]),
      anOutcome('return', [returned], { tone: 'return', note: 'required', missing: true }),
    ],
  );
  draft.steps.push(
    aStep(stepId(draft), [returned], [anOutcome('supplied', [from])], { kind: 'supply', role: 'applicant' }),
  );
  if (alone) giveUp(draft, returned);
};

/** A draft that goes up through tiers, each of which may give it back. */
const reviewed = (draft: Draft, { from, to }: Spot): void => {
  const { chance } = draft;
  const tiers = chance.oneOf([['sign'], ['initial', 'sign'], ['correct', 'initial', 'sign']] as const);
  let waits = place(draft);
  const writer = addTask(draft, [from], [anOutcome('written', [waits])]);
  for (const verb of tiers) {
    const next = verb === 'sign' ? to : place(draft);
    const back = anOutcome('back', [from], { tone: 'return', note: chance.oneOf(['none', 'required']) });
    addTask(draft, [waits], [anOutcome(verb, [next]), back], { review: { verb, draft: writer } });
    waits = next;
  }
};

/** Who did not tell their name goes another way. */
const byName = (draft: Draft, spot: Spot): void => {
  if (draft.byName) {
    task(draft, spot);
    return;
  }
  draft.byName = true;
  const [named, nameless] = [place(draft), place(draft)];
  const known = { known: 'name' };
  draft.steps.push(
    aRoute(
      stepId(draft),
      [spot.from],
      [
        anOutcome('named', [named], { when: known }),
        anOutcome('nameless', [nameless], { when: { not: known } }),
      ],
    ),
  );
  block(draft, { ...spot, from: named });
  block(draft, { ...spot, from: nameless });
};

const askedFact = (draft: Draft): { readonly form: string; readonly holds: Condition } => {
  const id = `f${draft.facts.length}`;
  const kind = draft.chance.below(3);
  if (kind === 0) draft.facts.push(aFact(id));
  if (kind === 1) draft.facts.push(aFact(id, 'integer', { min: 0, max: 9 }));
  if (kind === 2) {
    draft.facts.push(
      aFact(id, 'choice', { options: ['a', 'b', 'c'].map((value) => ({ value, label: value })) }),
    );
  }
  const form = `form-${id}`;
  draft.forms.push(aForm(form, [{ fact: id, required: true }]));
  const conditions: Condition[] = [
    { fact: id, is: true },
    { fact: id, atLeast: 5 },
    { fact: id, in: ['a', 'b'] },
  ];
  return { form, holds: conditions[kind] ?? { known: id } };
};

const route = (draft: Draft, spot: Spot): void => {
  const [asked, left, right] = [place(draft), place(draft), place(draft)];
  const { form, holds } = askedFact(draft);
  addTask(draft, [spot.from], [anOutcome('done', [asked])], { form });
  draft.steps.push(
    aRoute(
      stepId(draft),
      [asked],
      [anOutcome('yes', [left], { when: holds }), anOutcome('no', [right], { when: { not: holds } })],
    ),
  );
  block(draft, { ...spot, from: left });
  block(draft, { ...spot, from: right });
};

const guarded = (draft: Draft, { from, to }: Spot): void => {
  const { form, holds } = askedFact(draft);
  addTask(
    draft,
    [from],
    [anOutcome('yes', [to], { when: holds }), anOutcome('no', [to], { when: { not: holds } })],
    { form },
  );
};

const provisional = (draft: Draft, spot: Spot): void => {
  const [out, checked] = [place(draft), place(draft)];
  const product = `card-${draft.products.length}`;
  draft.products.push(product);
  const issuer = addTask(
    draft,
    [spot.from],
    [anOutcome('issue', [out], { effects: [{ issue: product, as: 'provisional' }] })],
  );
  block(draft, { ...spot, from: out, to: checked });
  addTask(
    draft,
    [checked],
    [
      anOutcome('confirm', [spot.to], { effects: [{ confirm: product }] }),
      anOutcome('revoke', [spot.to], { effects: [{ revoke: product }] }),
    ],
    { notBy: [issuer] },
  );
};

/** Somebody agrees on a day, again and again if it takes that. */
const agreement = (draft: Draft, { from, to }: Spot): void => {
  const day = `day${draft.days.length}`;
  const form = `form-${day}`;
  draft.days.push(day);
  draft.facts.push(aFact(day, 'date'));
  draft.forms.push(aForm(form, [{ fact: day, required: true }]));
  addTask(draft, [from], [anOutcome('agreed', [to]), anOutcome('later', [from], { atMost: 2 })], { form });
};

/** A case of another service decides, sometimes only when it is opened again. */
const elsewhere = (draft: Draft, { from, to, alone }: Spot): void => {
  const fed = `fed${draft.facts.length}`;
  draft.facts.push(aFact(fed));
  const { role, ...step } = aStep(
    stepId(draft),
    [from],
    [
      anOutcome('good', [to], { endings: ['granted'] }),
      anOutcome('again', [from], { endings: ['lapsed'], atMost: 1 }),
      anOutcome('rest', [to]),
    ],
    {
      kind: 'subcase',
      subcase: { service: 'layanan-lain', channel: 'dalam', carries: {}, feeds: { [fed]: 'result' } },
    },
  );
  draft.steps.push(step);
  if (alone && draft.chance.onceIn(2)) giveUp(draft, from);
};

const shapes = [
  task,
  sequence,
  choice,
  sideBySide,
  boundedLoop,
  returnedFile,
  route,
  guarded,
  provisional,
  reviewed,
  byName,
  agreement,
  elsewhere,
];

function block(draft: Draft, spot: Spot): void {
  const shape = spot.depth === 0 ? task : draft.chance.oneOf(shapes);
  shape(draft, { ...spot, depth: spot.depth - 1 });
}

const triggers = ({ steps }: Draft, chance: Chance): Trigger => {
  const { id, outcomes } = chance.oneOf(steps);
  return { step: id, outcome: chance.oneOf(outcomes).id };
};

/** More time is given in the hours in which the clock runs. */
const more = (chance: Chance, { unit }: Deadline['duration']): Duration => ({
  amount: 1 + chance.below(5),
  unit: chance.oneOf(
    units.filter(
      (one) =>
        (unit !== 'agreed' && (one === unit || !unit.startsWith('working_'))) || one.startsWith('working_'),
    ),
  ),
});

/** What may hold a clock up or give it more time. */
const leniency = ({ chance }: Draft, at: number, duration: Deadline['duration']): Partial<Deadline> => ({
  ...(chance.onceIn(3) && {
    pausedFor: chance.oneOf<('applicant' | 'external')[]>([
      ['applicant'],
      ['external'],
      ['applicant', 'external'],
    ]),
  }),
  ...(chance.onceIn(2) && {
    extension: {
      role: chance.oneOf(staffRoles),
      by: more(chance, duration),
      atMost: 1 + chance.below(3),
    },
  }),
  ...(at > 0 && chance.onceIn(3) && { within: `d${chance.below(at)}` }),
});

/** Only a promise limits another clock: the checker refuses anything else. */
const withinPromises = (deadlines: readonly Deadline[]): Deadline[] =>
  deadlines.map(({ within, ...deadline }) => {
    const limit = deadlines.find(({ id }) => id === within);
    return limit?.kind === 'promise' ? { ...deadline, within: limit.id } : deadline;
  });

const suspension = (chance: Chance): Suspension => ({
  id: 'hold',
  label: 'Tunda',
  role: chance.oneOf(staffRoles),
  limit: length(chance),
  calendar: chance.oneOf(['office', 'counter']),
  atMost: 1 + chance.below(3),
  citizen: 'Berkas Anda kami tunda.',
  ...(chance.onceIn(2) && { resumed: 'Berkas Anda kami lanjutkan.' }),
  basis,
});

const deadline = (draft: Draft, at: number): Deadline => {
  const { chance } = draft;
  const fact = chance.onceIn(2) ? draft.facts[0] : undefined;
  const duration: Deadline['duration'] =
    draft.days.length > 0 && chance.onceIn(2)
      ? { unit: 'agreed', fact: chance.oneOf(draft.days) }
      : length(chance);
  return {
    id: `d${at}`,
    kind: chance.oneOf(['promise', 'target', 'norm']),
    label: `Janji ${at}`,
    duration,
    ...leniency(draft, at, duration),
    calendar: chance.oneOf(['office', 'counter']),
    starts: chance.onceIn(2) ? { filed: true } : triggers(draft, chance),
    stops: [chance.onceIn(2) ? { ended: true } : triggers(draft, chance)],
    ...(fact && { when: { fact: fact.id, is: chance.oneOf([true, 5, 'a']) } }),
    ...(chance.onceIn(2) && { pausedWhile: chance.oneOf(draft.steps).after }),
    basis,
  };
};

const changes = ['suspend', 'resume', 'revoke', 'return', 'replace'] as const;

/** A card with a life of its own, sometimes one that runs out. */
const product = (chance: Chance, id: string): Product => ({
  id,
  kind: 'card',
  label: id,
  numbering: { pattern: '{seq:000}/{year}' },
  ...(chance.onceIn(2) && { validMonths: 1 + chance.below(3) }),
  actions: changes.map((change) => ({
    id: `${id}-${change}`,
    label: change,
    change,
    role: chance.oneOf(['officer', 'head']),
    note: chance.oneOf(['none', 'optional', 'required']),
    basis,
  })),
  basis,
});

/** A sound process of random shape. */
export const randomProcess = (chance: Chance): Process => {
  const draft: Draft = {
    chance,
    steps: [],
    timers: [],
    facts: [],
    forms: [],
    products: [],
    places: 0,
    byName: false,
    days: [],
  };
  block(draft, { from: 'filed', to: 'finished', depth: 1 + chance.below(4), alone: true });
  const revocations = draft.products.map((revoke) => ({ revoke }));
  return aProcess({
    roles: [...roles],
    channels: [...channels],
    identity: { facts: ['name', 'phone', 'mail'], seenBy: ['head'] },
    confidential: { label: 'Rahasiakan isinya?', seenBy: ['head'] },
    steps: draft.steps,
    facts: [...personal, ...draft.facts],
    forms: [report, ...draft.forms],
    timers: draft.timers.map((timer) => ({ ...timer, effects: revocations })),
    endings: [anEnding('granted', ['finished']), anEnding('left', ['early'])],
    ...(chance.onceIn(2) && { suspensions: [suspension(chance)] }),
    interruptions: [
      {
        id: 'withdraw',
        label: 'Batal',
        role: 'applicant',
        note: 'none',
        effects: revocations,
        to: ['early'],
        basis,
      },
    ],
    products: draft.products.map((id) => product(chance, id)),
    deadlines: withinPromises(Array.from({ length: chance.below(4) }, (_, at) => deadline(draft, at))),
    requirements: [...requirements],
  });
};

// Each test breaks a sound process in one way and looks for that fault only.
import { describe, expect, test } from 'vitest';
import { play } from '../case/play.ts';
import { defaultCalendar } from '../deadline/default-calendar.ts';
import { InstantText } from '../kernel/ids.ts';
import { ContentHash } from '../standard/content-hash.ts';
import type { Interruption } from '../standard/ending.ts';
import type { Process } from '../standard/process.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  aProcess,
  aRoute,
  aStandard,
  aStep,
  aTask,
  aTimer,
  basis,
} from '../testing/a-standard.ts';
import { explore } from './explore.ts';
import { defaultLimit, limitFor } from './explore-limit.ts';
import type { Story } from './story.ts';

const clean = {
  complete: true,
  deadSteps: [],
  deadOutcomes: [],
  deadTimers: [],
  deadEndings: [],
  stuck: [],
  trapped: [],
  unsafe: [],
  provisional: [],
  overlaps: [],
  letters: [],
  endless: [],
};

const faultsOf = (parts: Partial<Process>) => {
  const { states, endings, ...faults } = explore(aProcess(parts));
  return faults;
};

const decision = aForm('decision', [{ fact: 'poor', required: true }]);
const poor = { fact: 'poor', is: true } as const;
const card = { id: 'card', kind: 'card', label: 'Kartu', basis } as const;

describe('a sound process', () => {
  test('has no faults, and a shortest story to each ending', () => {
    const process = aProcess({
      facts: [aFact('poor')],
      forms: [decision],
      steps: [
        aTask('decide', ['filed'], ['decided'], { form: 'decision' }),
        aRoute(
          'route',
          ['decided'],
          [
            anOutcome('yes', ['left', 'right'], { when: poor }),
            anOutcome('no', ['refusal'], { when: { not: poor } }),
          ],
        ),
        aTask('survey', ['left'], ['surveyed']),
        aTask('print', ['right'], ['printed']),
        aTask('join', ['surveyed', 'printed'], ['finished']),
      ],
      endings: [anEnding('granted', ['finished']), anEnding('refused', ['refusal'])],
    });
    const { states, endings, ...faults } = explore(process);
    expect(faults).toEqual(clean);
    expect(endings).toEqual([
      {
        ending: 'refused',
        story: {
          channel: 'portal',
          facts: {},
          turns: [{ step: 'decide', outcome: 'done', facts: { poor: false } }],
        },
      },
      { ending: 'granted', story: expect.objectContaining({ channel: 'portal' }) },
    ]);
    expect(endings[1]?.story.turns).toHaveLength(4);
  });

  test('may loop as long as there is a way out', () => {
    const steps = [
      aStep('check', ['filed'], [anOutcome('accept', ['finished']), anOutcome('return', ['returned'])]),
      aStep('supply', ['returned'], [anOutcome('supplied', ['filed'])], {
        kind: 'supply',
        role: 'applicant',
      }),
    ];
    expect(faultsOf({ steps })).toEqual(clean);
  });

  test('a provisional product that is always decided is no fault', () => {
    const steps = [
      aStep(
        'issue',
        ['filed'],
        [anOutcome('issue', ['out'], { effects: [{ issue: 'card', as: 'provisional' }] })],
      ),
      aStep(
        'verify',
        ['out'],
        [
          anOutcome('keep', ['finished'], { effects: [{ confirm: 'card' }] }),
          anOutcome('take', ['finished'], { effects: [{ revoke: 'card' }] }),
        ],
      ),
    ];
    expect(faultsOf({ steps, products: [card] })).toEqual(clean);
  });
});

describe('a fault is found', () => {
  test('a step that no token reaches, and what only it leads to', () => {
    const steps = [aTask('work', ['filed'], ['finished']), aTask('lost', ['nowhere'], ['end'])];
    const endings = [anEnding('granted', ['finished']), anEnding('lost-end', ['end'])];
    expect(faultsOf({ steps, endings })).toEqual({
      ...clean,
      deadSteps: ['lost'],
      deadEndings: ['lost-end'],
    });
  });

  test('an outcome whose condition nothing can make true', () => {
    const steps = [
      aStep(
        'work',
        ['filed'],
        [
          anOutcome('done', ['finished']),
          anOutcome('never', ['finished'], { when: { all: [poor, { not: poor }] } }),
        ],
      ),
    ];
    expect(faultsOf({ facts: [aFact('poor')], steps })).toEqual({
      ...clean,
      deadOutcomes: [{ step: 'work', outcome: 'never' }],
    });
  });

  test('a place where nothing can happen, with the story that leads there', () => {
    const steps = [aStep('work', ['filed'], [anOutcome('done', ['finished']), anOutcome('drop', ['pit'])])];
    expect(faultsOf({ steps })).toEqual({
      ...clean,
      stuck: [
        {
          marking: ['pit'],
          waitingRoutes: [],
          untold: [],
          story: { channel: 'portal', facts: {}, turns: [{ step: 'work', outcome: 'drop', facts: {} }] },
        },
      ],
    });
  });

  test('a join of branches of which only one is ever taken', () => {
    const steps = [
      aStep('choose', ['filed'], [anOutcome('left', ['a']), anOutcome('right', ['b'])]),
      aTask('join', ['a', 'b'], ['finished']),
    ];
    const faults = faultsOf({ steps });
    expect(faults.deadSteps).toEqual(['join']);
    expect(faults.stuck.map(({ marking }) => marking)).toEqual([['a'], ['b']]);
  });

  test('work left over where the case should end', () => {
    const steps = [aTask('split', ['filed'], ['finished', 'forgotten'])];
    const faults = faultsOf({ steps });
    expect(faults.stuck).toMatchObject([{ marking: ['finished', 'forgotten'], leftoverAt: 'granted' }]);
  });

  test('a circle without a way out', () => {
    const steps = [
      aStep('work', ['filed'], [anOutcome('done', ['finished']), anOutcome('lose', ['round'])]),
      aTask('again', ['round'], ['round-too']),
      aTask('and-again', ['round-too'], ['round']),
    ];
    expect(faultsOf({ steps }).trapped.map(({ marking }) => marking)).toEqual([['round'], ['round-too']]);
  });

  test('an interruption is not a way out', () => {
    const steps = [aTask('work', ['filed'], ['pit'])];
    const withdraw: Interruption = {
      id: 'withdraw',
      label: 'Batal',
      role: 'applicant',
      note: 'none',
      to: ['finished'],
      basis,
    };
    const faults = faultsOf({ steps, interruptions: [withdraw] });
    expect(faults.stuck).toHaveLength(1);
    expect(faults.deadEndings).toEqual([]);
  });

  test('a timer is a way out, and one that is never armed is dead', () => {
    const steps = [aTask('work', ['filed'], ['waiting'])];
    const timers = [aTimer('lapse', 'waiting', ['finished']), aTimer('idle', 'nowhere', ['finished'])];
    expect(faultsOf({ steps, timers })).toEqual({ ...clean, deadTimers: ['idle'] });
  });

  test('a second token on a place', () => {
    const steps = [
      aTask('split', ['filed'], ['a', 'b']),
      aTask('left', ['a'], ['finished']),
      aTask('right', ['b'], ['finished']),
    ];
    const [fault] = faultsOf({ steps }).unsafe;
    expect(fault).toMatchObject({ place: 'finished' });
    expect(fault?.story.turns).toHaveLength(3);
  });

  test('an ending that leaves a product provisional', () => {
    const steps = [
      aStep(
        'issue',
        ['filed'],
        [anOutcome('issue', ['out'], { effects: [{ issue: 'card', as: 'provisional' }] })],
      ),
      aStep(
        'verify',
        ['out'],
        [
          anOutcome('keep', ['finished'], { effects: [{ confirm: 'card' }] }),
          anOutcome('forget', ['finished']),
        ],
      ),
    ];
    const faults = faultsOf({ steps, products: [card] });
    expect(faults.provisional.map(({ product, story }) => [product, story.turns.at(-1)])).toEqual([
      ['card', { step: 'verify', outcome: 'forget', facts: {} }],
    ]);
  });

  test('an interruption that leaves a product provisional', () => {
    const issue = anOutcome('issue', ['out'], { effects: [{ issue: 'card', as: 'provisional' }] });
    const keep = anOutcome('keep', ['finished'], { effects: [{ confirm: 'card' }] });
    const faults = faultsOf({
      steps: [aStep('issue', ['filed'], [issue]), aStep('verify', ['out'], [keep])],
      products: [card],
      interruptions: [
        { id: 'withdraw', label: 'Batal', role: 'applicant', note: 'none', to: ['finished'], basis },
      ],
    });
    expect(faults.provisional.map(({ story }) => story.turns.at(-1))).toEqual([{ interruption: 'withdraw' }]);
  });

  const routed = (outcomes: Parameters<typeof aRoute>[2]): Partial<Process> => ({
    facts: [aFact('poor'), aFact('old')],
    forms: [
      aForm('decision', [
        { fact: 'poor', required: true },
        { fact: 'old', required: true },
      ]),
    ],
    steps: [
      aTask('decide', ['filed'], ['decided'], { form: 'decision' }),
      aRoute('route', ['decided'], outcomes),
    ],
  });
  const old = { fact: 'old', is: true } as const;

  test('a route that does not cover all cases', () => {
    const faults = faultsOf(
      routed([anOutcome('a', ['finished'], { when: poor }), anOutcome('b', ['finished'], { when: old })]),
    );
    expect(faults.stuck).toMatchObject([{ marking: ['decided'], waitingRoutes: ['route'] }]);
    expect(faults.stuck[0]?.story.turns.at(-1)).toMatchObject({ facts: { poor: false, old: false } });
    expect(faults.overlaps.map(({ outcomes }) => outcomes)).toEqual([['a', 'b']]);
  });

  test('a route that runs in a circle', () => {
    const steps = [
      aRoute('round', ['filed'], [anOutcome('go', ['back'])]),
      aRoute('and-round', ['back'], [anOutcome('go', ['filed'])]),
    ];
    expect(faultsOf({ steps }).endless).toHaveLength(1);
  });
});

describe('facts decide only what they can', () => {
  test('branches that exclude each other are not mixed up', () => {
    const listed = { fact: 'poor', is: true } as const;
    const steps = [
      aTask('check', ['filed'], ['checked'], { form: 'decision' }),
      aRoute(
        'route',
        ['checked'],
        [
          anOutcome('yes', ['out'], { when: listed, effects: [{ issue: 'card', as: 'provisional' }] }),
          anOutcome('no', ['out'], { when: { not: listed } }),
        ],
      ),
      aStep(
        'close',
        ['out'],
        [
          anOutcome('confirm', ['finished'], { when: listed, effects: [{ confirm: 'card' }] }),
          anOutcome('refuse', ['finished'], { when: { not: listed } }),
        ],
      ),
    ];
    expect(faultsOf({ facts: [aFact('poor')], forms: [decision], steps, products: [card] })).toEqual(clean);
  });

  test('numbers are told apart only where a condition does', () => {
    const steps = [
      aTask('ask', ['filed'], ['asked'], { form: 'ages' }),
      aRoute(
        'route',
        ['asked'],
        [
          anOutcome('young', ['finished'], { when: { fact: 'age', atMost: 17 } }),
          anOutcome('old', ['finished'], { when: { fact: 'age', atLeast: 18 } }),
        ],
      ),
    ];
    const forms = [aForm('ages', [{ fact: 'age', required: true }])];
    expect(faultsOf({ facts: [aFact('age', 'integer', { min: 0, max: 120 })], forms, steps })).toEqual(clean);
    const gap = faultsOf({
      facts: [aFact('age', 'integer', { min: 0, max: 120 })],
      forms,
      steps: [
        steps[0] ?? aTask('x', [], []),
        aRoute(
          'route',
          ['asked'],
          [
            anOutcome('young', ['finished'], { when: { fact: 'age', atMost: 17 } }),
            anOutcome('old', ['finished'], { when: { fact: 'age', atLeast: 19 } }),
          ],
        ),
      ],
    });
    expect(gap.stuck[0]?.story.turns).toEqual([{ step: 'ask', outcome: 'done', facts: { age: 18 } }]);
  });

  test('a bounded loop with a way out once it is used up is sound', () => {
    const steps = [
      aStep(
        'visit',
        ['filed'],
        [
          anOutcome('again', ['filed'], { atMost: 2 }),
          anOutcome('give-up', ['finished'], { insteadOf: 'again' }),
        ],
      ),
    ];
    expect(faultsOf({ steps })).toEqual(clean);
  });
});

test('a bound that is reached is told, and nothing is called a fault for it', () => {
  const steps = Array.from({ length: 30 }, (_, at) =>
    aTask(`step-${at}`, [at === 0 ? 'filed' : `p${at}`], [`p${at + 1}`]),
  );
  const { complete, stuck, trapped } = explore(
    aProcess({ steps, endings: [anEnding('granted', ['p30'])] }),
    10,
  );
  expect({ complete, stuck, trapped }).toEqual({ complete: false, stuck: [], trapped: [] });
});

test('a form with more answers than anybody can try does not hang the exploration', () => {
  const ids = Array.from({ length: 24 }, (_, at) => `q${at}`);
  const forms = [
    aForm(
      'many',
      ids.map((fact) => ({ fact, required: true })),
    ),
  ];
  const steps = [
    aStep(
      'ask',
      ['filed'],
      [anOutcome('done', ['finished'], { when: { all: ids.map((fact) => ({ fact, is: true })) } })],
      {
        form: 'many',
      },
    ),
  ];
  expect(explore(aProcess({ facts: ids.map((id) => aFact(id)), forms, steps }), 100).complete).toBe(false);
});

test('every story can be played and leads where it says', () => {
  const parts: Partial<Process> = {
    facts: [aFact('poor'), aFact('age', 'integer', { min: 0 })],
    forms: [
      aForm('decision', [
        { fact: 'poor', required: true },
        { fact: 'age', required: true, when: poor },
      ]),
    ],
    steps: [
      aStep(
        'decide',
        ['filed'],
        [
          anOutcome('done', ['decided']),
          anOutcome('return', ['returned'], { tone: 'return', asks: [], note: 'required', missing: true }),
        ],
        { form: 'decision' },
      ),
      aStep('supply', ['returned'], [anOutcome('supplied', ['filed'])], {
        kind: 'supply',
        role: 'applicant',
      }),
      aRoute(
        'route',
        ['decided'],
        [
          anOutcome('old', ['a', 'b'], { when: { fact: 'age', atLeast: 60 } }),
          anOutcome('young', ['b'], { when: { all: [poor, { fact: 'age', atMost: 59 }] } }),
          anOutcome('rich', ['c'], { when: { not: poor } }),
        ],
      ),
      aTask('left', ['a'], ['d']),
    ],
    timers: [aTimer('lapse', 'returned', ['c'])],
    endings: [anEnding('young-end', ['b']), anEnding('old-end', ['b', 'd']), anEnding('rich-end', ['c'])],
  };
  const standard = aStandard(parts);
  const zero = ContentHash.parse('0'.repeat(64));
  const end = (story: Story) => {
    const from = InstantText.parse('2026-07-06T02:00:00.000Z');
    const played = play(standard, story, {
      calendar: defaultCalendar('Asia/Jakarta'),
      from,
      hash: () => zero,
      makeUp: true,
    });
    return played.ok ? played.value.snapshot.ended?.ending : played.error;
  };
  const { endings } = explore(standard.process);
  expect(endings.map(({ ending }) => ending).sort()).toEqual(['old-end', 'rich-end', 'young-end']);
  for (const { ending, story } of endings) expect(end(story)).toBe(ending);
});

describe('how far a process is explored', () => {
  test('is the usual limit for any process people write', () => {
    expect(limitFor(aProcess({ facts: [aFact('poor')], forms: [decision] }))).toBe(defaultLimit);
  });

  test('is less the more there is to look at in each state, so that nobody keeps the checker busy', () => {
    const heavy = { any: Array.from({ length: 30_000 }, () => poor) };
    const steps = [aStep('review', ['start'], [anOutcome('pass', ['done'], { when: heavy })])];
    const process = aProcess({ facts: [aFact('poor')], forms: [decision], steps });
    expect(limitFor(process)).toBeLessThan(150);
    expect(limitFor(process)).toBeGreaterThan(0);
  });
});

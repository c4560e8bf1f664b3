// What every standard of the library keeps, so that whoever adopts one starts from something sound.
import { fold } from '@layan/domain/case/evolve';
import { playExample } from '@layan/domain/case/play-example';
import { verifyChain } from '@layan/domain/case/verify-chain';
import { checkStandard } from '@layan/domain/standard/check';
import type { Standard } from '@layan/domain/standard/standard';
import { at, calendar, sha256 } from '@layan/domain/testing/a-case';
import { chance } from '@layan/domain/testing/chance';
import { walk } from '@layan/domain/testing/walk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pengaduan as pengaduanLumajang } from './kab-lumajang/pengaduan.ts';
import { pengaduan as pengaduanPekalongan } from './kota-pekalongan/pengaduan.ts';
import { pengaduan as pengaduanProbolinggo } from './kota-probolinggo/pengaduan.ts';
import { library } from './library.ts';

const standards: readonly (readonly [string, Standard])[] = [
  ...library.map(({ id, standard }) => [id, standard] as const),
  ['kota-probolinggo-pengaduan', pengaduanProbolinggo],
  ['kota-pekalongan-pengaduan', pengaduanPekalongan],
  ['kab-lumajang-pengaduan', pengaduanLumajang],
];

describe('the library', () => {
  it('has templates of each founding tenant, and one for all', () => {
    expect(library.map(({ tenant }) => tenant)).toEqual([
      'kota-probolinggo',
      'kota-pekalongan',
      'kota-kupang',
      'kab-lumajang',
      'kab-lumajang',
      'kab-lumajang',
      undefined,
    ]);
  });

  it('names each template once, and says in a sentence what it is', () => {
    expect(new Set(library.map(({ id }) => id)).size).toBe(library.length);
    for (const { sentence } of library) expect(sentence.split(' ').length).toBeLessThan(15);
  });
});

/** Everything a person may read because of what happened, sentence by sentence. */
const told = ({ process }: Standard): readonly string[] =>
  [
    ...process.steps.flatMap(({ citizen, outcomes }) => [citizen, ...outcomes.map((one) => one.citizen)]),
    ...process.endings.map(({ citizen }) => citizen),
    ...process.interruptions.map(({ citizen }) => citizen),
    ...process.timers.map(({ citizen }) => citizen),
    ...(process.suspensions ?? []).flatMap(({ citizen, resumed }) => [citizen, resumed]),
  ].flatMap((text) => (text === undefined ? [] : text.split(/(?<=[.?!])\s+/)));

describe.each(standards)('%s', (_, standard) => {
  const service = standard.process;

  it('raises no error and no warning', () => {
    const grave = checkStandard(standard).filter(({ severity }) => severity !== 'note');
    expect(grave.map(({ code, place }) => `${code} ${place}`)).toEqual([]);
  });

  it('has an example for every outcome, timer, interruption and suspension', () => {
    const turns = JSON.stringify(service.examples.map((example) => example.turns));
    const manual = service.steps.filter(({ kind }) => kind !== 'route');
    const happenings = [
      ...manual.flatMap(({ id, kind, outcomes }) =>
        outcomes.map((one) => `"${kind === 'line' ? 'line' : 'step'}":"${id}","outcome":"${one.id}"`),
      ),
      ...manual.flatMap(({ id, lines }) =>
        (lines?.decisions ?? []).map((one) => `"decide":"${id}","decision":"${one.id}"`),
      ),
      ...service.timers.map((timer) => `"timer":"${timer.id}"`),
      ...service.interruptions.map((one) => `"interruption":"${one.id}"`),
      ...(service.suspensions ?? []).map((one) => `"suspend":"${one.id}"`),
    ];
    expect(happenings.filter((happening) => !turns.includes(happening))).toEqual([]);
  });

  it('tells its examples without a person in them', () => {
    const personal = new Set(
      service.facts.filter((fact) => fact.privacy !== 'ordinary').map((fact) => fact.id),
    );
    const named = service.examples.flatMap((example) => [
      ...Object.keys(example.facts),
      ...example.turns.flatMap((turn) => Object.keys(('facts' in turn && turn.facts) || {})),
    ]);
    expect(named.filter((fact) => personal.has(fact))).toEqual([]);
  });

  it('tells histories that fold to what was played, in an unbroken chain', () => {
    for (const example of service.examples) {
      const played = playExample(standard, example, { calendar, from: at('2026-03-02 09:00'), hash: sha256 });
      if (!played.ok) throw new Error(`${example.id}: ${JSON.stringify(played.error)}`);
      const { events, snapshot } = played.value;
      expect(fold(standard, events)).toEqual(snapshot);
      expect(verifyChain(events, sha256, snapshot).ok).toBe(true);
    }
  });

  it('comes to an end on every random walk, and breaks no invariant', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const walked = walk({ standard, chance: chance(seed), most: 300, thorough: 50 });
        expect(walked.snapshot.ended).toBeDefined();
      }),
      { numRuns: process.env.LAYAN_DEEP === undefined ? 25 : 1_000 },
    );
  });

  it('speaks to people in sentences of fewer than fifteen words', () => {
    const said = told(standard);
    // A batch tells nobody but at its end: each of its lines is told in a case of its own.
    expect(said.length).toBeGreaterThan(service.lines ? 3 : 20);
    expect(said.filter((sentence) => sentence.split(' ').length >= 15)).toEqual([]);
  });
});

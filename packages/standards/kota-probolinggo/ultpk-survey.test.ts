// The survey form of ULTPK: what is asked at which visit, what is sealed, and what its scores advise.
import type { PlainValue } from '@layan/domain/case/facts';
import { parseForm } from '@layan/domain/person/form-input';
import { fieldsOf, indexOf } from '@layan/domain/process/process-index';
import { reckonScore } from '@layan/domain/standard/reckon-score';
import { describe, expect, it } from 'vitest';
import { ultpk } from './ultpk.ts';

const index = indexOf(ultpk.process);
const fields = fieldsOf(index, 'survey-visit');
const claim = { nikStatus: 'have', familyCardStatus: 'have' };

const read = (raw: Record<string, string>, known: Record<string, PlainValue> = claim) =>
  parseForm(index.facts, fields, raw, known, { today: '2026-11-21', region: '35.74' });

/** Questions that a visit with these answers leaves open to be asked. */
const asked = (raw: Record<string, string>, known?: Record<string, PlainValue>) => {
  const told = read(raw, known).values;
  return fields
    .map(({ fact }) => fact)
    .filter(
      (fact) => read({ ...raw, [fact]: raw[fact] ?? 'x' }, known).unread[fact] !== undefined || fact in told,
    );
};

const met = { visitDate: '2026-03-10', visitOutcome: 'complete' };

describe('the survey form', () => {
  it.each(['nobodyHome', 'declined', 'moved'])('asks only when and how it went when %s', (visitOutcome) => {
    const { values, problems, absent } = read({
      visitDate: '2026-03-10',
      visitOutcome,
      householdSize: '4',
      floorMaterial: '8',
      surveyAdvice: 'withoutMeans',
    });
    expect(problems).toEqual([]);
    expect(Object.keys(values)).toEqual(['visitDate', 'visitOutcome']);
    expect(absent).toContain('floorMaterial');
  });

  it('asks for a conclusion with its reason only when it is complete', () => {
    expect(read(met).problems.map(({ fact }) => fact)).toEqual([
      'householdSize',
      'surveyAdvice',
      'surveyReason',
    ]);
    const incomplete = { ...met, visitOutcome: 'incomplete', floorMaterial: '8', surveyAdvice: 'withMeans' };
    expect(read(incomplete).problems).toEqual([]);
    expect(read(incomplete).values).toMatchObject({ floorMaterial: '8' });
    expect(read(incomplete).values.surveyAdvice).toBeUndefined();
  });

  it('asks nothing about a house that the family does not have', () => {
    const homeless = asked({ ...met, hasDwelling: '2' });
    expect(homeless).toContain('headWorks');
    for (const fact of ['floorMaterial', 'lighting', 'toilet']) expect(homeless).not.toContain(fact);
    expect(asked({ ...met, hasDwelling: '1' })).toContain('floorMaterial');
  });

  it.each([
    ['wallPlastered', { wallMaterial: '1' }, { wallMaterial: '4' }],
    ['electricPower', { lighting: '1' }, { lighting: '2' }],
    ['toiletType', { toilet: '3' }, { toilet: '6' }],
    ['headWorkStatus', { headWorks: '1' }, { headWorks: '2' }],
    ['landProof', { buildingStatus: '1' }, { buildingStatus: '2' }],
  ])('asks for %s only where there is such a thing', (fact, there, absent) => {
    expect(asked({ ...met, hasDwelling: '1', ...there })).toContain(fact);
    expect(asked({ ...met, hasDwelling: '1', ...absent })).not.toContain(fact);
  });

  it('takes a NIK and a family card that came after the claim, and asks nobody again', () => {
    expect(asked(met)).not.toContain('nik');
    const later = asked(met, { nikStatus: 'noneYet', familyCardStatus: 'noneYet' });
    expect(later).toContain('nik');
    expect(later).toContain('familyCardNumber');
  });

  it('seals health, children and money as specific, the place and the person as identifying', () => {
    const privacyOf = (id: string) => index.facts.get(id)?.privacy;
    const specific = [
      'headIncome',
      'foodSpending',
      'totalSpending',
      'canPayTreatment',
      'liquidAssets',
      'assets',
      'toddlerCount',
      'pregnantCount',
      'disabilityCount',
      'chronicIllness',
      'healthInsurance',
      'aidReceived',
      'surveyFinding',
      'surveyReason',
    ];
    expect(specific.filter((id) => privacyOf(id) !== 'specific')).toEqual([]);
    expect(['respondentName', 'dwellingLocation'].map(privacyOf)).toEqual(['identifying', 'identifying']);
  });
});

const scoreOf = (id: string, answers: Record<string, PlainValue>) => {
  const score = ultpk.process.scores?.find((one) => one.id === id);
  if (!score) throw new Error(`no score ${id}`);
  return reckonScore(score, index.facts, answers);
};

/** Nothing of what counts for poverty. */
const wellOff: Record<string, PlainValue> = {
  householdSize: 4,
  hasDwelling: '1',
  floorArea: 60,
  floorMaterial: '2',
  wallMaterial: '1',
  wallPlastered: '1',
  drinkingWater: '3',
  lighting: '1',
  electricPower: '3',
  cookingFuel: '4',
  toilet: '1',
  headWorks: '1',
  headWorkStatus: '5',
  headIncome: 6_000_000,
  foodSpending: 2_000_000,
  totalSpending: 5_000_000,
  worriedAboutFood: '2',
  boughtClothes: '1',
  newClothesSets: 4,
  mealsPerDay: 3,
  proteinPerWeek: 5,
  canPayTreatment: '1',
  headEducation: '5',
  liquidAssets: '1',
};

/** One answer for each criterion, in the order of the criteria. */
const bps: readonly (readonly [string, PlainValue])[] = [
  ['floorArea', 31],
  ['floorMaterial', '8'],
  ['wallPlastered', '2'],
  ['toilet', '2'],
  ['lighting', '4'],
  ['drinkingWater', '6'],
  ['cookingFuel', '10'],
  ['proteinPerWeek', 1],
  ['newClothesSets', 1],
  ['mealsPerDay', 2],
  ['canPayTreatment', '2'],
  ['headIncome', 599_999],
  ['headEducation', '3'],
  ['liquidAssets', '2'],
];

const kepmensos: readonly (readonly [string, PlainValue])[] = [
  ['hasDwelling', '2'],
  ['headWorks', '2'],
  ['worriedAboutFood', '1'],
  ['foodSpending', 2_500_001],
  ['boughtClothes', '2'],
  ['floorMaterial', '6'],
  ['wallMaterial', '4'],
  ['toilet', '6'],
  ['electricPower', '1'],
];

const metBy = (id: string, answers: Record<string, PlainValue>) =>
  scoreOf(id, answers).criteria.flatMap(({ state }, at) => (state === 'met' ? [at] : []));

describe('the fourteen criteria of BPS', () => {
  it('hold for nobody who is well off', () => {
    expect(scoreOf('bps-14', wellOff)).toMatchObject({ met: 0, unmet: 14, unknown: 0, advice: 'missed' });
  });

  it.each(bps.map(([fact, value], at) => [at + 1, fact, value] as const))(
    '%d: hold one by one (%s)',
    (at, fact, value) => {
      expect(metBy('bps-14', { ...wellOff, [fact]: value })).toEqual([at - 1]);
    },
  );

  it('advise from nine on', () => {
    const poorIn = (count: number) => ({ ...wellOff, ...Object.fromEntries(bps.slice(0, count)) });
    expect(scoreOf('bps-14', poorIn(8)).advice).toBe('missed');
    expect(scoreOf('bps-14', poorIn(9))).toMatchObject({ met: 9, advice: 'reached' });
  });

  it('count casual work, whatever it pays', () => {
    expect(metBy('bps-14', { ...wellOff, headWorkStatus: '7' })).toEqual([11]);
    expect(metBy('bps-14', { ...wellOff, headWorkStatus: '7', headWorks: '2' })).toEqual([]);
  });
});

describe('the criteria of Kepmensos 262/HUK/2022', () => {
  it('hold for nobody who is well off', () => {
    expect(scoreOf('kepmensos-262', wellOff)).toMatchObject({ met: 0, advice: 'missed' });
  });

  it.each(kepmensos.map(([fact, value], at) => [at, fact, value] as const))(
    '%d: hold one by one (%s)',
    (at, fact, value) => {
      expect(metBy('kepmensos-262', { ...wellOff, [fact]: value })).toEqual([at]);
    },
  );

  it('advise for a family without a dwelling at once, and else from three on', () => {
    expect(scoreOf('kepmensos-262', { hasDwelling: '2' }).advice).toBe('reached');
    const poorIn = (count: number) => ({ ...wellOff, ...Object.fromEntries(kepmensos.slice(1, count + 1)) });
    expect(scoreOf('kepmensos-262', poorIn(2)).advice).toBe('missed');
    expect(scoreOf('kepmensos-262', poorIn(3)).advice).toBe('reached');
    expect(scoreOf('kepmensos-262', {}).advice).toBe('open');
  });

  it('take no electricity for poor, and power without a meter for not known to be', () => {
    expect(metBy('kepmensos-262', { ...wellOff, lighting: '4' })).toEqual([8]);
    expect(metBy('kepmensos-262', { ...wellOff, lighting: '2', electricPower: '1' })).toEqual([]);
  });
});

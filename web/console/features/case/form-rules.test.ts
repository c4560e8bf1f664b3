import { describe, expect, it } from 'vitest';
import { aCase, aField, anAction, anOutcome } from '../../fixtures/case-view.ts';
import { ApiProblem } from '../../shared/api.ts';
import { choicesOf, fieldProblems, fieldsFor, lacksOf, missingOf } from './form-rules.ts';

const status = aField({ fact: 'registryStatus', label: 'Status', type: 'choice' });
const decile = aField({ when: { fact: 'registryStatus', is: 'listed' } });

describe('fields of a step', () => {
  const action = anAction({ fields: [status, decile] });
  const facts = (
    outcome: Parameters<typeof fieldsFor>[1],
    texts: Record<string, string> = {},
    view = aCase(),
  ) => fieldsFor(action, outcome, view, texts).map(({ fact }) => fact);

  it('are not asked before an outcome is chosen', () => {
    expect(facts(undefined)).toEqual([]);
  });

  it('are asked when their condition holds for what is being typed', () => {
    expect(facts(anOutcome())).toEqual(['registryStatus']);
    expect(facts(anOutcome(), { 'fact.registryStatus': 'listed' })).toEqual(['registryStatus', 'decile']);
    expect(facts(anOutcome(), { 'fact.registryStatus': 'notListed' })).toEqual(['registryStatus']);
  });

  it('are asked when their condition holds for what the case already knows', () => {
    expect(facts(anOutcome(), {}, aCase({ ordinaryFacts: { registryStatus: 'listed' } }))).toContain(
      'decile',
    );
  });

  it('follow what is typed, not what was known before', () => {
    const known = aCase({ ordinaryFacts: { registryStatus: 'listed' } });
    expect(facts(anOutcome(), { 'fact.registryStatus': 'notListed' }, known)).toEqual(['registryStatus']);
  });

  it('are none when the outcome asks for nothing', () => {
    expect(facts(anOutcome({ asks: [] }))).toEqual([]);
  });

  it('may be answered besides those the outcome needs', () => {
    const known = aCase({ ordinaryFacts: { registryStatus: 'listed' } });
    const needed = fieldsFor(action, anOutcome({ asks: ['registryStatus'] }), known, {});
    expect(needed.map(({ fact, required }) => [fact, required])).toEqual([
      ['registryStatus', true],
      ['decile', false],
    ]);
  });

  it('compare numbers as numbers and yes-or-no as such', () => {
    const numbers = anAction({
      fields: [
        aField({ fact: 'people' }),
        aField({ fact: 'many', when: { fact: 'people', atLeast: 10 } }),
        aField({ fact: 'owns', type: 'boolean' }),
        aField({ fact: 'what', when: { fact: 'owns', is: true } }),
      ],
    });
    const asked = (texts: Record<string, string>) =>
      fieldsFor(numbers, anOutcome(), aCase(), texts).map(({ fact }) => fact);
    expect(asked({ 'fact.people': '9' })).not.toContain('many');
    expect(asked({ 'fact.people': '12' })).toContain('many');
    expect(asked({ 'fact.owns': 'false' })).not.toContain('what');
    expect(asked({ 'fact.owns': 'true' })).toContain('what');
  });

  it('offer only the options that the outcome leaves open', () => {
    const options = ['complete', 'nobodyHome', 'moved'].map((value) => ({ value, label: value }));
    const visit = anAction({ fields: [aField({ fact: 'visit', type: 'choice', options })] });
    const open = (when: unknown) =>
      fieldsFor(visit, anOutcome({ when }), aCase(), {})[0]?.options?.map(({ value }) => value);
    expect(open(undefined)).toEqual(['complete', 'nobodyHome', 'moved']);
    expect(open({ fact: 'visit', in: ['nobodyHome', 'moved'] })).toEqual(['nobodyHome', 'moved']);
    expect(open({ fact: 'visit', is: 'complete' })).toEqual(['complete']);
  });

  it('are all needed when the outcome names them, and none twice that the file holds sealed', () => {
    const optional = anAction({ fields: [aField({ fact: 'nik', type: 'nik', required: false }), decile] });
    const nik = (view = aCase()) => fieldsFor(optional, anOutcome({ asks: ['nik'] }), view, {})[0];
    expect(nik()?.required).toBe(true);
    const known = {
      fact: 'nik',
      label: 'NIK',
      group: '',
      type: 'nik',
      value: '••••',
      masked: true,
      unmaskable: true,
    } as const;
    expect(nik(aCase({ facts: [known] }))).toMatchObject({
      required: false,
      hint: 'Sudah ada di berkas; isi hanya bila berubah.',
    });
  });

  it('follow only answers to questions that are still asked', () => {
    const chain = anAction({
      fields: [
        aField({ fact: 'light', type: 'choice' }),
        aField({ fact: 'power', type: 'choice', when: { fact: 'light', is: 'grid' } }),
        aField({ fact: 'bill', when: { fact: 'power', is: '450' } }),
      ],
    });
    const left = { 'fact.light': 'lamp', 'fact.power': '450' };
    const asked = (texts: Record<string, string>) =>
      fieldsFor(chain, anOutcome(), aCase(), texts).map(({ fact }) => fact);
    expect(asked({ ...left, 'fact.light': 'grid' })).toEqual(['light', 'power', 'bill']);
    expect(asked(left)).toEqual(['light']);
  });
});

describe('what keeps a form from being sent', () => {
  const at = (...input: Parameters<typeof lacksOf>) => lacksOf(...input)[0]?.at;

  it('is first of all that no outcome is chosen', () => {
    expect(at(undefined, [aField()], {})).toBe('outcome');
  });

  it('is a required field that is empty or blank, but not an optional one', () => {
    expect(at(anOutcome(), [aField()], {})).toBe('fact.decile');
    expect(at(anOutcome(), [aField()], { 'fact.decile': '  ' })).toBe('fact.decile');
    expect(at(anOutcome(), [aField({ required: false })], {})).toBeUndefined();
    expect(at(anOutcome(), [aField()], { 'fact.decile': '2' })).toBeUndefined();
  });

  it('is a file returned without saying what is missing, then without a note', () => {
    const back = anOutcome({ missing: true, note: 'required' });
    expect(at(back, [], {})).toBe('missing');
    expect(at(back, [], { 'missing.fact.nik': 'yes' })).toBe('note');
    expect(at(back, [], { 'missing.fact.nik': 'yes', note: ' ' })).toBe('note');
    expect(at(back, [], { 'missing.fact.nik': 'yes', note: 'Perbaiki.' })).toBeUndefined();
  });

  it('is told all at once, in the order of the form', () => {
    const photo = { id: 'front', label: 'Foto depan', hint: undefined, required: true, documents: [] };
    const lacks = lacksOf(anOutcome({ note: 'required' }), [aField(), aField({ fact: 'source' })], {}, [
      photo,
    ]);
    expect(lacks.map((lack) => lack.at)).toEqual(['fact.decile', 'fact.source', 'evidence.front', 'note']);
  });

  it('is not a note that may be left out', () => {
    expect(at(anOutcome({ note: 'optional' }), [], {})).toBeUndefined();
  });
});

it('tells requirements from facts among what is ticked, and forgets what was unticked', () => {
  const texts = {
    'missing.requirement.family-card': 'yes',
    'missing.requirement.head-id-card': '',
    'missing.fact.nik': 'yes',
    note: 'yes',
  };
  expect(missingOf(texts)).toEqual({ requirements: ['family-card'], facts: ['nik'] });
});

it('gives an interruption one choice of its own name', () => {
  const [only, ...others] = choicesOf(
    anAction({ kind: 'interruption', id: 'withdraw', label: 'Batalkan', note: 'required' }),
  );
  expect(others).toEqual([]);
  expect(only).toMatchObject({ id: 'withdraw', label: 'Batalkan', note: 'required', tone: 'refuse' });
});

it('puts what the API found wrong beside its field', () => {
  const problem = {
    type: 'about:blank',
    title: '',
    status: 422,
    code: 'facts-invalid',
    detail: '',
    problems: [{ field: 'decile', code: 'too-large', detail: 'Angka paling besar 10.' }],
  };
  expect(fieldProblems(new ApiProblem(problem)).get('decile')).toBe('Angka paling besar 10.');
  expect(fieldProblems(new Error('x')).size).toBe(0);
  expect(fieldProblems(null).size).toBe(0);
});

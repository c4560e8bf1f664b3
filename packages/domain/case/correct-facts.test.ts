import { describe, expect, test } from 'vitest';
import {
  aContext,
  aFiling,
  after,
  citizen,
  completing,
  filed,
  type Kept,
  refusal,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aFact, aForm, anEnding, anOutcome, aStandard, aStep, aTask, portal } from '../testing/a-standard.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';

const standard = aStandard({
  facts: [
    aFact('nik', 'nik', { privacy: 'identifying', label: 'NIK' }),
    aFact('poor', 'boolean', { label: 'Tidak mampu' }),
    aFact('seen', 'date'),
    aFact('village', 'region'),
    aFact('income', 'integer', { label: 'Penghasilan menurut survei' }),
    aFact('illness', 'text', { privacy: 'specific', label: 'Penyakit' }),
  ],
  forms: [
    aForm(
      'filing',
      ['nik', 'poor', 'seen', 'village'].map((fact) => ({ fact, required: false })),
    ),
  ],
  channels: [{ ...portal, form: 'filing' }],
  steps: [
    aStep(
      'look',
      ['filed'],
      [anOutcome('help', ['decided'], { when: { fact: 'poor', is: true } }), anOutcome('none', ['decided'])],
    ),
    aTask('decide', ['decided'], ['finished']),
  ],
  endings: [anEnding('granted', ['finished'])],
});

const ppdp = staff('ppdp', ['dataProtectionOfficer']);
const worker = staff('one', ['officer']);
const facts = { nik: secret('lama'), poor: true };
const opened = filed(standard, aFiling({ facts }));
const looked = after(standard, opened, completing('look', 'help'), worker);
const ended = after(standard, looked, completing('decide', 'done'), worker);
const correct = (more: Partial<Extract<CaseCommand, { type: 'correctFacts' }>> = {}): CaseCommand => ({
  type: 'correctFacts',
  request: 'r1',
  ticket: 'AAAA',
  facts: { nik: secret('baru') },
  ...more,
});
const refused = ({ snapshot }: Kept, command: CaseCommand, by = ppdp) =>
  refusal(decide(standard, snapshot, command, aContext({ by })));

describe('correcting what a case knows', () => {
  test('gives the fact its new value and keeps the old one in its history', () => {
    const { snapshot, events } = after(standard, opened, correct({ note: secret('alasan') }), ppdp);
    expect(snapshot.facts).toEqual({ ...facts, nik: secret('baru') });
    expect(events.map(({ body }) => body.type)).toEqual(['caseFiled', 'factsCorrected']);
    expect(events[0]?.body).toMatchObject({ facts: { nik: secret('lama') } });
    expect(snapshot.timeline.at(-1)).toMatchObject({
      text: 'Data diperbaiki atas permintaan AAAA: NIK.',
      note: secret('alasan'),
      notify: true,
    });
  });

  test('names the steps behind it that read the fact, and decides nothing anew', () => {
    const command = correct({ facts: { poor: false } });
    const before = after(standard, opened, command, ppdp);
    expect(before.snapshot.corrections?.[0]).not.toHaveProperty('affects');
    const { snapshot, events } = after(standard, looked, command, ppdp);
    expect(events.at(-1)?.body).toMatchObject({ affects: ['look'] });
    expect(snapshot.corrections).toMatchObject([{ request: 'r1', facts: ['poor'], affects: ['look'] }]);
    expect(snapshot.marking).toEqual(looked.snapshot.marking);
    expect(snapshot.taken).toEqual(looked.snapshot.taken);
  });

  test('is possible after the end; how it ended stays', () => {
    const { snapshot } = after(standard, ended, correct(), ppdp);
    expect(snapshot.facts.nik).toEqual(secret('baru'));
    expect(snapshot.ended).toEqual(ended.snapshot.ended);
  });

  test('leaves what workers found while the case runs, unless it is personal', () => {
    const found = {
      ...opened.snapshot,
      facts: { ...opened.snapshot.facts, income: 9, illness: secret('x') },
    };
    const command = correct({ facts: { income: 1 } });
    expect(refusal(decide(standard, found, command, aContext({ by: ppdp })))).toEqual({
      code: 'facts-unexpected',
      facts: ['income'],
    });
    const personal = correct({ facts: { illness: secret('y') } });
    expect(decide(standard, found, personal, aContext({ by: ppdp })).ok).toBe(true);
    const over = { ...found, ended: ended.snapshot.ended };
    expect(decide(standard, over, command, aContext({ by: ppdp })).ok).toBe(true);
  });

  test('is for the officer alone', () => {
    const missing = { code: 'role-missing', role: 'dataProtectionOfficer' };
    expect(refused(opened, correct(), worker)).toEqual(missing);
    expect(refusal(decide(standard, opened.snapshot, correct(), aContext({ by: citizen })))).toEqual(missing);
  });

  test('takes no fact that the case does not know, and no value that is none', () => {
    expect(refused(opened, correct({ facts: { seen: '2026-07-01' } }))).toEqual({
      code: 'facts-unexpected',
      facts: ['seen'],
    });
    expect(refused(opened, correct({ facts: { nik: 'terbuka', poor: 'ya' } }))).toEqual({
      code: 'facts-invalid',
      facts: ['nik', 'poor'],
    });
    expect(decide(standard, opened.snapshot, correct({ facts: {} }), aContext({ by: ppdp }))).toEqual({
      ok: true,
      value: [],
    });
  });
});

import { readFileSync } from 'node:fs';
import { deliveryComponents } from '@layan/domain/standard/components';
import { describe, expect, it } from 'vitest';
import { compare } from '../verbatim.ts';
import { vervalPbiJk } from './verval-pbi-jk.ts';

const { process, components } = vervalPbiJk;
const source = 'standar-pelayanan';
const document = readFileSync(new URL(`seed/${source}.txt`, import.meta.url), 'utf8');

describe('the official text', () => {
  it('has the six components of the national sheet', () => {
    expect(components.map(({ key }) => key)).toEqual([...deliveryComponents]);
  });

  it('is the published one word for word, and leaves out only title, number and the footer of LAPOR', () => {
    const decree = 'No. SK: 188.4/329/427.64/2022';
    const footer = document.slice(document.indexOf('Anda juga dapat menyampaikan'));
    const furniture = [vervalPbiJk.title, decree, footer.replace(/\s+/g, ' ').trim()];
    expect(compare(vervalPbiJk, source, document, furniture)).toEqual({ notFound: [], leftOver: [] });
  });

  it('keeps the number of the decree until its date is known', () => {
    expect(vervalPbiJk.decree).toBeNull();
    expect(vervalPbiJk.readings.find(({ id }) => id === 'decree-date-missing')?.statement).toContain(
      '188.4/329/427.64/2022',
    );
  });
});

describe('the ladder', () => {
  it('corrects, initials and signs in the order of the document', () => {
    const tiers = process.steps
      .filter(({ review }) => review)
      .map(({ role, review }) => [role, review?.verb]);
    expect(tiers).toEqual([
      ['subCoordinator', 'correct'],
      ['divisionHead', 'correct'],
      ['agencySecretary', 'correct'],
      ['agencyHead', 'initial'],
      ['regionalAssistant', 'initial'],
      ['regionalSecretary', 'initial'],
      ['regent', 'sign'],
    ]);
  });

  it('has what others do entered by the supervisor, and counted as theirs', () => {
    const external = new Set(process.roles.filter(({ party }) => party === 'external').map(({ id }) => id));
    for (const step of process.steps)
      expect(step.enteredBy).toBe(external.has(step.role ?? '') ? 'regencySupervisor' : undefined);
    expect(external.size).toBe(6);
  });
});

describe('the promise', () => {
  it('of twenty days begins when the village has uploaded, and waits for the regent', () => {
    const promise = process.deadlines.find(({ id }) => id === 'verval-promise');
    expect(promise).toMatchObject({
      duration: { amount: 20, unit: 'working_day' },
      starts: { step: 'upload', outcome: 'uploaded' },
      pausedWhile: ['with-village'],
    });
    expect(promise?.pausedFor).toBeUndefined();
  });

  it('never calls advice a refusal', () => {
    const advised = process.endings.filter(({ id }) => id.startsWith('advised-'));
    expect(advised.map(({ kind }) => kind)).toEqual(['referred', 'referred']);
  });
});

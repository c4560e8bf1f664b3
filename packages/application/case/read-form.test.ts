import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeReadForm } from './read-form.ts';

const surveyed = async () => {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  await scene.toSurvey(caseId);
  const { facilitator, backOffice } = scene.staff;
  const claim = () => makeReadForm(scene.ports)({ member: facilitator, caseId, form: 'claim' });
  const survey = async () => {
    const raw = {
      visitDate: '2026-02-03',
      visitOutcome: 'complete',
      householdSize: '4',
      hasDwelling: '1',
      floorArea: '24',
      floorMaterial: '8',
      headIncome: '500000',
      assets: '1,2',
      surveyAdvice: 'withoutMeans',
      surveyReason: 'Rumah uji tanpa lantai.',
    };
    const attachments = [await scene.bring(facilitator, caseId, 'field-survey', 'photo-front')];
    valueIn(await scene.complete(facilitator, caseId, 'field-survey', 'complete', { raw, attachments }));
    return makeReadForm(scene.ports)({ member: backOffice, caseId, form: 'survey-visit' });
  };
  return { scene, caseId, claim, survey };
};

describe('a form that a step shows', () => {
  it('gives every answer in clear, in its sections and as people read it', async () => {
    const { claim } = await surveyed();
    const { pages, title } = valueIn(await claim());
    const answers = new Map(
      pages.flatMap((page) => page.answers.map(({ fact, value }) => [fact, value] as const)),
    );
    expect(title).not.toBe('');
    expect(answers.get('nik')?.replaceAll(' ', '')).toBe(testPerson(1).nik);
    expect(answers.get('village')).toMatch(/^Kelurahan .+, Kecamatan .+/);
    expect(answers.get('helpNeeded')).toBe('Bantuan pangan untuk keluarga uji.');
    for (const page of pages) expect(page.answers).not.toEqual([]);
  });

  it('is logged as one reading, for the purpose of the step, before anything is opened', async () => {
    const { scene, caseId } = await surveyed();
    const order: string[] = [];
    const { unmaskings, vault } = scene.ports;
    const ports = {
      ...scene.ports,
      unmaskings: {
        ...unmaskings,
        append: async (entry: Parameters<typeof unmaskings.append>[0]) => {
          order.push(`log ${entry.fact}`);
          return unmaskings.append(entry);
        },
      },
      vault: {
        ...vault,
        open: async (...input: Parameters<typeof vault.open>) => {
          order.push('open');
          return vault.open(...input);
        },
      },
    };
    const member = scene.staff.facilitator;
    valueIn(await makeReadForm(ports)({ member, caseId, form: 'claim' }));
    expect(order[0]).toBe('log form:claim');
    expect(order.filter((entry) => entry !== 'open')).toHaveLength(1);
    expect(await unmaskings.list(caseId)).toMatchObject([
      { fact: 'form:claim', by: member.id, reason: 'Survei keluarga di rumah' },
    ]);
  });

  it('is not shown when the log cannot be written', async () => {
    const { scene, caseId } = await surveyed();
    const unmaskings = {
      ...scene.ports.unmaskings,
      append: async () => {
        throw new Error('the log is down');
      },
    };
    const input = { member: scene.staff.facilitator, caseId, form: 'claim' };
    await expect(makeReadForm({ ...scene.ports, unmaskings })(input)).rejects.toThrow('the log is down');
  });

  it('says of an answer that cannot be opened any more that it cannot be read', async () => {
    const { scene, caseId } = await surveyed();
    const vault = { ...scene.ports.vault, open: async () => ({ ok: false, error: 'unreadable' }) as const };
    const input = { member: scene.staff.facilitator, caseId, form: 'claim' };
    const { pages } = valueIn(await makeReadForm({ ...scene.ports, vault })(input));
    const values = pages.flatMap((page) => page.answers.map(({ value }) => value));
    expect(values).toContain('tidak terbaca');
    expect(JSON.stringify(pages)).not.toContain(testPerson(1).name);
  });

  it('comes with its scores, reckoned from personal answers too', async () => {
    const { survey } = await surveyed();
    const { scores } = valueIn(await survey());
    expect(scores.length).toBeGreaterThan(0);
    const states = scores.flatMap(({ criteria }) => criteria.map(({ state }) => state));
    expect(states).toContain('met');
    expect(states).toContain('unknown');
    expect(scores[0]?.text).toMatch(/^\d+ dari \d+ kriteria terpenuhi/);
  });

  it.each(['means-decision', 'registry-check', 'tidak-ada', 'constructor'])(
    'is none of those the step does not show: %s',
    async (form) => {
      const { scene, caseId } = await surveyed();
      const input = { member: scene.staff.facilitator, caseId, form };
      expect(await makeReadForm(scene.ports)(input)).toEqual({
        ok: false,
        error: { code: 'form-not-shown' },
      });
      expect(await scene.ports.unmaskings.list(caseId)).toEqual([]);
    },
  );
});

import { readFileSync } from 'node:fs';
import { deliveryComponents } from '@layan/domain/standard/components';
import { describe, expect, it } from 'vitest';
import { compare } from '../verbatim.ts';
import { pengaduan } from './pengaduan.ts';
import { pengesahanPbiJk } from './pengesahan-pbi-jk.ts';
import { usulanDataKesejahteraan } from './usulan-data-kesejahteraan.ts';
import { vervalPbiJk } from './verval-pbi-jk.ts';

const { process } = vervalPbiJk;
const source = 'standar-pelayanan';
const document = readFileSync(new URL(`seed/${source}.txt`, import.meta.url), 'utf8');
const three = [vervalPbiJk, pengesahanPbiJk, usulanDataKesejahteraan];

describe.each(three)('the official text of $id', (standard) => {
  it('has the six components of the national sheet', () => {
    expect(standard.components.map(({ key }) => key)).toEqual([...deliveryComponents]);
  });

  it('is the published one word for word, and leaves out only title, number and the footer of LAPOR', () => {
    const decree = 'No. SK: 188.4/329/427.64/2022';
    const footer = document.slice(document.indexOf('Anda juga dapat menyampaikan'));
    const furniture = [vervalPbiJk.title, decree, footer.replace(/\s+/g, ' ').trim()];
    expect(compare(standard, source, document, furniture)).toEqual({ notFound: [], leftOver: [] });
  });

  it('keeps the number of the decree until its date is known', () => {
    expect(standard.decree).toBeNull();
    expect(standard.readings.find(({ id }) => id === 'decree-date-missing')?.statement).toContain(
      '188.4/329/427.64/2022',
    );
  });

  it('sends complaints to the service that answers them', () => {
    expect(standard.complaints).toBe(pengaduan.id);
    expect(standard.agency).toBe(pengaduan.agency);
  });
});

describe('the village', () => {
  it('works by itself, and sees its own area only', () => {
    for (const standard of three) {
      const operator = standard.process.roles.find(({ id }) => id === 'villageOperator');
      expect(operator).toMatchObject({ party: 'external', byArea: true });
      const own = standard.process.steps.filter(({ role }) => role === 'villageOperator');
      expect(own.length).toBeGreaterThan(2);
      expect(own.filter(({ enteredBy }) => enteredBy !== undefined)).toEqual([]);
    }
  });

  it('screens by the seven criteria, in the words of today', () => {
    const criteria = process.facts.find(({ id }) => id === 'criteria');
    expect(criteria?.privacy).toBe('specific');
    expect(criteria?.options?.map(({ label }) => label)).toEqual([
      'Kemiskinan',
      'Terlantar',
      'Penyandang disabilitas',
      'Daerah terpencil',
      'Ketunaan sosial',
      'Korban bencana',
      'Korban tindak kekerasan',
    ]);
  });

  it('takes a family card or a letter of domicile, and birth papers of newborns alone', () => {
    const requirement = (id: string) => process.requirements.find((one) => one.id === id);
    expect(requirement('family-paper')?.oneOf?.map(({ id }) => id)).toEqual([
      'family-card',
      'domicile-letter',
    ]);
    expect(requirement('birth-paper')?.when).toEqual({ fact: 'newborn', is: 'yes' });
  });
});

describe('the promise', () => {
  it('of twenty days begins when the village has uploaded, and waits for the regent', () => {
    const promise = process.deadlines.find(({ id }) => id === 'verval-promise');
    expect(promise).toMatchObject({
      duration: { amount: 20, unit: 'working_day' },
      starts: { step: 'uploading', outcome: 'uploaded' },
      pausedWhile: ['with-village', 'to-deliberate', 'to-upload'],
    });
    expect(promise?.pausedFor).toBeUndefined();
  });

  it('never calls advice a refusal', () => {
    const advised = process.endings.filter(({ id }) => id.startsWith('advised-'));
    expect(advised.map(({ kind }) => kind)).toEqual(['referred', 'referred']);
  });

  it('is of a proposal: who becomes a member is decided elsewhere, and people read that', () => {
    const ending = process.endings.find(({ id }) => id === 'proposed');
    expect(ending?.citizen).toContain('Kementerian Sosial yang menetapkan');
  });
});

describe('what a batch tells its lines', () => {
  const { steps, endings } = pengesahanPbiJk.process;
  const from = process.steps.flatMap((step) => step.outcomes.flatMap((outcome) => outcome.from ?? []));
  const said = (one: (typeof from)[number]): boolean => {
    if ('ending' in one) return endings.some(({ id }) => id === one.ending);
    const step = steps.find(({ id }) => id === one.step);
    return 'decision' in one
      ? (step?.lines?.decisions.some(({ id }) => id === one.decision) ?? false)
      : (step?.outcomes.some(({ id }) => id === one.outcome) ?? false);
  };

  it('is all in the standard of the batch', () => {
    expect(from.length).toBeGreaterThan(20);
    expect(from.filter((one) => !said(one))).toEqual([]);
  });

  it('leaves no line behind: each way a batch can end leads on from wherever the line waits', () => {
    const waiting = process.steps.filter(({ kind }) => kind === 'line').slice(1);
    for (const step of waiting) {
      const heard = step.outcomes
        .flatMap((one) => one.from ?? [])
        .map((one) => ('ending' in one ? one.ending : ''));
      expect(heard, step.id).toEqual(expect.arrayContaining(['dissolved', 'stalled', 'none-left']));
    }
  });

  it('and gathers at the step that waits for it', () => {
    expect(pengesahanPbiJk.process.lines).toMatchObject({
      of: vervalPbiJk.id,
      step: 'deliberation',
      atMost: 500,
    });
    for (const step of process.steps.filter(({ kind }) => kind === 'line'))
      expect(step.batch).toBe(pengesahanPbiJk.id);
    const known = new Set(process.facts.map(({ id }) => id));
    const columns = pengesahanPbiJk.process.lines?.columns ?? [];
    expect(columns.filter(({ fact }) => !known.has(fact))).toEqual([]);
  });
});

describe('the proposal for the registry', () => {
  const opens = usulanDataKesejahteraan.process.endings.flatMap((ending) =>
    ending.opens ? [ending.opens] : [],
  );

  it('opens a proposal for premium assistance where that is wished, with all that its form asks', () => {
    expect(opens).toHaveLength(1);
    const [next] = opens;
    expect(next?.service).toBe(vervalPbiJk.id);
    const channel = process.channels.find(({ id }) => id === next?.channel);
    const form = process.forms.find(({ id }) => id === channel?.form);
    const asked = form?.pages.flatMap(({ fields }) => fields).filter(({ required }) => required) ?? [];
    expect(asked.filter(({ fact }) => next?.carries[fact] === undefined)).toEqual([]);
    expect(channel?.requirements).toEqual([]);
  });
});

describe('complaints in Kabupaten Lumajang', () => {
  it('are first answered within 2x24 hours, holidays or not', () => {
    const first = pengaduan.process.deadlines.find(({ id }) => id === 'first-response');
    expect(first?.duration).toEqual({ amount: 48, unit: 'hour' });
  });

  it('come on the ways that the document names, which is kept word for word', () => {
    const handling = ({ components }: typeof pengaduan) =>
      components.find(({ key }) => key === 'complaintHandling');
    expect(handling(pengaduan)).toEqual(handling(vervalPbiJk));
    expect(pengaduan.process.channels.map(({ label }) => label)).toEqual([
      'Portal',
      'Kantor Dinas Sosial P3A',
      'Kotak saran',
      'Pos',
      'Call center',
      'Facebook, Instagram, Twitter, YouTube, atau blog',
      'LAPOR!',
    ]);
  });
});

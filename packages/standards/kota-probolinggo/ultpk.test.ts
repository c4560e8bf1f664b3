import { readFileSync } from 'node:fs';
import { RegionCode } from '@layan/domain/kernel/ids';
import { checkStandard } from '@layan/domain/standard/check';
import { deliveryComponents, managementComponents } from '@layan/domain/standard/components';
import { findVillage } from '@layan/domain/tenant/regions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { findRegions } from '../regions/regions.ts';
import { ultpk } from './ultpk.ts';

/**
 * The published documents, kept beside the standard as they were found except for white space: every run of it (also of
 * non-breaking blanks) is one blank, empty lines are gone.
 */
const documents = new Map(
  ultpk.sources.map(({ id }) => [id, readFileSync(new URL(`seed/${id}.txt`, import.meta.url), 'utf8')]),
);
const lines = (source: string) => (documents.get(source) ?? '').split('\n');

const sentences = ultpk.components.flatMap((component) => [
  ...component.sentences,
  ...(component.alternates ?? []),
]);

describe('the official text', () => {
  it('has all fourteen components', () => {
    const keys = ultpk.components.map(({ key }) => key);
    expect(keys).toEqual([...deliveryComponents, ...managementComponents]);
  });

  it.each(sentences)('says $id word for word', ({ label, text, source }) => {
    expect(lines(source)).toContain(label === undefined ? text : `${label} ${text}`);
  });

  it('leaves out no sentence of the full document', () => {
    const said = new Set(
      sentences.map(({ label, text }) => (label === undefined ? text : `${label} ${text}`)),
    );
    const titles = ultpk.components.map(({ title }) => title);
    const furniture = ['NO', 'KOMPONEN', 'URAIAN', 'LINK TERKAIT', ultpk.title, ''];
    // The document breaks long headings over two lines.
    const isHeading = (line: string) =>
      furniture.includes(line) ||
      titles.some((title) => title.startsWith(line) || title.endsWith(line)) ||
      /^([AB]\. Komponen .*|\d)$/.test(line);
    expect(lines('standar-pelayanan').filter((line) => !said.has(line) && !isHeading(line))).toEqual([]);
  });

  it('keeps what the national sheet says otherwise, and nothing that it says alike', () => {
    const own = new Set(ultpk.components.flatMap((component) => component.sentences.map(({ text }) => text)));
    const alternates = ultpk.components.flatMap((component) => component.alternates ?? []);
    expect(alternates.map(({ id }) => id)).toEqual([
      'procedure.3.sippn',
      'procedure.4.sippn',
      'fee.1.sippn',
      'product.1.sippn',
      'complaintHandling.1.sippn',
      'complaintHandling.5.sippn',
      'complaintHandling.7.sippn',
    ]);
    for (const { text, source } of alternates) {
      expect(source).toBe('sippn');
      expect(own.has(text)).toBe(false);
    }
  });

  it('takes titles from the document', () => {
    const joined = lines('standar-pelayanan').join(' ');
    for (const { title } of ultpk.components) expect(joined).toContain(title);
    expect(joined).toContain(ultpk.title);
  });

  it('has no decree number, as the sheet leaves it empty', () => {
    expect(lines('sippn')).toContain('No. SK :');
    expect(ultpk.decree).toBeNull();
  });
});

describe('the readings', () => {
  const inProcess = JSON.stringify(ultpk.process);

  it('each interpret a sentence or carry a part of the process', () => {
    const idle = ultpk.readings.filter(
      ({ id, cites }) => cites.length === 0 && !inProcess.includes(`"inferred":"${id}"`),
    );
    expect(idle).toEqual([]);
  });

  it('that interpret nothing of the process are about the text alone', () => {
    const textOnly = ultpk.readings.filter(({ id }) => !inProcess.includes(`"inferred":"${id}"`));
    expect(textOnly.map(({ id }) => id)).toEqual([
      'product-is-the-card',
      'claim-not-complaint',
      'complaint-email',
      'phone-and-fax-shared',
      'regulation-166',
      'two-mayor-regulations',
      'staff-count-together',
      'manner-of-serving',
      'spelling-kept',
      'portal-receipt',
      'scans-for-copies',
      'one-card-per-family',
      'card-recorded',
      'card-face',
    ]);
  });
});

describe('privacy', () => {
  it('seals names, numbers, places, contacts and stories', () => {
    const open = ultpk.process.facts.filter(({ privacy }) => privacy === 'ordinary');
    expect(open.filter(({ type }) => type !== 'choice').map(({ id }) => id)).toEqual([
      'rt',
      'rw',
      'village',
      'registryAsOf',
      'simUltpkNumber',
      'visitDate',
      'householdSize',
      'floorArea',
      'newClothesSets',
      'mealsPerDay',
      'proteinPerWeek',
      'elderlyCount',
    ]);
  });

  it('names nobody in the examples', () => {
    const personal = new Set(
      ultpk.process.facts.filter(({ privacy }) => privacy !== 'ordinary').map(({ id }) => id),
    );
    const Facts = z.record(z.string(), z.unknown());
    for (const example of ultpk.process.examples) {
      const told = [example.facts, ...example.turns.map((turn) => ('facts' in turn ? turn.facts : {}))];
      const named = told.flatMap((facts) => Object.keys(Facts.parse(facts ?? {})));
      expect(named.filter((id) => personal.has(id))).toEqual([]);
    }
  });
});

describe('the examples', () => {
  it('reach every ending', () => {
    const reached = new Set(ultpk.process.examples.map(({ ending }) => ending));
    expect(ultpk.process.endings.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it('use every outcome, interruption and timer', () => {
    const turns = JSON.stringify(ultpk.process.examples.map(({ turns }) => turns));
    const manual = ultpk.process.steps.filter(({ kind }) => kind !== 'route');
    const unused = manual.flatMap(({ id, outcomes }) =>
      outcomes.filter((outcome) => !turns.includes(`"step":"${id}","outcome":"${outcome.id}"`)),
    );
    expect(unused.map(({ id }) => id)).toEqual([]);
    for (const { id } of ultpk.process.timers) expect(turns).toContain(`"timer":"${id}"`);
    for (const { id } of ultpk.process.interruptions) expect(turns).toContain(`"interruption":"${id}"`);
  });

  it('happen in villages of the city', () => {
    const regions = findRegions(RegionCode.parse('35.74'));
    for (const { facts } of ultpk.process.examples) {
      expect(regions && findVillage(regions, String(facts.village))).toBeDefined();
    }
  });
});

describe('the checker', () => {
  it('finds nothing to object to; only the decree is still missing', () => {
    expect(checkStandard(ultpk).map(({ code, severity }) => [code, severity])).toEqual([
      ['not-enacted', 'note'],
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { checkStandard } from '@layan/domain/standard/check';
import { deliveryComponents } from '@layan/domain/standard/components';
import { describe, expect, it } from 'vitest';
import { compare } from '../verbatim.ts';
import { pengaduan } from './pengaduan.ts';

const { process, components, readings } = pengaduan;
const source = 'standar-pelayanan';
const document = readFileSync(new URL(`seed/${source}.txt`, import.meta.url), 'utf8');

describe('the official text', () => {
  it('has the six components of the national sheet', () => {
    expect(components.map(({ key }) => key)).toEqual([...deliveryComponents]);
  });

  it('is the published one word for word, and leaves out nothing but what the pages repeat', () => {
    const header = [
      'Dinas Sosial',
      'Jalan S.K.Lerik No. 02 Kupang 85228 085239409087',
      'Pemerintah Kota Kupang / Dinas Sosial',
    ];
    const headings = [pengaduan.title, 'No. SK :', ...components.map(({ title }) => title)];
    // The lone 0 is the empty numeric field of the sheet, not a promise of no days.
    expect(compare(pengaduan, source, document, [...header, ...headings, '0'])).toEqual({
      notFound: [],
      leftOver: [],
    });
  });

  it('has no decree number, as the sheet leaves it empty', () => {
    expect(document).toContain('No. SK :\n');
    expect(pengaduan.decree).toBeNull();
  });

  it('promises no time that the checker would miss', () => {
    const cited = process.deadlines.flatMap(({ basis }) => basis.cites ?? []);
    for (const { id } of components[2]?.sentences ?? []) expect(cited).toContain(id);
  });
});

describe('the readings', () => {
  const inProcess = JSON.stringify(process);

  it('that carry no part of the process interpret the text alone', () => {
    const textOnly = readings.filter(({ id }) => !inProcess.includes(`"inferred":"${id}"`));
    expect(textOnly.map(({ id }) => id)).toEqual([
      'two-tracks',
      'ticket-as-receipt',
      'identity-by-channel',
      'anonymous-and-confidential',
      'box-answer',
      'lapor-and-helpdesk',
      'one-address',
      'spelling-kept',
    ]);
    for (const { cites } of textOnly) expect(cites.length).toBeGreaterThan(0);
  });
});

describe('the ways in', () => {
  const channel = (id: string) => process.channels.find((candidate) => candidate.id === id);

  it('are those of the document, and the portal', () => {
    expect(process.channels.filter(({ about }) => !about).map(({ id }) => id)).toEqual([
      'counter',
      'letter',
      'box',
      'lapor',
      'email',
      'whatsapp',
      'facebook',
      'portal',
    ]);
  });

  it('ask who somebody is where the document does, and let them stay unnamed elsewhere', () => {
    const identity = process.channels.map(({ id, identity }) => [id, identity]);
    expect(identity.filter(([, kind]) => kind === 'required').map(([id]) => id)).toEqual([
      'counter',
      'letter',
    ]);
    expect(identity.filter(([, kind]) => kind === 'optional').map(([id]) => id)).toEqual([
      'box',
      'lapor',
      'email',
      'whatsapp',
      'facebook',
      'portal',
    ]);
  });

  it('look at the identity of a guest and keep nothing of it', () => {
    const shown = process.requirements.find(({ id }) => id === 'identity-shown');
    expect(shown).toMatchObject({ shown: true, required: true });
    expect(shown?.oneOf?.map(({ id }) => id)).toEqual(['id-card', 'other-id', 'institution-id']);
    expect(channel('counter')?.requirements).toEqual(['identity-shown']);
  });

  it('ask for one way to answer, whichever', () => {
    const ways = ['phone', 'email', 'complainantAddress', 'accountName'];
    for (const { id, form } of process.channels.filter(({ about }) => !about)) {
      const [group] = process.forms.find((candidate) => candidate.id === form)?.atLeastOne ?? [];
      // What came through LAPOR is answered there.
      if (id === 'lapor') expect(group).toBeUndefined();
      else for (const fact of group ?? ['none']) expect(ways).toContain(fact);
    }
  });

  it('count a letter from its stamp and a slip from the opening of the box', () => {
    expect(channel('letter')?.receipt).toBe('stamped');
    expect(channel('box')?.receipt).toBe('opened');
    expect(channel('counter')?.receipt).toBeUndefined();
  });

  it('keep anonymous and confidential apart', () => {
    expect(process.identity?.seenBy).toEqual(['secretariat']);
    expect(process.confidential?.seenBy).not.toContain('receptionist');
    expect(process.confidential?.seenBy).not.toContain('assignedOfficer');
  });
});

describe('the words', () => {
  it('name the ways that stay open when the agency has said its last word', () => {
    const said = (id: string) => process.endings.find((ending) => ending.id === id)?.citizen;
    expect(said('answered-finally')).toMatch(/Ombudsman .*60 hari/);
    expect(said('objection-dismissed')).toContain('Komisi Informasi');
  });

  it('never say that what belongs elsewhere was refused', () => {
    expect(process.endings.find(({ id }) => id === 'forwarded')).toMatchObject({ kind: 'referred' });
  });
});

describe('the checker', () => {
  it('finds nothing to object to; decree and management components are still missing', () => {
    const codes = checkStandard(pengaduan).map(({ code, severity }) => `${severity} ${code}`);
    expect([...new Set(codes)]).toEqual(['note management-component-missing', 'note not-enacted']);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../deadline/default-calendar.ts';
import { checkStandard } from './check.ts';
import { catalogue } from './checks/catalogue.ts';
import type { Fault } from './fixtures/faults.ts';
import { faultsOfBatches } from './fixtures/faults-of-batches.ts';
import { faultsOfFlow } from './fixtures/faults-of-flow.ts';
import { faultsOfLetters, withReply } from './fixtures/faults-of-letters.ts';
import { faultsOfNames } from './fixtures/faults-of-names.ts';
import { faultsOfPeople } from './fixtures/faults-of-people.ts';
import { faultsOfProducts } from './fixtures/faults-of-products.ts';
import { faultsOfText } from './fixtures/faults-of-text.ts';
import { faultsOfTime } from './fixtures/faults-of-time.ts';
import { faultsOfWork } from './fixtures/faults-of-work.ts';
import { edited, fact, outcome, pick, sentences, small, step } from './fixtures/small.ts';
import type { Standard } from './standard.ts';
import { servicesNamed } from './tenant-facts.ts';

const faults: readonly Fault[] = [
  ...faultsOfNames,
  ...faultsOfText,
  ...faultsOfFlow,
  ...faultsOfWork,
  ...faultsOfPeople,
  ...faultsOfTime,
  ...faultsOfProducts,
  ...faultsOfLetters,
  ...faultsOfBatches,
];

describe('the checker', () => {
  it('has nothing to say about a standard without fault', () => {
    expect(checkStandard(small)).toEqual([]);
  });

  it.each(faults.map(([code, story, place, edit, tenant]) => ({ code, story, place, edit, tenant })))(
    'finds $code: $story',
    ({ code, place, edit, tenant }) => {
      const findings = checkStandard(edited(edit), tenant);
      const found = findings.find((finding) => finding.code === code && finding.place === place);
      expect(found).toMatchObject({ code, place, ...catalogue[code] });
      expect(found?.message).toMatch(/\S.*[.":]$/s);
    },
  );

  it('has nothing to say about the services that it leans on where they are as it says', () => {
    const leaning = edited((standard) => {
      standard.process.steps.push({
        ...step(standard, 'review'),
        id: 'ask',
        kind: 'subcase',
        subcase: { service: 'data-uji', channel: 'counter', carries: {}, feeds: {} },
      });
    });
    const calendar = defaultCalendar('Asia/Jakarta');
    const services = [
      { id: 'pengaduan-uji', kind: 'complaint' as const, agency: small.agency },
      { id: 'data-uji', kind: 'application' as const, channels: ['counter'] },
    ];
    expect(servicesNamed(leaning)).toEqual(services.map(({ id }) => id));
    const codes = checkStandard(leaning, { calendar, services }).map(({ code }) => code);
    expect(codes.filter((code) => /-service-/.test(code))).toEqual([]);
    expect(checkStandard(small, { calendar, services })).toEqual([]);
  });

  it('takes words in capitals for words', () => {
    const shouted = edited((standard) => {
      const [sentence] = sentences(standard, 'requirements');
      if (sentence) sentence.text = 'SURAT LAHIR DARI BIDAN. KUTIPAN AKTA. Fotokopi KTP';
    });
    expect(checkStandard(shouted)).toEqual([]);
  });

  it('knows that a fact was asked in the case of another service', () => {
    const fed = edited((standard) => {
      standard.process.facts.push({ ...fact(standard, 'verdict'), id: 'zone' });
      standard.process.steps.push({
        ...step(standard, 'review'),
        id: 'zone',
        kind: 'subcase',
        after: ['nowhere'],
        subcase: { service: 'lain', channel: 'portal', carries: {}, feeds: { zone: 'zone' } },
      });
    });
    expect(checkStandard(fed).map(({ code }) => code)).not.toContain('fact-never-asked');
  });

  it('does not let a standard of bad intent keep it busy', () => {
    const busy = edited((standard) => {
      const facts = Array.from({ length: 10 }, (_, at) => `answer${at}`);
      for (const id of facts) {
        standard.process.facts.push({
          id,
          label: id,
          type: 'boolean',
          privacy: 'ordinary',
          basis: { cites: ['procedure.1'] },
        });
      }
      const told = facts.map((id) => ({ fact: id, is: true }));
      outcome(standard, 'review', 'refuse').when = { any: Array.from({ length: 900 }, () => told).flat() };
    });
    const codes = checkStandard(busy).map(({ code, place }) => `${code} ${place}`);
    expect(codes).toContain('too-large-to-prove process.steps.review');
  });

  it('doubts what a letter says where there are too many ways to walk them all', () => {
    const many = edited((standard) => {
      const ids = Array.from({ length: 12 }, (_, at) => `answer${at}`);
      standard.process.facts.push(...ids.map((id) => ({ ...fact(standard, 'verdict'), id, label: id })));
      const fields = ids.map((id) => ({ fact: id, required: false }));
      pick(standard.process.forms, 'request').pages[1]?.fields.push(...fields);
      withReply(standard, { body: [{ paragraph: ids.map((id) => `{${id}}`).join(' ') }] });
    });
    const found = checkStandard(many).filter(({ code }) => code === 'letter-value-unknown');
    expect(found).toHaveLength(12);
  });

  it('reports the gravest first', () => {
    const findings = checkStandard(
      edited((standard) => {
        standard.decree = null;
        delete step(standard, 'review').citizen;
        outcome(standard, 'review', 'refuse').to = ['limbo'];
      }),
    );
    const ranks = findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
    expect(new Set(ranks).size).toBe(3);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('names the sentences concerned', () => {
    const findings = checkStandard(edited((standard) => void delete step(standard, 'review').citizen));
    expect(findings).toMatchObject([{ code: 'citizen-told-nothing', cites: ['procedure.2'] }]);
  });

  it('tells the story of a dead end', () => {
    const findings = checkStandard(
      edited((standard) => {
        outcome(standard, 'review', 'refuse').to = ['limbo'];
      }),
    );
    const stuck = findings.find(({ code }) => code === 'case-stuck');
    expect(stuck?.message).toContain(
      'diajukan lewat Portal, lalu Periksa berkas (Terima), lalu Putuskan (Tolak)',
    );
  });

  it.each<[said: string, edit: (standard: Standard) => void]>([
    [
      'Contoh "Disetujui" meninggalkan "Surat terbit" dalam keadaan "ditepati", bukan "terlewat".',
      ({ process }) => {
        pick(process.examples, 'granted').promises = { 'two-days': 'broken' };
      },
    ],
    [
      'Contoh "Disetujui" menghasilkan "Surat uji" dalam keadaan "berlaku", bukan "dicabut".',
      ({ process }) => {
        pick(process.examples, 'granted').products = { letter: 'revoked' };
      },
    ],
    [
      'Contoh "Disetujui" berakhir dengan "Terbit", bukan "Ditolak".',
      ({ process }) => {
        pick(process.examples, 'granted').ending = 'refused';
      },
    ],
    [
      'menunggu berkas sesudah langkah "Pilih jalur" dan sesudah langkah "Putuskan keberatan" bersama-sama',
      (standard) => {
        outcome(standard, 'hear', 'dismiss').to = ['to-hand-over'];
        step(standard, 'review').after = ['to-review', 'to-hand-over'];
      },
    ],
  ])('says it by the labels: %s', (said, edit) => {
    const messages = checkStandard(edited(edit)).map(({ message }) => message);
    expect(messages.join(' ')).toContain(said);
  });

  it('counts the rounds that work may take, no more of them, and says how many', () => {
    const rounds = (atMost: number) =>
      edited((standard) => {
        const fault = faultsOfTime.find(([code]) => code === 'promise-below-rounds');
        fault?.[3](standard);
        outcome(standard, 'review', 'again').atMost = atMost;
      });
    const told = (atMost: number) =>
      checkStandard(rounds(atMost)).flatMap(({ code, message }) =>
        code === 'promise-below-rounds' ? message : [],
      );
    expect(told(1)).toEqual([]);
    expect(told(2)).toHaveLength(1);
    expect(told(2)[0]).toContain('"Lain" 1 hari kerja, 3 kali');
  });

  it('says no more than what is missing when names are missing', () => {
    const findings = checkStandard(
      edited((standard) => {
        step(standard, 'review').form = 'nothing';
      }),
    );
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['unknown-reference']));
  });

  it('proves every code of its catalogue by a standard that raises it', () => {
    const proved = new Set<string>(faults.map(([code]) => code));
    expect(Object.keys(catalogue).filter((code) => !proved.has(code))).toEqual([]);
  });
});

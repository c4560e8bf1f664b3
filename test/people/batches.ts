// Villages of Kabupaten Lumajang that propose families: filed on paper, gathered, decided on line by line, through the API.
import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import type * as z from 'zod/mini';
import type { Receipt } from './citizen.ts';
import { village } from './village.ts';

export interface Filed extends Receipt {
  readonly caseId: string;
}

/** Two desa are called Jatisari. */
const places = {
  'operator.jatisari': '35.08.05.2009',
  'operator.jatisari.kedungjajang': '35.08.16.2009',
} as const;
export type Operator = keyof typeof places;

const two = (n: number): string => String(n).padStart(2, '0');

/** A woman born in 1990, each number another day or another sequence of the range that no real person has. */
export const family = (n: number) => {
  const [day, month, sequence] = [1 + (Math.floor(n / 900) % 28), 3, 9001 + (n % 900)];
  return {
    applicantName: `Warga Uji ${n}`,
    nikStatus: 'have',
    nik: `350810${two(day + 40)}${two(month)}90${sequence}`,
    newborn: 'no',
    address: 'Jalan Contoh 5',
  };
};
const born = (n: number): string => `1990-03-${two(1 + (Math.floor(n / 900) % 28))}`;

export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const listed = { registryStatus: 'listed', registryAsOf: '2026-10-31', decile: '2' };
const siks = (n: string) => ({ siksReference: `SIKS-${n}`, siksDate: today() });

type Lines = z.output<typeof staffApi.listLines.response>;
export type Decision = readonly [ticket: string, decision: string, note?: string];

export function batches(port: number, photo: Uint8Array) {
  const lumajang = village(port);
  const { as, look, complete, bring, until } = lumajang;

  const idOf = async (by: string, ticket: string): Promise<string> => (await look(by, ticket)).id;

  /** On paper, at the counter or in the village. */
  const file = async (
    by: string,
    [standard, channel]: readonly [string, string],
    n: number,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Filed> => {
    const call = await as(by);
    const { caseId, revision } = await call(staffApi.startIntake, { body: { standard, channel } });
    const saved = await call(staffApi.saveIntake, {
      params: { caseId },
      body: {
        revision,
        entered: { ...family(n), ...more },
        papers: ['id-card', 'family-paper'],
        choices: { 'family-paper': 'family-card' },
      },
    });
    const filed = await call(staffApi.submitIntake, {
      params: { caseId },
      body: { revision: saved.revision },
    });
    return { caseId, ticket: filed.ticket, secret: filed.secret ?? '' };
  };

  return {
    ...lumajang,
    photo,
    file,

    /** A family of the village, filed by its operator. */
    proposed: (by: Operator, n: number): Promise<Filed> =>
      file(by, ['verval-pbi-jk', 'village'], n, { birthDate: born(n), sex: 'female', village: places[by] }),

    registryProposal: (by: Operator, n: number, wantsPbi: 'yes' | 'no' = 'no'): Promise<Filed> =>
      file(by, ['usulan-data-kesejahteraan', 'village'], n, {
        ...{ birthDate: born(n), sex: 'female', village: places[by], wantsPbi },
      }),

    /** A proposal for the registry that the regency passed on. */
    async toMinistry(by: Operator, n: number, wantsPbi: 'yes' | 'no' = 'no'): Promise<Filed> {
      const filed = await this.registryProposal(by, n, wantsPbi);
      const { ticket } = filed;
      await complete(by, ticket, ['collect', 'collected']);
      const minutes = { minutesNumber: `BA-${ticket}`, minutesDate: today() };
      await this.withScan(by, ticket, ['deliberate', 'eligible'], minutes, 'minutes-scan');
      await this.withScan(by, ticket, ['enter', 'entered']);
      await complete('supervisor', ticket, ['check', 'forward']);
      return filed;
    },

    /** Screened, and in the registry: it waits for others of its village. */
    async toGathering(by: Operator, { caseId }: Pick<Filed, 'caseId'>): Promise<void> {
      const call = await as(by);
      const { seq: expectedSeq } = await call(staffApi.getCase, { params: { caseId } });
      const body = { expectedSeq, outcome: 'fit', facts: { criteria: 'poverty' } };
      const { seq } = await call(staffApi.completeStep, { params: { caseId, step: 'screen' }, body });
      await call(staffApi.completeStep, {
        params: { caseId, step: 'collect' },
        body: { expectedSeq: seq, outcome: 'collected', facts: listed },
      });
    },

    /** The ticket of a new batch. */
    async gather(by: Operator, cases: readonly Pick<Filed, 'caseId'>[], period: string): Promise<string> {
      const call = await as(by);
      const { ticket } = await call(staffApi.startBatch, {
        params: { standard: 'pengesahan-pbi-jk' },
        body: {
          area: places[by],
          cases: cases.map(({ caseId }) => caseId),
          facts: { village: places[by], period },
        },
      });
      return ticket;
    },

    async decide(by: string, batch: string, step: string, decisions: readonly Decision[]): Promise<void> {
      const call = await as(by);
      const { id: caseId, seq } = await look(by, batch);
      const ids = new Map<string, string>();
      for (let after: number | undefined = 0; after !== undefined; ) {
        const page: Lines = await call(staffApi.listLines, { params: { caseId }, query: { after } });
        for (const row of page.rows) ids.set(row.ticket, row.caseId);
        after = page.next;
      }
      for (let [at, expectedSeq] = [0, seq]; at < decisions.length; at += 100) {
        const made = decisions.slice(at, at + 100).map(([ticket, decision, note]) => ({
          ...{ caseId: ids.get(ticket) ?? ticket, decision },
          ...(note === undefined ? {} : { note }),
        }));
        const body = { expectedSeq, decisions: made };
        expectedSeq = (await call(staffApi.decideLines, { params: { caseId, step }, body })).seq;
      }
    },

    /** Until every case knows what happened in the batch. */
    async told(batch: string): Promise<void> {
      const call = await as('supervisor');
      const caseId = await idOf('supervisor', batch);
      await until(`The fan-out of ${batch}`, async () => {
        const { told } = await call(staffApi.getBatch, { params: { caseId } });
        return told.done === told.of ? true : undefined;
      });
    },

    /** The minutes of what was decided, to be signed by pen. */
    minutes: (by: Operator, batch: string): Promise<CaseView> =>
      complete(by, batch, ['deliberate', 'held'], {
        facts: {
          minutesDate: today(),
          minutesPlace: 'Balai Desa Jatisari',
          chairName: 'Ketua Uji',
          attendeeCount: '12',
          attendees: 'Perangkat desa, BPD, ketua RT',
        },
      }),

    async signMinutes(by: Operator, batch: string, outcome: 'signed' | 'none-eligible'): Promise<void> {
      const view = await look(by, batch);
      const [signature, attendance] = await Promise.all([
        lumajang.signedByPen(by, batch, photo),
        bring(by, view, 'sign-minutes', 'attendance-list', photo),
      ]);
      await complete(by, batch, ['sign-minutes', outcome], { attachments: [attendance], signature });
    },

    /** A step that asks for the screen of the other system, or some other paper. */
    async withScan(
      by: string,
      ticket: string,
      [step, outcome]: readonly [string, string],
      facts: Readonly<Record<string, string>> = siks(ticket),
      requirement = 'siks-screen',
      note?: string,
    ): Promise<CaseView> {
      const scan = await bring(by, await look(by, ticket), step, requirement, photo);
      return complete(by, ticket, [step, outcome], {
        facts: { ...facts },
        attachments: [scan],
        ...(note === undefined ? {} : { note }),
      });
    },

    /** Initialled and on the desk of the regent, from a batch that was looked at. */
    async finalise(batch: string): Promise<void> {
      await complete('supervisor', batch, ['verify', 'finalise']);
      for (const [by, step, outcome] of [
        ['subkoordinator', 'correct-sub-coordinator', 'correct'],
        ['kabid', 'correct-division', 'correct'],
        ['sekdin', 'correct-secretary', 'correct'],
      ] as const)
        await complete(by, batch, [step, outcome]);
      // Frozen with the last correction; that its paper was drawn is a change of the batch as well.
      await until('The paper of the batch', async () =>
        (await look('supervisor', batch)).letters.find(({ state, file }) => state === 'frozen' && file),
      );
      await complete('kadis', batch, ['initial-head', 'initial']);
      for (const step of ['initial-assistant', 'initial-regional-secretary'])
        await complete('supervisor', batch, [step, 'initial']);
    },
  };
}
export type Batches = ReturnType<typeof batches>;

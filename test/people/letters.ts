// Recommendations of Kota Pekalongan on their way to the signature, through the API of the console: each step by who does it.
import type { CaseView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { staffApi } from '@layan/contract/staff-api';
import { until } from '../until.ts';
import { byApi } from './by-api.ts';
import type { Receipt } from './citizen.ts';
import { type Identity, identity } from './identities.ts';

export interface Filed extends Receipt {
  readonly caseId: string;
  readonly who: Identity;
}

const papers = ['poverty-letter', 'introduction-letter', 'family-card'];
export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
export const registry = (registryStatus: 'listed' | 'notListed') => ({
  registryStatus,
  registryAsOf: '2026-10-31',
  registrySource: 'dtsen',
});
export const content = (who: Identity) => ({
  familyCardNumber: who.familyCardNumber,
  familySize: '4',
  purpose: 'pengusulan Kartu Indonesia Sehat',
});
const tiers = [
  ['kasi', 'check-section'],
  ['kabid', 'check-division'],
  ['sekretaris', 'check-secretary'],
] as const;

export function letters(port: number) {
  const staff = byApi(port, 'pekalongan.example');

  return {
    ...staff,

    /** On paper, at the counter. */
    async file(n: number, entered: Readonly<Record<string, string>> = {}): Promise<Filed> {
      const who = identity(n);
      const call = await staff.as('loket');
      const started = await call(staffApi.startIntake, {
        body: { standard: 'rekomendasi-kis', channel: 'counter' },
      });
      const params = { caseId: started.caseId };
      const saved = await call(staffApi.saveIntake, {
        params,
        body: {
          revision: started.revision,
          papers: [...papers],
          entered: {
            applicantName: who.name,
            nikStatus: 'have',
            nik: who.nik,
            address: 'Jalan Contoh 5',
            village: '33.75.01.1002',
            ...entered,
          },
        },
      });
      const filed = await call(staffApi.submitIntake, { params, body: { revision: saved.revision } });
      return { caseId: filed.caseId, ticket: filed.ticket, secret: filed.secret ?? '', who };
    },

    /** From the counter, or back from the signature, to the desk of who signs. */
    async review({ ticket, who }: Pick<Filed, 'ticket' | 'who'>): Promise<void> {
      await staff.work('loket', ticket, ['draft-letter', 'submit'], content(who));
      for (const [by, step] of tiers) await staff.work(by, ticket, [step, 'initial']);
    },

    /** Of a family that is in the registry: drafted and initialled, its number taken. */
    async toSignature(n: number): Promise<Filed> {
      const filed = await this.file(n);
      await staff.work('loket', filed.ticket, ['check-registry', 'accept'], registry('listed'));
      await this.review(filed);
      return filed;
    },

    /** The letter that waits for its signature, once its paper is drawn. */
    async prepared(
      by: string,
      ticket: string,
    ): Promise<{ view: CaseView; letter: LetterView & { id: string } }> {
      return until(`the drawn letter of ${ticket}`, async () => {
        const view = await staff.look(by, ticket);
        const letter = view.letters.find(({ state, file }) => state === 'frozen' && file !== undefined);
        return letter?.id === undefined ? undefined : { view, letter: { ...letter, id: letter.id } };
      });
    },

    /** The bytes of a letter, as whoever opens it gets them. */
    async fileOf(by: string, { caseId, letterId }: { caseId: string; letterId: string }): Promise<Buffer> {
      const call = await staff.as(by);
      const { url } = await call(staffApi.openLetter, { params: { caseId, letterId } });
      return Buffer.from(await (await fetch(url)).arrayBuffer());
    },
  };
}

// A village of Kabupaten Lumajang and the regency behind it, through the API of the console: candidates on their way into a
// batch, and the batch on its way to the regent.
import type { CaseView } from '@layan/contract/staff/case';
import type { PreparedUpload } from '@layan/contract/staff/common';
import { staffApi } from '@layan/contract/staff-api';
import type * as z from 'zod/mini';
import { until } from '../until.ts';
import { byApi } from './by-api.ts';

type Body = z.input<typeof staffApi.completeStep.body>;
type Upload = Pick<z.output<typeof PreparedUpload>, 'url' | 'fields'>;

const send = async ({ url, fields }: Upload, bytes: Uint8Array): Promise<void> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }));
  const { status } = await fetch(url, { method: 'POST', body: form });
  if (status !== 201) throw new Error(`Storage answered ${status} to a scan.`);
};

/** A woman of Lumajang, born 5 May 1990. */
export const candidate = (n: number) => {
  const sequence = String(9001 + (n % 999));
  return {
    name: `Warga Uji ${n}`,
    nik: `350810450590${sequence}`,
    familyCardNumber: `350810050510${sequence}`,
  };
};

export function village(port: number) {
  const staff = byApi(port, 'lumajang.example');
  const { as, look } = staff;

  /** A scan of evidence, once it was looked at. */
  const bring = async (
    by: string,
    { id: caseId }: Pick<CaseView, 'id'>,
    step: string,
    requirement: string,
    photo: Uint8Array,
  ): Promise<{ requirement: string; document: string }> => {
    const call = await as(by);
    const prepared = await call(staffApi.prepareStepUpload, {
      params: { caseId, step },
      body: { requirement },
    });
    await send(prepared, photo);
    await until(`The scan of ${requirement}`, async () => {
      const { actions } = await call(staffApi.getCase, { params: { caseId } });
      const brought =
        actions.find(({ id }) => id === step)?.evidence.flatMap(({ documents }) => documents) ?? [];
      return brought.find(({ id, state }) => id === prepared.documentId && state === 'accepted');
    });
    return { requirement, document: prepared.documentId };
  };

  const complete = async (
    by: string,
    ticket: string,
    [step, outcome]: readonly [string, string],
    more: Partial<Body> = {},
  ): Promise<CaseView> => {
    const { id: caseId, seq } = await look(by, ticket);
    const call = await as(by);
    return call(staffApi.completeStep, {
      params: { caseId, step },
      body: { expectedSeq: seq, outcome, facts: {}, ...more },
    });
  };

  return {
    ...staff,
    bring,
    complete,

    /** Screened and checked against the registry: it waits to be gathered. */
    async toGathering(by: string, ticket: string): Promise<void> {
      await complete(by, ticket, ['screen', 'fit'], { facts: { criteria: 'poverty' } });
      await complete(by, ticket, ['collect', 'collected'], {
        facts: { registryStatus: 'listed', registryAsOf: '2026-10-31', decile: '2' },
      });
    },

    /** The letter that waits to be signed outside, once it was drawn; signed by pen and scanned. */
    async signedByPen(
      by: string,
      ticket: string,
      photo: Uint8Array,
    ): Promise<{ document: string; number: string }> {
      const call = await as(by);
      const { id: caseId } = await look(by, ticket);
      const letterIn = (view: CaseView) =>
        view.letters.find(({ state, file }) => state === 'frozen' && file !== undefined);
      const drawn = await until(`The letter of ${ticket}`, async () => letterIn(await look(by, ticket)));
      const params = { caseId, letterId: drawn.id ?? '' };
      const prepared = await call(staffApi.prepareLetterUpload, { params });
      await send(prepared, photo);
      await until('The signed copy', async () =>
        letterIn(await look(by, ticket))?.uploads?.find(
          ({ id, state }) => id === prepared.documentId && state === 'accepted',
        ),
      );
      return { document: prepared.documentId, number: drawn.number ?? '' };
    },

    until,
  };
}

// Certificates in the control table: the tenant's own table and keys are gone by then.
import type { CertificateStore } from '@layan/application/ports/certificates';
import * as z from 'zod/mini';
import { certificateKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { CertificateSchema } from './tenant-register.ts';

const Kept = z.strictObject({
  certificate: CertificateSchema,
  jws: z.string(),
  publicKey: z.string(),
  pdf: z.base64(),
});

export const certificateStore = (table: Table): CertificateStore => ({
  find: async (tenant) => {
    const item = await table.get(certificateKey(tenant));
    if (!item) return undefined;
    const { pdf, ...kept } = parseBody(Kept, item);
    return { ...kept, pdf: new Uint8Array(Buffer.from(pdf, 'base64')) };
  },
  keep: async (tenant, { pdf, ...kept }) => {
    const put = {
      ...certificateKey(tenant),
      ...body({ ...kept, pdf: Buffer.from(pdf).toString('base64') }),
    };
    await table.transact([{ write: { put, when: absent } }]);
  },
});

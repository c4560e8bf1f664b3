// Who signed out when, in a tenant's table or in the control table. Forgotten once no token of before can hold any more.
import type { SignOuts } from '@layan/application/ports/sign-outs';
import { InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import * as z from 'zod/mini';
import { signedOutKey } from './keys.ts';
import { expiresAt } from './lifetimes.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';

const SignedOut = z.strictObject({ at: InstantText });
/** Access tokens last a quarter of an hour in the cloud and an hour on one machine. */
const KEPT_SECONDS = 24 * 3600;

export const signOuts = (table: Table): SignOuts => ({
  note: async (id, at) => {
    const put = {
      ...signedOutKey(id),
      ...body({ at }),
      expiresAt: expiresAt(epochMs(at), KEPT_SECONDS),
    };
    await table.transact([{ write: { put } }]);
  },
  last: async (id) => {
    const item = await table.get(signedOutKey(id));
    return item && parseBody(SignedOut, item).at;
  },
});

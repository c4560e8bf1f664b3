// Which users exist for showing the system: the sign-in page offers them for one click, without a password.
import * as z from 'zod';
import type { Store } from '../store.ts';

const DemoAccount = z.object({
  poolId: z.string(),
  email: z.string(),
  name: z.string(),
  /** What the person does, in a few Indonesian words. */
  description: z.string(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

export interface DemoAccounts {
  add(account: DemoAccount): void;
  /** In the order in which they were added. */
  of(poolId: string): readonly DemoAccount[];
  all(): readonly DemoAccount[];
}

const Kept = DemoAccount.extend({ place: z.number() });

export function openDemoAccounts(store: Store): DemoAccounts {
  const kept = store.collection('demo-accounts', Kept);
  const all = () => [...kept.values()].sort((a, b) => a.place - b.place);
  return {
    add(account) {
      const id = `${account.poolId}/${account.email}`;
      const last = all().at(-1)?.place ?? 0;
      kept.set(id, { ...account, place: kept.get(id)?.place ?? last + 1 });
    },
    of: (poolId) => all().filter((account) => account.poolId === poolId),
    all,
  };
}

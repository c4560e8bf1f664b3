// Takes a tenant away: accounts, objects, table, and its keys at last, because everything is unreadable without them.
import { enterPendingRequests } from '../../privacy/enter-pending-requests.ts';
import type { Do } from './leaving-step.ts';

export const accounts: Do = async (ports, { tenant }, leaving) => {
  const { staff, accounts: pool, audit, requests } = ports.openTenant(tenant.id);
  let disabled = 0;
  for (const { id } of await staff.list()) if (await pool.disable(id)) disabled += 1;
  // Copies are fetched behind closed doors too, and no sweep has entered that.
  for (const { id } of tenant.agencies)
    await enterPendingRequests({ requests, audit, clock: ports.clock }, id);
  const [administration, unmasking] = await Promise.all([
    audit.head('administration'),
    audit.head('unmasking'),
  ]);
  const heads = {
    ...(administration && { administration: `${administration.seq} ${administration.hash}` }),
    ...(unmasking && { unmasking: `${unmasking.seq} ${unmasking.hash}` }),
  };
  return { next: { ...leaving, accounts: disabled, heads } };
};

export const objects: Do = async (ports, { tenant }, leaving) => {
  const removed = await ports.remains(tenant.id).removeObjects();
  const going = { ...leaving, objects: leaving.objects + removed };
  return removed > 0 ? { stay: going } : { next: going };
};

export const table: Do = async (ports, { tenant }, leaving) =>
  (await ports.remains(tenant.id).removeTable()) === 'gone' ? { next: leaving } : 'waiting';

export const keys: Do = async (ports, { tenant }, leaving) => {
  const { data, signing } = await ports.stacks.keyArns(tenant.id);
  const arns = [data, ...(signing === undefined ? [] : [signing])];
  return { next: { ...leaving, keys: await ports.remains(tenant.id).scheduleKeys(arns) } };
};

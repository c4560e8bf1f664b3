// How long the status list of a large register takes: the first list, one revocation in it, and the refresh that
// compares it with every card. Stores answer at once, so this is our own work; the database adds one read a card to the
// first and the last, 25 at a time. Run: `pnpm exec node test/bench/status-list.ts [cards]`.

import type { RegisteredProduct } from '@layan/application/ports/products';
import { makePublishStatusList } from '@layan/application/product/publish-status-list';
import { makeRefreshStatusList } from '@layan/application/product/refresh-status-list';
import { statusListName } from '@layan/domain/product/status-list';
import { aCaseWithCard, CARD, cardIdOf } from '@layan/testing/builders/a-card';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';

const cards = Number(process.argv[2] ?? 100_000);
const register = { agency: AGENCY, product: CARD, year: 2026 };
const clock = fixedClock();
const tenant = memoryTenant(clock, TENANT);
await tenant.ensureSigning('arn:sign');

const [card] = aCaseWithCard(1).products;
if (card?.origin.kind !== 'case') throw new Error('the builder issued no card');
const { origin } = card;
const revoked = new Set<number>();
const productOf = (sequence: number): RegisteredProduct => ({
  ...card,
  id: cardIdOf(sequence),
  state: revoked.has(sequence) ? 'revoked' : 'active',
  origin: { ...origin, place: { year: 2026, sequence } },
});
let reads = 0;
const ports = {
  ...tenant,
  clock,
  origin: 'https://kota-contoh.layan.example',
  products: {
    ...tenant.products,
    find: async (id: string) => {
      reads += 1;
      return productOf(Number(id.slice(1)));
    },
    register: async ({ limit, after }: { limit: number; after?: string }) => {
      reads += 1;
      const from = after === undefined ? cards : Number(after) - 1;
      const rows = Array.from({ length: Math.min(limit, from) }, (_, at) => {
        const sequence = from - at;
        return { id: cardIdOf(sequence), number: String(sequence), sequence };
      });
      const last = rows.at(-1)?.sequence ?? 1;
      return { rows, ...(last > 1 && { next: String(last) }) };
    },
  },
};

async function measure(what: string, act: () => Promise<unknown>): Promise<void> {
  reads = 0;
  const began = performance.now();
  await act();
  const list = await tenant.statusLists.find(statusListName(register));
  const ms = Math.round(performance.now() - began);
  console.log(`${what}: ${ms} ms, ${reads} reads, list of ${list?.signed.length ?? 0} bytes`);
}

console.log(`${cards} cards`);
await measure('first list', () => makePublishStatusList(ports)({ register, ids: [] }));
revoked.add(17);
await measure('one revocation', () => makePublishStatusList(ports)({ register, ids: [cardIdOf(17)] }));
for (let n = 1; n <= cards; n += 40) revoked.add(n);
clock.advance(12 * 3_600_000);
await measure('refresh, every fortieth lost', () => makeRefreshStatusList(ports)());

// Calls the seed until it has been through once. The seed works through the ordinary APIs, as the people it shows.
import { seed } from '../seed/seed.ts';
import type { Host } from './host.ts';
import { seedContext } from './seed-context.ts';

// Named anew whenever the seed has more to give: what is there already stays.
const milestone = 'seeded with Kabupaten Lumajang';

export async function seedOnce(host: Host, tell: (line: string) => void): Promise<void> {
  if (host.milestones.reached(milestone)) return;
  tell('Seeding, once.');
  await seed(seedContext(host, tell));
  host.milestones.reach(milestone);
}

// Which of some cases were destroyed by those who may, as the chain of administrative acts tells.
import type { CaseId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import type { Trail } from '../ports/seals.ts';

/** Acts whose entries say, of the case they are about, that it is no more. */
const DESTROYING = ['destroy-case', 'erase-person'];
const PORTION = 500;

const Entry = z.object({ act: z.object({ act: z.string(), about: z.string() }) });

export async function findDestroyed(trail: Trail, ids: ReadonlySet<CaseId>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const wanted: ReadonlySet<string> = ids;
  let after = 0;
  while (found.size < wanted.size) {
    const rows = await trail.entries('administration', { after, limit: PORTION });
    for (const { content } of rows) {
      const entry = Entry.safeParse(content);
      if (!entry.success) continue;
      const { act, about } = entry.data.act;
      if (DESTROYING.includes(act) && wanted.has(about)) found.add(about);
    }
    const last = rows.findLast(({ place }) => place !== undefined)?.place;
    if (rows.length < PORTION || last === undefined || last <= after) break;
    after = last;
  }
  return found;
}

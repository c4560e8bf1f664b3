// Changes that nobody followed because doors had closed, each once; taken up, they go through the outbox again.
import type { LeftChanges } from '@layan/application/ports/left-changes';
import type { Clock } from '@layan/domain/kernel/clock';
import { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { leftChangeKey, leftChangesPartition, outboxAgainKey } from './keys.ts';
import { expiresAt, OUTBOX_SECONDS } from './lifetimes.ts';
import type { Table } from './table/table.ts';

/** Two writes for each in a transaction of at most a hundred. */
const AT_ONCE = 25;

export const leftChanges = (table: Table, clock: Clock): LeftChanges => ({
  note: async (caseId) => {
    await table.transact([{ write: { put: { ...leftChangeKey(caseId) } } }]);
  },
  takeUp: async () => {
    for (;;) {
      const noted = await table.query({ partition: leftChangesPartition, limit: AT_ONCE });
      if (noted.length === 0) return;
      const now = clock.now();
      const ends = { expiresAt: expiresAt(epochMs(now), OUTBOX_SECONDS) };
      await table.transact(
        noted.flatMap(({ sk }) => {
          const caseId = CaseId.parse(sk);
          return [
            { write: { remove: leftChangeKey(caseId) } },
            { write: { put: { ...outboxAgainKey(caseId, now), ...ends } } },
          ];
        }),
      );
    }
  },
});

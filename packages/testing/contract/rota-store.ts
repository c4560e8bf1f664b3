// What every store of turns promises.
import type { RotaStore } from '@layan/application/ports/rota';
import { describe, expect, it } from 'vitest';
import { AGENCY, caseIdOf, minute, OTHER_AGENCY, staffIdOf } from '../builders/ids.ts';

const done = { ok: true, value: undefined };
const changed = { ok: false, error: 'changed-meanwhile' };
const given = { caseId: caseIdOf(1), task: 'survey.4', to: staffIdOf(1), at: minute(1) };
const rota = (revision: number) => ({
  lastGiven: { [staffIdOf(1)]: minute(revision) },
  recent: [given],
  revision,
});

export function rotaStoreContract(name: string, open: () => Promise<RotaStore>): void {
  describe(`rota store: ${name}`, () => {
    it('keeps the turns of a role in an agency apart from all others', async () => {
      const store = await open();
      expect(await store.find(AGENCY, 'facilitator')).toBeUndefined();
      expect(await store.save(AGENCY, 'facilitator', rota(1), undefined)).toEqual(done);
      expect(await store.find(AGENCY, 'facilitator')).toEqual(rota(1));
      expect(await store.find(AGENCY, 'surveyor')).toBeUndefined();
      expect(await store.find(OTHER_AGENCY, 'facilitator')).toBeUndefined();
    });

    it('lets one of two write over the same revision', async () => {
      const store = await open();
      const both = await Promise.all([1, 2].map(() => store.save(AGENCY, 'x', rota(1), undefined)));
      expect(both).toContainEqual(done);
      expect(both).toContainEqual(changed);
      expect(await store.save(AGENCY, 'x', rota(2), 1)).toEqual(done);
      expect(await store.save(AGENCY, 'x', rota(2), 1)).toEqual(changed);
    });
  });
}

// A scan is judged at the very moment in which its form or its case goes.
import { CaseId, type DocumentId } from '@layan/domain/kernel/ids';
import { testPerson } from '@layan/testing/builders/people';
import { aPng } from '@layan/testing/builders/scans';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeCheckDocument } from '../document/check-document.ts';
import { makePrepareUpload } from '../filing/prepare-upload.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import type { CaseFiles } from '../ports/erasure.ts';
import { makeDestroyDue } from '../privacy/destroy-due.ts';
import { makePlanRetention } from '../privacy/plan-retention.ts';
import { makeErasePerson } from './erase-person.ts';
import { makeFinishErasures } from './finish-erasures.ts';

const halfAnHour = 1_800_000;
const day = 86_400_000;

async function sending() {
  const scene = await ultpkScene();
  const session = await scene.ready(1);
  const caseId = CaseId.parse(session.split('.')[0]);
  const asked = { session, requirement: 'family-card' };
  const { documentId } = valueIn(await makePrepareUpload(scene.ports)(asked));
  scene.memory.scans.arrive(caseId, documentId, aPng());
  const objects = new Set<string>();
  let faults = 0;
  const nameOf = (of: CaseId, id: DocumentId) => `${of}/${id}`;
  const caseFiles: CaseFiles = {
    removeScan: async (of, id) => {
      faults -= 1;
      if (faults >= 0) throw new Error('no answer');
      objects.delete(nameOf(of, id));
    },
    removeLetter: async () => undefined,
  };
  /** Looks at the scan; between its looking and its writing somebody else works. */
  const check = (meanwhile: () => Promise<unknown>, ends: boolean) =>
    makeCheckDocument({
      ...scene.ports,
      scans: {
        ...scene.ports.scans,
        accept: async (scan) => {
          await meanwhile();
          objects.add(nameOf(scan.caseId, scan.documentId));
          if (ends) throw new Error('the power went');
          return scan.bytes;
        },
      },
    })({ caseId, documentId });
  const ports = { ...scene.ports, caseFiles };
  const fail = () => {
    faults = 1;
  };
  const end = async () => {
    valueIn(await makeSubmitFiling(ports)({ session }));
    const step = ['initial-verification', 'refer'] as const;
    const note = 'Silakan ke dinas lain.';
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, ...step, { note }));
  };
  return { ...scene, ports, session, caseId, objects, check, fail, end };
}

type Sending = Awaited<ReturnType<typeof sending>>;

/** What goes, and who sees to its files. */
const ways: readonly {
  readonly what: string;
  readonly go: (s: Sending) => Promise<() => Promise<unknown>>;
}[] = [
  {
    what: 'a form that was never sent',
    go: async (s) => {
      s.clock.advance(40 * day);
      return makeDestroyDue(s.ports);
    },
  },
  {
    what: 'a case that is erased',
    go: async (s) => {
      await s.end();
      const nik = { kind: 'nik', value: testPerson(1).nik } as const;
      const by = { party: 'system' } as const;
      await makeErasePerson(s.ports)({ ...nik, by, mayErase: async () => undefined });
      return makeFinishErasures(s.ports);
    },
  },
  {
    what: 'a case whose scans are due',
    go: async (s) => {
      await s.end();
      await makePlanRetention(s.ports)(s);
      s.clock.advance(3 * 365 * day);
      return makeDestroyDue(s.ports);
    },
  },
];

describe.each(ways)('a scan of $what, judged at that moment,', ({ go }) => {
  it.each([
    ['is not kept', false],
    ['is not kept by a function that ended in between', true],
  ])('%s', async (_what, ends) => {
    const s = await sending();
    const sweep = await go(s);
    const checked = s.check(sweep, ends);
    if (ends) await expect(checked).rejects.toThrow('the power went');
    else expect(await checked).toEqual({ outcome: 'ignored', why: 'settled' });
    expect(s.objects.size).toBe(1);
    s.clock.advance(halfAnHour);
    await sweep();
    expect(s.objects.size).toBe(0);
    expect(await s.ports.erasing.documents(s.caseId)).toEqual([]);
  });

  it('is not kept where the sweep ended early and came again', async () => {
    const s = await sending();
    const sweep = await go(s);
    await s.check(async () => {
      s.fail();
      await expect(sweep()).rejects.toThrow('no answer');
      await sweep();
    }, false);
    expect(s.objects.size).toBe(1);
    s.clock.advance(halfAnHour);
    await sweep();
    expect(s.objects.size).toBe(0);
    expect(await s.ports.erasing.documents(s.caseId)).toEqual([]);
  });
});

it('is not kept where its case is put into the plan again before the second look', async () => {
  const s = await sending();
  await s.end();
  s.clock.advance(3 * 365 * day);
  const sweep = makeDestroyDue(s.ports);
  await s.check(async () => {
    for (const _again of [1, 2]) {
      await makePlanRetention(s.ports)(s);
      await sweep();
    }
  }, false);
  expect(s.objects.size).toBe(1);
  s.clock.advance(halfAnHour);
  await sweep();
  expect(s.objects.size).toBe(0);
});

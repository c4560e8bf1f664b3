// What staff read about people leaves a trace, or is not answered.
import { listsOf } from '@layan/application/ports/reads';
import { staffApi } from '@layan/contract/staff-api';
import { epochMs } from '@layan/domain/kernel/instant';
import { ok } from '@layan/domain/kernel/result';
import { tracedReads } from '@layan/http/read-trace';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { createStaffApi } from './app.ts';

async function desk(change: (ports: Awaited<ReturnType<typeof ultpkScene>>['ports']) => object = () => ({})) {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  const { frontOffice } = scene.staff;
  const ports = { ...scene.ports, ...change(scene.ports) };
  const app = createStaffApi({
    verify: async () =>
      ok({
        subject: frontOffice.id,
        groups: [`tenant:${scene.ports.tenant}`],
        expiresAt: Number.MAX_SAFE_INTEGER,
        issuedAt: Number.MAX_SAFE_INTEGER,
      }),
    openTenant: () => ports,
    now: () => epochMs(scene.clock.now()),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('staff-api', () => {})),
  });
  const get = async (path: string) => {
    const answer = await app.request(path, { headers: { authorization: 'Bearer x' } });
    return { status: answer.status, text: await answer.text() };
  };
  return { scene, caseId, get, member: frontOffice };
}

describe('reading a case', () => {
  it('is noted with who, what and how often', async () => {
    const { scene, caseId, get, member } = await desk();
    expect((await get(`/staff/cases/${caseId}`)).status).toBe(200);
    expect((await get(`/staff/cases/${caseId}`)).status).toBe(200);
    expect(await scene.ports.reads.list(caseId)).toMatchObject([
      { about: caseId, operation: 'get-case', by: member.id, name: member.name, times: 2 },
    ]);
  });

  it('is not answered when it cannot be noted', async () => {
    const { caseId, get } = await desk(({ reads }) => ({
      reads: { ...reads, note: () => Promise.reject(new Error('the log is down')) },
    }));
    const { status, text } = await get(`/staff/cases/${caseId}`);
    expect(status).toBe(500);
    expect(text).not.toContain(testPerson(1).name);
  });

  it('that is refused leaves no trace, as nothing was read', async () => {
    const { scene, get } = await desk();
    const foreign = 'y'.repeat(26);
    expect((await get(`/staff/cases/${foreign}`)).status).toBe(404);
    expect(await scene.ports.reads.list(foreign)).toEqual([]);
  });
});

describe('reading a list', () => {
  it('is noted once an hour for the agency', async () => {
    const { scene, get, member } = await desk();
    for (let time = 0; time < 3; time += 1)
      expect((await get('/staff/inbox?role=frontOffice')).status).toBe(200);
    scene.clock.advance(3_600_000);
    await get('/staff/inbox?role=frontOffice');
    expect(await scene.ports.reads.list(listsOf(member.agency))).toMatchObject([
      { operation: 'list-inbox', times: 1 },
      { operation: 'list-inbox', times: 1 },
    ]);
  });
});

/** What is read without naming anybody, or what its use case enters itself. */
const untraced: Readonly<Record<string, string>> = {
  listAssignees: 'staff',
  listBatches: 'numbers of batches',
  getSheetLayout: 'columns',
  listBooks: 'names of books',
  listOpenings: 'letters by their number',
  getCalendar: 'days',
  getIntakeForm: 'an empty form',
  getToday: 'figures',
  getIndexKey: 'how the key of the indexes stands',
  findByTicket: 'the id behind a ticket',
  listSignatories: 'staff',
  listLetterRegisters: 'names of registers',
  getLetterSettings: 'settings',
  whoAmI: 'oneself',
  listMembers: 'staff',
  getAbsences: 'oneself',
  listPlaces: 'places',
  listRegisters: 'names of registers',
  listImports: 'figures of imports',
  getPractice: 'no person',
  listExport: 'files by their number; who fetches one leaves a line in the chain',
};

/** Standards, the chains of audit, and the desk of data protection, which enters what it does in the chain. */
const withoutPeople = /^\/staff\/(standards|library|audit|seals|privacy)/;

it('leaves no reading of people out', () => {
  const left = Object.entries(staffApi).filter(
    ([name, { method, path }]) =>
      method === 'GET' && !(path in tracedReads) && !(name in untraced) && !withoutPeople.test(path),
  );
  expect(left.map(([name]) => name)).toEqual([]);
});

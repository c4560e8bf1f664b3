import { needsKey, type Operation } from '@layan/contract/operation';
import { staffApi } from '@layan/contract/staff-api';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import type { VerifyToken } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { systemRandom as random } from '@layan/storage/surroundings';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { aMember, aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf, documentIdOf, OTHER_AGENCY, staffIdOf } from '@layan/testing/builders/ids';
import { expectProtected } from '@layan/testing/expect-protected';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { createStaffApi } from './app.ts';

const clock = fixedClock();
const tokens: Record<string, { subject: string; groups: string[] }> = {
  clerk: { subject: staffIdOf(1), groups: [`tenant:${TENANT}`] },
  manager: { subject: staffIdOf(2), groups: [`tenant:${TENANT}`] },
  stranger: { subject: staffIdOf(9), groups: [`tenant:${TENANT}`] },
  foreigner: { subject: staffIdOf(1), groups: [`tenant:${OTHER_TENANT}`] },
  homeless: { subject: staffIdOf(1), groups: [] },
  greedy: { subject: staffIdOf(1), groups: [`tenant:${TENANT}`, `tenant:${OTHER_TENANT}`] },
};

const verify: VerifyToken = async (authorization) => {
  if (authorization === undefined) return err('token-missing');
  if (authorization === 'Bearer old') return err('token-expired');
  const known = tokens[authorization.replace('Bearer ', '')];
  return known === undefined
    ? err('token-invalid')
    : ok({ ...known, expiresAt: Number.MAX_SAFE_INTEGER, issuedAt: Number.MAX_SAFE_INTEGER });
};

async function api() {
  const platform = memoryPlatform(clock);
  const ports = platform.open(TENANT);
  await ports.directory.save(aTenant());
  await ports.staff.save(aMember(1), undefined);
  await ports.staff.save(aMember(2, { roles: ['serviceManager'] }), undefined);
  await ports.cases.commit(aFiledCase(2, { agency: OTHER_AGENCY }));
  const other = platform.open(OTHER_TENANT);
  await other.directory.save(aTenant({ id: OTHER_TENANT }));
  await other.cases.commit(aFiledCase(3));
  await other.staff.save(aMember(7), undefined);
  const lines: string[] = [];
  const app = createStaffApi({
    verify,
    openTenant: (tenant) => ({ ...platform.open(tenant), clock, random }),
    now: () => epochMs(clock.now()),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('staff-api', (line) => lines.push(line))),
  });
  return { app, ports, lines };
}

/** Ids that exist nowhere, per parameter. */
const unknown = {
  caseId: caseIdOf(99),
  documentId: documentIdOf(99),
  memberId: staffIdOf(99),
  standardId: 'nowhere',
  readingId: 'nothing',
  version: '1',
  step: 'check-file',
  task: 'check-file.1',
  interruption: 'withdraw',
  suspension: 'postpone',
  promise: 'answer',
  fact: 'nik',
} as const;

const bodies: Record<string, unknown> = {
  completeStep: { expectedSeq: 1, outcome: 'accept', facts: {} },
  interruptCase: { expectedSeq: 1 },
  suspendCase: { expectedSeq: 1 },
  resumeCase: { expectedSeq: 1 },
  extendPromise: { expectedSeq: 1 },
  changeProduct: { expectedSeq: 1 },
  prepareStepUpload: { requirement: 'registry-screen' },
  claimTask: { expectedSeq: 1 },
  releaseTask: { expectedSeq: 1 },
  assignTask: { expectedSeq: 1, to: staffIdOf(2) },
  chooseSignatory: { expectedSeq: 1, to: staffIdOf(2) },
  unmaskFact: { reason: 'Mencocokkan dengan KTP.' },
  inviteMember: {
    email: 'baru@dinas-uji.example',
    name: 'Petugas Uji Baru',
    roles: ['serviceManager'],
    areas: [],
  },
  changeMember: { revision: 1, name: 'Petugas Uji', roles: ['serviceManager'], areas: [] },
  changeOfficial: { revision: 1 },
  changeAbsences: { revision: 1, away: [] },
  deactivateMember: { revision: 1 },
  reactivateMember: { revision: 1 },
  startIntake: { standard: 'nowhere' },
  saveIntake: { revision: 1, entered: {}, papers: [] },
  prepareIntakeUpload: { requirement: 'identity-card' },
  submitIntake: { revision: 1 },
  findDuplicates: { standard: 'nowhere', entered: {} },
  readLines: {},
  decideLines: { expectedSeq: 1, decisions: [{ caseId: 'x', decision: 'worthy' }] },
  saveDraft: { standard: {} },
  publishStandard: { hash: 'x' },
};

const operations: [string, Operation][] = Object.entries(staffApi);

function requestOf(
  name: string,
  operation: Operation,
  ids: Readonly<Record<string, string>>,
  token?: string,
): Request {
  const path = operation.path.replace(/:(\w+)/g, (_all, parameter: string) => ids[parameter] ?? 'x');
  const query =
    name === 'listInbox' ? '?role=front-office' : name === 'findByTicket' ? '?ticket=0000-0000-0' : '';
  const body = bodies[name];
  return new Request(`https://api.example${path}${query}`, {
    method: operation.method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(needsKey(operation) ? { 'idempotency-key': crypto.randomUUID() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe('admission', () => {
  it.each(operations)('%s refuses a request without a token', async (name, operation) => {
    const { app } = await api();
    const response = await app.request(requestOf(name, operation, unknown));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'token-missing' });
  });

  it.each([
    ['an expired token', 'old', 401, 'token-expired'],
    ['a token that does not verify', 'forged', 401, 'token-invalid'],
    ['a token of no tenant', 'homeless', 403, 'not-a-member'],
    ['a token of two tenants', 'greedy', 403, 'not-a-member'],
    ['somebody whom the tenant does not know', 'stranger', 403, 'not-a-member'],
    ['a member of another tenant', 'foreigner', 403, 'not-a-member'],
  ])('refuses %s', async (_what, token, status, code) => {
    const { app } = await api();
    const response = await app.request(requestOf('whoAmI', staffApi.whoAmI, unknown, token));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('closes to everybody while the tenant is suspended', async () => {
    const { app, ports } = await api();
    await ports.directory.save(aTenant({ state: 'suspended' }));
    const response = await app.request(requestOf('whoAmI', staffApi.whoAmI, unknown, 'clerk'));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'tenant-suspended' });
  });

  it('lets a deactivated member work no longer than a minute', async () => {
    const { app, ports } = await api();
    expect((await app.request(requestOf('whoAmI', staffApi.whoAmI, unknown, 'clerk'))).status).toBe(200);
    await ports.staff.save(aMember(1, { state: 'deactivated', revision: 2 }), 1);
    clock.advance(60_000);
    const response = await app.request(requestOf('whoAmI', staffApi.whoAmI, unknown, 'clerk'));
    expect(await response.json()).toMatchObject({ status: 403, code: 'member-deactivated' });
  });

  it('answers the console’s browser and no other', async () => {
    const { app } = await api();
    const preflight = (origin: string) =>
      app.request('https://api.example/staff/me', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET' },
      });
    const own = await preflight('https://console.example');
    expect(own.headers.get('access-control-allow-origin')).toBe('https://console.example');
    const foreign = await preflight('https://evil.example');
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
  });
});

describe('the place in a list', () => {
  it.each(['', 'x'.repeat(241)])('is refused when no list can go on there', async (after) => {
    const { app } = await api();
    const request = requestOf('listRegister', staffApi.listRegister, { product: 'x', year: '2026' }, 'clerk');
    const response = await app.request(`${request.url}?after=${after}`, request);
    expect(response.status).toBe(400);
  });
});

describe('ids of others', () => {
  const withCase = operations.filter(([, { path }]) => path.includes(':caseId'));

  it.each(withCase)(
    '%s answers an unknown, a foreign agency’s and a foreign tenant’s case alike',
    async (name, operation) => {
      const { app } = await api();
      const answers = await Promise.all(
        [unknown.caseId, caseIdOf(2), caseIdOf(3), 'not-an-id'].map(async (caseId) => {
          const response = await app.request(requestOf(name, operation, { ...unknown, caseId }, 'clerk'));
          const { reference, ...rest } = await response.json();
          return JSON.stringify({ status: response.status, ...rest });
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/"status":40[34]/);
    },
  );

  const withMember = operations.filter(([, { path }]) => path.includes(':memberId'));

  it.each(withMember)(
    '%s answers an unknown and a foreign tenant’s member alike',
    async (name, operation) => {
      const { app } = await api();
      const answers = await Promise.all(
        [unknown.memberId, staffIdOf(7), 'x'.repeat(200)].map(async (memberId) => {
          const response = await app.request(requestOf(name, operation, { ...unknown, memberId }, 'manager'));
          const { reference, ...rest } = await response.json();
          return JSON.stringify({ status: response.status, ...rest });
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('"status":404');
    },
  );
});

describe('every answer', () => {
  it.each(operations)('%s is protected, also when it refuses', async (name, operation) => {
    const { app } = await api();
    for (const token of ['manager', undefined, 'forged']) {
      expectProtected(await app.request(requestOf(name, operation, unknown, token)));
    }
  });
});

describe('the name of a member', () => {
  it.each(['   ', '\u200B\u200B', 'Petugas\r\nBcc: x@uji.example', 'Petugas\u202EijU'])(
    'reads as it is written: %j is refused',
    async (name) => {
      const { app } = await api();
      for (const [operation, method, path] of [
        ['inviteMember', 'POST', '/staff/members'],
        ['changeMember', 'PUT', `/staff/members/${staffIdOf(1)}`],
      ] as const) {
        const response = await app.request(path, {
          method,
          headers: { authorization: 'Bearer manager', 'content-type': 'application/json' },
          body: JSON.stringify({ ...Object(bodies[operation]), name }),
        });
        expect(await response.json()).toMatchObject({ status: 400, problems: [{ field: 'name' }] });
      }
    },
  );
});

describe('operations of the manager', () => {
  const managed = operations.filter(([name]) =>
    [
      'listMembers',
      'inviteMember',
      'changeMember',
      'deactivateMember',
      'reactivateMember',
      'saveDraft',
      'confirmReading',
      'publishStandard',
    ].includes(name),
  );

  it.each(managed)('%s is refused to a clerk', async (name, operation) => {
    const { app } = await api();
    const response = await app.request(requestOf(name, operation, unknown, 'clerk'));
    expect(await response.json()).toMatchObject({ status: 403, code: 'role-missing' });
  });
});

describe('the log', () => {
  it('names the route and never an id, a token or a body', async () => {
    const { app, lines } = await api();
    await app.request(requestOf('unmaskFact', staffApi.unmaskFact, unknown, 'clerk'));
    expect(lines.join()).toContain('/staff/cases/:caseId/facts/:fact/unmask');
    expect(lines.join()).not.toContain(unknown.caseId);
    expect(lines.join()).not.toContain('Mencocokkan');
    expect(lines.join()).toContain(`"tenant":"${TENANT}"`);
  });
});

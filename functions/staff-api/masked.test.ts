// Everything the staff API answers about a case in its life, looked through for what must be masked.
import { epochMs } from '@layan/domain/kernel/instant';
import { ok } from '@layan/domain/kernel/result';
import { tracedReads } from '@layan/http/read-trace';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { testPerson } from '@layan/testing/builders/people';
import { answersOf, ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { createStaffApi } from './app.ts';

const { name, nik, familyCardNumber } = testPerson(1);
const address = answersOf(1)['address']?.['address'] ?? '-';
const phone = '081200009001';

const shown = (text: string, value: string) =>
  text.includes(value) || text.replace(/[\s.-]/g, '').includes(value.replace(/[\s.-]/g, ''));

async function office() {
  const scene = await ultpkScene();
  const { caseId, ticket } = await scene.file(1);
  const lines: string[] = [];
  const as = (who: keyof typeof scene.staff) => {
    const member = scene.staff[who];
    const app = createStaffApi({
      verify: async () =>
        ok({
          subject: member.id,
          groups: [`tenant:${scene.ports.tenant}`],
          expiresAt: Number.MAX_SAFE_INTEGER,
          issuedAt: Number.MAX_SAFE_INTEGER,
        }),
      openTenant: () => scene.ports,
      now: () => epochMs(scene.clock.now()),
      consoleOrigin: 'https://console.example',
      requestLog: createRequestLog(createLogger('staff-api', (line) => lines.push(line))),
    });
    return async (method: string, path: string, body?: object) => {
      const headers = {
        authorization: 'Bearer x',
        'idempotency-key': 'kunci-uji-0001',
        ...(body && { 'content-type': 'application/json' }),
      };
      const answer = await app.request(path, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    };
  };
  return { scene, caseId, ticket, as, lines };
}

const roles = ['frontOffice', 'backOffice', 'facilitator', 'divisionHead', 'manager', 'elsewhere'] as const;

it('never answers with a whole number of a person, nor with a name to who has no part', async () => {
  const { scene, caseId, ticket, as, lines } = await office();
  const paths = Object.keys(tracedReads).map((path) =>
    path
      .replace(':caseId', caseId)
      .replace(':standard', 'ultpk')
      .replace(':standardId', 'ultpk')
      .replace(':channel', 'portal')
      .replace(':product', 'bestari-card')
      .replace(':year', '2026'),
  );
  const seq = await scene.seqOf(caseId);
  let answered = 0;
  let named = 0;
  for (const role of roles) {
    const ask = as(role);
    const answers = [
      ...(await Promise.all(
        paths.map((path) => ask('GET', path.includes('inbox') ? `${path}?role=frontOffice` : path)),
      )),
      await ask('GET', `/staff/search?ticket=${ticket}`),
      // Refused, all of them: what is wrong is said without what was sent.
      await ask('POST', `/staff/cases/${caseId}/steps/initial-verification/complete`, {
        expectedSeq: seq,
        outcome: 'tidak-ada',
        facts: { nik, applicantName: name },
      }),
      await ask('POST', `/staff/cases/${caseId}/facts/nik/unmask`, { reason: 'x' }),
      await ask('POST', `/staff/cases/${caseId}/facts/nik/unmask`, { reason: { nik } }),
    ];
    for (const { status, text } of answers) {
      if (status === 200) answered += 1;
      for (const value of [nik, familyCardNumber, phone]) expect(shown(text, value)).toBe(false);
      if (role === 'manager' || role === 'elsewhere' || status !== 200) {
        expect(shown(text, name)).toBe(false);
        expect(shown(text, address)).toBe(false);
      } else if (shown(text, name)) named += 1;
    }
  }
  // The same search finds what is there to be seen by who works on it.
  expect(answered).toBeGreaterThan(10);
  expect(named).toBeGreaterThan(0);
  for (const value of [nik, familyCardNumber, phone, name, address, caseId])
    expect(shown(lines.join('\n'), value)).toBe(false);
});

// P3: what routing, validation and authorisation add to a request once warm: completing a step through the staff API, less
// the use case called directly. The case is unknown, so the use case costs next to nothing; its ports are in memory.
// `node test/bench/warm-overhead.ts [rounds]`. Rounds alternate; the token is real and was verified before, as in use.
import { makeCompleteStep } from '@layan/application/case/complete-step';
import { epochMs } from '@layan/domain/kernel/instant';
import { createTokenVerifier } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { systemRandom as random } from '@layan/storage/surroundings';
import { aMember, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { generateKeyPair, SignJWT } from 'jose';
import { createStaffApi } from '../../functions/staff-api/app.ts';
import { median } from './median.ts';

const rounds = Number(process.argv[2] ?? 41);
const REQUESTS = 500;
const BAR = 0.1;

const clock = fixedClock();
const platform = memoryPlatform(clock);
const ports = { ...platform.open(TENANT), clock, random };
const member = aMember(1);
await ports.directory.save(aTenant());
await ports.staff.save(member, undefined);

const { privateKey, publicKey } = await generateKeyPair('ES256');
const pool = { issuer: 'https://issuer.example/pool', clientId: 'console' };
const token = await new SignJWT({
  token_use: 'access',
  client_id: pool.clientId,
  'cognito:groups': [`tenant:${TENANT}`],
})
  .setProtectedHeader({ alg: 'ES256' })
  .setIssuer(pool.issuer)
  .setSubject(member.id)
  .setExpirationTime('1h')
  .sign(privateKey);

const app = createStaffApi({
  verify: createTokenVerifier({ ...pool, keys: async () => publicKey }),
  openTenant: () => ports,
  now: () => epochMs(clock.now()),
  consoleOrigin: 'https://console.example',
  requestLog: createRequestLog(createLogger('staff-api', () => undefined)),
});

const caseId = caseIdOf(1);
const body = JSON.stringify({ expectedSeq: 1, outcome: 'accept', facts: { householdSize: '4' } });
const url = `https://api.example/staff/cases/${caseId}/steps/check-file/complete`;
const headers = {
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': 'warm-overhead-1',
};

const throughApi = async () => (await app.fetch(new Request(url, { method: 'POST', headers, body }))).status;
const completeStep = makeCompleteStep(ports);
const directly = () =>
  completeStep({
    member,
    caseId,
    step: 'check-file',
    expectedSeq: 1,
    outcome: 'accept',
    raw: { householdSize: '4' },
  });

async function perCall(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let request = 0; request < REQUESTS; request += 1) await call();
  return (performance.now() - started) / REQUESTS;
}

const status = await throughApi();
const refusal = await directly();
if (status !== 404 || refusal.ok) throw new Error(`An unknown case was answered ${status}.`);
await perCall(throughApi);
await perCall(directly);
const measured: { api: number; direct: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  measured.push({ api: await perCall(throughApi), direct: await perCall(directly) });
}
const api = median(measured.map((round) => round.api));
const direct = median(measured.map((round) => round.direct));
const overhead = median(measured.map((round) => round.api - round.direct));
console.log(`${rounds} rounds of ${REQUESTS} requests each way, alternating; medians`);
console.log(`through the staff API: ${api.toFixed(3)} ms; the use case alone: ${direct.toFixed(3)} ms`);
console.log(
  `routing, validation and authorisation: ${overhead.toFixed(3)} ms (bar: at most ${BAR.toFixed(2)} ms)`,
);

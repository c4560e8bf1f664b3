// The real standard through the API: what use cases give must be what the contract says.
import { staffApi } from '@layan/contract/staff-api';
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { ok } from '@layan/domain/kernel/result';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { createStaffApi } from './app.ts';

type Scene = Awaited<ReturnType<typeof ultpkScene>>;

const asked = async (
  scene: Scene,
  who: keyof Scene['staff'],
  method: string,
  path: string,
  body?: unknown,
) => {
  const { ports, clock, staff } = scene;
  const app = createStaffApi({
    verify: async () =>
      ok({
        subject: staff[who].id,
        groups: [`tenant:${ports.tenant}`],
        expiresAt: Number.MAX_SAFE_INTEGER,
        issuedAt: Number.MAX_SAFE_INTEGER,
      }),
    openTenant: () => ports,
    now: () => epochMs(clock.now()),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('staff-api', () => undefined)),
  });
  const response = await app.request(path, {
    method,
    headers: {
      authorization: 'Bearer x',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
};

const survey = async () => {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  await scene.toSurvey(caseId);
  return { scene, caseId, at: (rest: string) => `/staff/cases/${caseId}${rest}` };
};

const viewOf = async (scene: Scene, who: keyof Scene['staff'], caseId: CaseId) => {
  const { status, answer } = await asked(scene, who, 'GET', `/staff/cases/${caseId}`);
  expect(status).toBe(200);
  return staffApi.getCase.response.parse(answer);
};

describe('a survey through the API', () => {
  it('comes with its sections, its evidence, what it shows and how it is scored', async () => {
    const { scene, caseId } = await survey();
    const { actions } = await viewOf(scene, 'facilitator', caseId);
    const step = actions.find(({ id }) => id === 'field-survey');
    expect(step?.pages.flatMap(({ facts }) => facts)).toEqual(step?.fields.map(({ fact }) => fact));
    expect(step?.evidence.map(({ id }) => id)).toContain('photo-front');
    expect(step?.shows).toMatchObject([{ form: 'claim' }]);
    expect(step?.scores.length).toBeGreaterThan(0);
    expect(JSON.stringify(step?.scores)).not.toContain('basis');
  });

  it('gives a form that sends evidence, and says in words why a piece was rejected', async () => {
    const { scene, caseId, at } = await survey();
    const prepared = await asked(scene, 'facilitator', 'POST', at('/steps/field-survey/uploads'), {
      requirement: 'photo-front',
    });
    expect(prepared).toMatchObject({ status: 200, answer: { fields: { success_action_status: '201' } } });
    await scene.bring(scene.staff.facilitator, caseId, 'field-survey', 'photo-front', new Uint8Array([1]));
    const { actions } = await viewOf(scene, 'facilitator', caseId);
    const documents = actions.flatMap(({ evidence }) => evidence.flatMap((one) => one.documents));
    expect(documents.map(({ problem }) => problem)).toContain(
      'Jenis berkas ini tidak terbaca. Kirim foto JPG, PNG, atau PDF.',
    );
  });

  it('opens the forms it shows to who does it, and tells others whose they are', async () => {
    const { scene, at } = await survey();
    const own = await asked(scene, 'facilitator', 'POST', at('/forms/claim/read'));
    expect(own.status).toBe(200);
    const other = await asked(scene, 'backOffice', 'POST', at('/forms/claim/read'));
    expect(other).toMatchObject({ status: 403, answer: { code: 'form-not-shown' } });
  });

  it('has places to choose from by name', async () => {
    const { scene } = await survey();
    const { answer } = await asked(scene, 'facilitator', 'GET', '/staff/places');
    const { places } = staffApi.listPlaces.response.parse(answer);
    expect(places).toContainEqual({
      code: '35.74.04.1003',
      name: expect.stringMatching(/^Kelurahan .+, Kecamatan /),
    });
    expect(places.every(({ code }) => code.split('.').length === 4)).toBe(true);
  });
});

describe('a card through the API', () => {
  const issued = async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.toIssue(1);
    const member = scene.staff.backOffice;
    await scene.complete(member, caseId, 'issue-bestari', 'issue');
    return { scene, caseId };
  };

  it('shows its number, its state and what may be done to it now, and why not the rest', async () => {
    const { scene, caseId } = await issued();
    const { products } = await viewOf(scene, 'backOffice', caseId);
    expect(products).toMatchObject([{ kind: 'card', state: 'provisional', number: expect.any(String) }]);
    const changes = products[0]?.actions ?? [];
    expect(changes.find(({ change }) => change === 'replace')).toMatchObject({ allowed: true });
    for (const { allowed, reason } of changes) if (!allowed) expect(reason).toMatch(/\.$/);
  });

  it('that was lost is replaced by another one with a number of its own', async () => {
    const { scene, caseId } = await issued();
    const [lost] = (await viewOf(scene, 'backOffice', caseId)).products;
    const path = `/staff/cases/${caseId}/products/${lost?.id}/actions/replace-lost`;
    const body = { expectedSeq: await scene.seqOf(caseId) };
    const { status, answer } = await asked(scene, 'backOffice', 'POST', path, body);
    expect(status).toBe(200);
    const { products } = staffApi.changeProduct.response.parse(answer);
    expect(products.map(({ state }) => state)).toEqual(['revoked', 'provisional']);
    expect(products[1]).toMatchObject({ replaces: lost?.number });
    expect(products[1]?.number).not.toBe(lost?.number);
  });

  it('is changed by its role alone', async () => {
    const { scene, caseId } = await issued();
    const [card] = (await viewOf(scene, 'backOffice', caseId)).products;
    const path = `/staff/cases/${caseId}/products/${card?.id}/actions/replace-lost`;
    const body = { expectedSeq: await scene.seqOf(caseId) };
    const refused = await asked(scene, 'frontOffice', 'POST', path, body);
    expect(refused).toMatchObject({ status: 403, answer: { code: 'role-missing' } });
  });
});

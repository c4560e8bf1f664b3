import { makeGetSigningKeys } from '@layan/application/product/get-signing-keys';
import { printApi, printCard } from '@layan/contract/print-api';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import { verifyCard } from '@layan/domain/product/verify-card';
import { Letter } from '@layan/domain/standard/letter';
import type { VerifyToken } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { renderCard } from '@layan/rendering/render-card';
import { renderLetter } from '@layan/rendering/render-letter';
import { systemRandom as random } from '@layan/storage/surroundings';
import { aCaseWithCard, cardIdOf } from '@layan/testing/builders/a-card';
import { aStandard, aVersion } from '@layan/testing/builders/a-standard';
import { aMember, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf, hashOf, minute, OTHER_AGENCY, staffIdOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { expectProtected } from '@layan/testing/expect-protected';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { cardScene } from '@layan/testing/scenes/card-scene';
import { describe, expect, it } from 'vitest';
import { createRenderer, type RendererPorts } from './app.ts';

const tokens: Record<string, { subject: string; groups: string[] }> = {
  clerk: { subject: staffIdOf(1), groups: [`tenant:${TENANT}`] },
  manager: { subject: staffIdOf(2), groups: [`tenant:${TENANT}`] },
  stranger: { subject: staffIdOf(9), groups: [`tenant:${TENANT}`] },
  foreigner: { subject: staffIdOf(1), groups: [`tenant:${OTHER_TENANT}`] },
};

const verify: VerifyToken = async (authorization) => {
  const known = tokens[authorization?.replace('Bearer ', '') ?? ''];
  return known === undefined
    ? err('token-missing')
    : ok({ ...known, expiresAt: Number.MAX_SAFE_INTEGER, issuedAt: Number.MAX_SAFE_INTEGER });
};

async function renderer(more: Partial<RendererPorts> = {}) {
  const { clock, tenant, issue } = await cardScene();
  await tenant.staff.save(aMember(2, { roles: ['serviceManager'] }), undefined);
  await issue(1);
  await tenant.cases.commit(aCaseWithCard(2, 'active', { agency: OTHER_AGENCY }));
  const other = memoryTenant(clock, OTHER_TENANT);
  const kept: Uint8Array[] = [];
  const codes: string[] = [];
  const lines: string[] = [];
  const open = (id: typeof TENANT): RendererPorts => ({
    ...(id === TENANT ? tenant : other),
    ...{ clock, random, origin: 'https://kota-contoh.layan.example' },
    ...(id === TENANT && more),
    printing: {
      drawCard: (artwork, layout) => {
        codes.push(artwork.qr);
        return renderCard(artwork, layout);
      },
      drawLetter: renderLetter,
      keep: async ({ bytes }) => {
        kept.push(bytes);
        return 'https://prints.example/1';
      },
    },
  });
  const app = createRenderer({
    verify,
    openTenant: open,
    now: () => epochMs(clock.now()),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('renderer', (line) => lines.push(line))),
  });
  const print = (
    token: string | undefined,
    productId: string,
    body: unknown = { layout: 'card' },
    more: Record<string, string> = {},
  ) =>
    app.request(printCard.path.replace(':productId', productId), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...more,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const preview = (token: string, caseId: string, product: string, body: unknown = { facts: {} }) =>
    app.request(`/print/cases/${caseId}/letters/${product}/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  return { app, print, preview, tenant, kept, codes, lines };
}

/** The counter’s first step writes a letter. */
const withLetter = async (): Promise<Pick<RendererPorts, 'standards'>> => {
  const { tenant } = await cardScene();
  const { process, ...standard } = aStandard();
  const letter = Letter.parse({
    ...{ documentClass: 'correspondence', layout: 'letter', paper: 'a4', signatory: {} },
    body: [{ paragraph: 'Nama {applicantName}, NIK {applicantNik}.' }],
  });
  const [first, ...rest] = process.steps;
  if (!first) throw new Error('no step');
  const outcomes = first.outcomes.map((outcome) => ({ ...outcome, effects: [{ freeze: 'surat' }] }));
  const product = { id: 'surat', kind: 'letter' as const, label: 'Surat Uji', letter, basis: first.basis };
  const steps = [{ ...first, outcomes }, ...rest];
  const version = aVersion({
    standard: { ...standard, process: { ...process, steps, products: [product] } },
    hash: hashOf('standard'),
  });
  return { standards: { ...tenant.standards, getPinned: async () => version } };
};

it.each(Object.values(printApi))(
  '$method $path is protected, also when it refuses',
  async ({ method, path }) => {
    const { app } = await renderer();
    const address = path.replace(/:\w+/g, 'x');
    for (const token of ['manager', 'stranger', 'forged'])
      expectProtected(await app.request(address, { method, headers: { authorization: `Bearer ${token}` } }));
  },
);

describe('the renderer', () => {
  it.each(['card', 'a4', 'f4'])('answers with a link to a PDF in the layout %s', async (layout) => {
    const { print, tenant, kept, codes } = await renderer();
    const response = await print('clerk', cardIdOf(1), { layout });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: 'https://prints.example/1', copy: 1, kind: 'original' });
    expect(Buffer.from(kept[0] ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
    const code = codes[0]?.split('#')[1] ?? '';
    expect((await verifyCard(code, await makeGetSigningKeys(tenant)())).ok).toBe(true);
  });

  it.each([
    ['nobody', undefined, 401, 'token-missing'],
    ['somebody the tenant does not know', 'stranger', 403, 'not-a-member'],
    ['a member of another tenant', 'foreigner', 403, 'not-a-member'],
  ])('prints nothing for %s', async (_who, token, status, code) => {
    const { print, kept } = await renderer();
    const response = await print(token, cardIdOf(1));
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
    expect(kept).toEqual([]);
  });

  it('answers an unknown card, one of another agency and one that is none alike', async () => {
    const { print } = await renderer();
    const answers = await Promise.all(
      [
        print('clerk', cardIdOf(9)),
        print('clerk', cardIdOf(2)),
        print('clerk', 'x'),
        print('manager', cardIdOf(1)),
      ].map(async (answer) => {
        const { reference, ...rest } = await (await answer).json();
        return JSON.stringify(rest);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"status":404');
  });

  it('says why a card is not printed, and what to do', async () => {
    const { print, tenant } = await renderer();
    await tenant.cases.commit(aCaseWithCard(3, 'revoked'));
    const response = await print('clerk', cardIdOf(3));
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'product-not-in-force',
      detail: expect.stringContaining('sudah dicabut'),
    });
  });

  it('finds no real card from within the practice space', async () => {
    const { print, tenant, kept } = await renderer();
    const practising = { 'layan-space': 'practice' };
    expect((await print('clerk', cardIdOf(1), undefined, practising)).status).not.toBe(200);
    const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };
    await tenant.practice.save({ generation: 1, state: 'open', since: minute(0), by }, undefined);
    expect((await print('clerk', cardIdOf(1), undefined, practising)).status).toBe(404);
    expect(kept).toEqual([]);
  });

  it.each(['Practice', 'practice, practice', 'real', ''])(
    'does not take a space it does not know for the real one: "%s"',
    async (space) => {
      const { print, kept } = await renderer();
      const answer = await print('clerk', cardIdOf(1), undefined, { 'layan-space': space });
      expect([answer.status, (await answer.json()).code]).toEqual([400, 'space-unknown']);
      expect(kept).toEqual([]);
    },
  );

  it('takes no other layout', async () => {
    const { print } = await renderer();
    expect((await print('clerk', cardIdOf(1), { layout: 'a3' })).status).toBe(400);
  });

  it('answers the console’s browser and no other, and logs no id', async () => {
    const { app, print, lines } = await renderer();
    await print('clerk', cardIdOf(1));
    const preflight = await app.request(printApi.printCard.path, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    expect(lines.join()).toContain('/print/cards/:productId/prints');
    expect(lines.join()).not.toContain(cardIdOf(1));
  });
});

describe('the preview of a letter', () => {
  it('answers with the draft itself, kept nowhere, and logs neither id nor name', async () => {
    const { preview, kept, lines } = await renderer(await withLetter());
    const response = await preview('clerk', caseIdOf(1), 'surat');
    expect(response.status).toBe(200);
    const { pdf, missing, unprintable } = await response.json();
    expect(Buffer.from(pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    expect([missing, unprintable]).toEqual([[], []]);
    expect(kept).toEqual([]);
    expect(lines.join()).not.toContain(caseIdOf(1));
    expect(lines.join()).not.toContain(testPerson(1).name);
  });

  it('is refused in one way to strangers, and in one for what nobody may see', async () => {
    const { preview } = await renderer(await withLetter());
    expect((await preview('stranger', caseIdOf(1), 'surat')).status).toBe(403);
    expect((await preview('foreigner', caseIdOf(1), 'surat')).status).toBe(403);
    for (const caseId of [caseIdOf(2), caseIdOf(9), 'x'])
      expect((await preview('clerk', caseId, 'surat')).status).toBe(404);
    const shown = await preview('clerk', caseIdOf(1), 'kartu-uji');
    expect([shown.status, (await shown.json()).code]).toEqual([409, 'letter-not-shown']);
    expect((await preview('clerk', caseIdOf(1), 'surat', { facts: { a: 1 } })).status).toBe(400);
  });
});

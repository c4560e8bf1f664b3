// A card from the register to the hand of a stranger: printed through the API on the synthesized stacks, read off the
// paper by an independent decoder, checked by an independent implementation of JOSE, and revoked.
import { rm } from 'node:fs/promises';
import type { RegisteredProduct } from '@layan/application/ports/products';
import { caseSeal } from '@layan/application/sealing/case-seal';
import { printApi } from '@layan/contract/print-api';
import type { StandardRef } from '@layan/domain/case/event';
import { TenantId } from '@layan/domain/kernel/ids';
import { KeySet } from '@layan/domain/product/public-key';
import { verifyCard } from '@layan/domain/product/verify-card';
import { standingOfCard, verifyStatusList } from '@layan/domain/product/verify-status';
import { type Host, startHost } from '@layan/infra/local/boot/host';
import { seedContext } from '@layan/infra/local/boot/seed-context';
import { createCaller, exchange } from '@layan/infra/local/seed/call';
import { centralAdmin, foundingTenants } from '@layan/infra/local/seed/founding-tenants';
import { prepareCentralAdmin, provision } from '@layan/infra/local/seed/seed';
import { pagesOf, pictureOf, readCode } from '@layan/rendering/fixtures/pictures';
import { awsSettings } from '@layan/storage/aws/settings';
import { systemClock } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { aCardChange, aCaseWithCard, CARD, cardIdOf } from '@layan/testing/builders/a-card';
import { aStandard, aVersion } from '@layan/testing/builders/a-standard';
import { caseIdOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { cardProduct } from '@layan/testing/scenes/card-scene';
import { compactVerify, createLocalJWKSet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPlace } from '../own-host.ts';
import { aloneIn } from '../turns.ts';
import { until } from '../until.ts';

// A host that starts has much to do; two at once would wait for each other.
aloneIn('a host of its own');

const [{ tenant: founding }] = foundingTenants;
const tenant = TenantId.parse(founding.id);
const agency = founding.agencies[0].id;
const list = `${agency}.${CARD}/2026`;
const person = testPerson(1);
let host: Host;
let data: string;
let print: (layout: 'card' | 'a4' | 'f4') => Promise<{ url: string; copy: number; kind: string }>;
const issued = aCaseWithCard(1, 'active', { agency });

/** With the rights of the projections, as if the engine had issued the card. */
function worker() {
  const { accessKeyId, secretAccessKey, sessionToken } = host.front.credentialsFor(
    'arn:aws:iam::000000000000:role/layan-local-projections',
  );
  const aws = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ENDPOINT_URL: host.addresses.aws,
  });
  const dataRoleArn = 'arn:aws:iam::000000000000:role/layan-local-data-worker';
  return openTenants({ aws, clock: systemClock, tablePrefix: 'layan.local.', dataRoleArn })(tenant);
}

const pinnedTo = (version: StandardRef, product: RegisteredProduct): RegisteredProduct =>
  product.origin.kind === 'case' ? { ...product, origin: { ...product.origin, version } } : product;

async function issue(ports: ReturnType<typeof worker>): Promise<void> {
  const standard = aStandard();
  const { process } = standard;
  const draft = aVersion({
    standard: { ...standard, agency, process: { ...process, products: [cardProduct] } },
  });
  await ports.standards.saveDraft(draft);
  await ports.standards.publish({ ...draft, state: 'published' }, { before: draft });
  const [manager] = await ports.staff.list();
  if (!manager) throw new Error('nobody was invited');
  await ports.staff.save({ ...manager, roles: ['front-office'], revision: 2 }, manager.revision);
  const key = await ports.vault.newKey(caseIdOf(1));
  const seal = caseSeal(ports.vault, key, caseIdOf(1));
  const known = new Map(process.facts.map((fact) => [fact.id, fact]));
  const facts = await seal.sealFacts(known, { applicantName: person.name, applicantNik: person.nik });
  const { after, products } = issued;
  const pinned = { ...after.snapshot.standard, hash: draft.hash };
  const done = await ports.cases.commit({
    ...issued,
    after: { ...after, key, snapshot: { ...after.snapshot, facts, standard: pinned } },
    products: products.map((product) => ({ ...pinnedTo(pinned, product), key })),
  });
  expect(done).toEqual({ ok: true, value: undefined });
}

const published = async (path: string) =>
  exchange({ port: host.ports.web, host: `${tenant}.localhost:${host.ports.web}`, method: 'GET', path });

/** The published list, once the projections have told this state. */
async function listTelling(standing: string) {
  const keys = KeySet.parse(JSON.parse((await published('/.well-known/jwks.json')).text));
  return until(`the status list to say ${standing}`, async () => {
    const { status, text } = await published(`/status/${list}`);
    const reading = status === 200 ? await verifyStatusList(text, keys) : undefined;
    const card = { status: { list, idx: 1 } };
    return reading?.ok && standingOfCard(card, reading.list, reading.list.sub) === standing
      ? { keys, list: reading.list }
      : undefined;
  });
}

beforeAll(async () => {
  const place = await ownPlace('cards');
  data = place.data;
  host = await startHost({ ...place, console: null });
  const context = seedContext(host, () => undefined);
  prepareCentralAdmin(context);
  const admin = createCaller(host.ports.web, await context.signInAs('admin', centralAdmin.email));
  await provision(admin, { ...founding, agencies: [...founding.agencies] });
  const { email, name } = founding.firstManager;
  host.demo.add({ poolId: host.pool('-staff').id, email, name, description: 'mencetak kartu' });
  await issue(worker());
  const clerk = createCaller(host.ports.web, await context.signInAs('staff', email));
  print = (layout) => clerk(printApi.printCard, { params: { productId: cardIdOf(1) }, body: { layout } });
});
afterAll(async () => {
  await host.stop();
  await rm(data, { recursive: true, force: true });
});

describe('a card on paper', () => {
  it('is read, checked offline and by others, and no longer holds once it was revoked', async () => {
    const { url, copy, kind } = await print('card');
    expect({ copy, kind }).toEqual({ copy: 1, kind: 'original' });
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pdf = new Uint8Array(await answer.arrayBuffer());
    const pages = await pagesOf(pdf);
    const text = pages.map((page) => page.text).join(' ');
    expect(pages).toHaveLength(2);
    expect(text).toContain(person.name);
    expect(text).not.toContain(person.nik);

    const codes = await Promise.all([0, 1].map(async (page) => readCode(await pictureOf(pdf, page, 600))));
    const [address, code = ''] = codes.find((read) => read !== undefined)?.split('#') ?? [];
    expect(address).toBe(`http://${tenant}.localhost:${host.ports.web}/v/${cardIdOf(1)}`);

    const before = await listTelling('valid');
    const verified = await compactVerify(code, createLocalJWKSet(before.keys));
    expect(verified.protectedHeader).toMatchObject({ alg: 'ES256', typ: 'layan-card' });
    const reading = await verifyCard(code, before.keys);
    if (!reading.ok) throw new Error(reading.code);
    expect(reading.card).toMatchObject({ iss: tenant, jti: cardIdOf(1), sub: person.name });
    expect(before.list.sub).toBe(`http://${tenant}.localhost:${host.ports.web}/status/${list}`);

    const change = aCardChange(issued, 1, 'revoked');
    const kept = await worker().cases.find(caseIdOf(1));
    if (!kept) throw new Error('the case is gone');
    const { snapshot } = change.after;
    const { facts, standard } = kept.snapshot;
    const after = { ...kept, snapshot: { ...snapshot, facts, standard } };
    const products = change.products.map((product) => pinnedTo(standard, product));
    await worker().cases.commit({ ...change, before: kept, after, products });
    const revoked = await listTelling('invalid');
    expect(standingOfCard(reading.card, revoked.list, before.list.sub)).toBe('invalid');
    await expect(print('card')).rejects.toMatchObject({ problem: { code: 'product-not-in-force' } });
  });
});

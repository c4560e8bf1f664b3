import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Host, type HostOptions, startHost } from './host.ts';
import { freeBasePort, isFree } from './ports.ts';
import { seedContext } from './seed-context.ts';
import { type TestAssemblyOptions, writeTestAssembly } from './test-assembly.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const table = 'layan.test.kota-uji';
const hosts: Host[] = [];

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

interface Place extends Pick<HostOptions, 'port' | 'data'> {
  readonly seen: string;
}

async function place(): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), 'layan-host-'));
  return { data, port: await freeBasePort(), seen: join(data, 'seen.txt') };
}

async function start(
  at: Place,
  more: Partial<HostOptions> & Omit<TestAssemblyOptions, 'seen'> = {},
): Promise<Host> {
  const { greeting, extra, ...options } = more;
  const assembly = writeTestAssembly({
    seen: at.seen,
    ...(greeting && { greeting }),
    ...(extra && { extra }),
  });
  const host = await startHost({ port: at.port, data: at.data, assembly, console: null, ...options });
  hosts.push(host);
  return host;
}

function get(host: Host, name: string, path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${name}.localhost:${host.ports.web}` };
    const outgoing = request({ host: '127.0.0.1', port: host.ports.web, path, headers }, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode, body }));
    });
    outgoing.on('error', reject).end();
  });
}

/** DynamoDB with the rights of the web function. */
function asWeb(host: Host): DynamoDBClient {
  const credentials = host.front.credentialsFor('arn:aws:iam::000000000000:role/web');
  return new DynamoDBClient({
    region: 'ap-southeast-3',
    endpoint: host.front.url(),
    credentials,
    maxAttempts: 1,
  });
}

const write = (host: Host, pk: string) =>
  asWeb(host).send(new PutItemCommand({ TableName: table, Item: { pk: { S: pk } } }));
const seen = (at: Place) => (existsSync(at.seen) ? readFileSync(at.seen, 'utf8').trim().split('\n') : []);

describe('a host', () => {
  it('runs what the templates say, and ends without a trace', async () => {
    const at = await place();
    const files = mkdtempSync(join(tmpdir(), 'layan-console-'));
    writeFileSync(join(files, 'index.html'), '<title>Konsol</title>');
    const host = await start(at, { console: files });

    const answer = JSON.parse((await get(host, 'kota-uji', '/layanan')).body);
    expect(answer).toEqual({ path: '/layanan', greeting: 'salam', issuer: host.pool('-staff').providerUrl });
    expect((await get(host, 'console', '/berkas/1')).body).toContain('Konsol');
    expect(JSON.parse((await get(host, 'console', '/config.json')).body)).toEqual({
      apiUrl: `http://api.localhost:${at.port}`,
      issuer: host.pool('-staff').providerUrl,
      clientId: host.pool('-staff').clients[0]?.id,
      admin: expect.anything(),
    });
    expect((await get(host, 'mail', '/')).status).toBe(200);

    await host.stop();
    for (const port of Object.values(host.ports)) expect(await isFree(port)).toBe(true);
  });

  it('carries a write to whoever follows the table, and holds roles to their policies', async () => {
    const at = await place();
    const host = await start(at);

    await write(host, 'CASE#1');
    await write(host, 'OUTBOX#1');
    await host.idle();
    const read = asWeb(host).send(new GetItemCommand({ TableName: table, Key: { pk: { S: 'CASE#1' } } }));

    expect(seen(at)).toEqual(['OUTBOX#1']);
    await expect(read).rejects.toThrow(/not authorized to perform: dynamodb:GetItem.*Missing statement/);
  });

  it.each([
    ['is stopped', (host: Host) => host.stop()],
    ['is killed', (host: Host) => host.kill()],
  ])('goes on where it was when it %s and started again', async (_name, end) => {
    const at = await place();
    const first = await start(at);
    await write(first, 'OUTBOX#1');
    await first.idle();
    const pool = first.pool('-staff');
    first.front.services.cognito.createUser(pool.id, {
      email: 'satu@uji.example',
      password: 'Rahasia-uji-1',
    });
    first.demo.add({
      poolId: pool.id,
      email: 'satu@uji.example',
      name: 'Petugas Uji Satu',
      description: 'Loket',
    });
    first.milestones.reach('seeded');
    await end(first);

    const second = await start(at, { greeting: 'halo' });
    await write(second, 'OUTBOX#2');
    await second.idle();

    expect(seen(at)).toEqual(['OUTBOX#1', 'OUTBOX#2']);
    expect(JSON.parse((await get(second, 'kota-uji', '/x')).body)).toMatchObject({
      greeting: 'halo',
      issuer: pool.providerUrl,
    });
    expect(second.milestones.reached('seeded')).toBe(true);
    const token = await seedContext(second, () => {}).signInAs('staff', 'satu@uji.example');
    expect(token.split('.')).toHaveLength(3);
  });

  it('brings back a stack that was made at run time', async () => {
    const at = await place();
    const first = await start(at);
    const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'at-run-time' } };
    const caller = { kind: 'service', name: 'tests' } as const;
    const request = {
      name: 'later',
      template: { Resources: { Q: queue } },
      parameters: {},
      keptParameters: [],
      tags: {},
    };
    await first.stacks.createStack({ ...request, caller });
    await first.idle();
    await first.kill();

    const second = await start(at);

    expect((await second.stacks.describeStacks('later'))[0]?.status).toBe('CREATE_COMPLETE');
    expect([...second.cloud.queues.values()].map(({ name }) => name)).toEqual(['at-run-time']);
  });

  it('leaves nothing running when a stack cannot be deployed', async () => {
    const at = await place();
    const starting = start(at, { extra: { Odd: { Type: 'AWS::EC2::Instance', Properties: {} } } });

    await expect(starting).rejects.toThrow(/ROLLBACK_COMPLETE: Odd \(AWS::EC2::Instance\).*not run locally/);

    for (let offset = 0; offset < 4; offset += 1) expect(await isFree(at.port + offset)).toBe(true);
  });

  it('says what of the stacks it does not run, when asked to', async () => {
    const told: string[] = [];
    const extra = { Firewall: { Type: 'AWS::WAFv2::WebACL', Properties: {} } };

    await start(await place(), { extra, verbose: true, tell: (line) => told.push(line) });

    expect(told).toContain(
      'Not run here: AWS::WAFv2::WebACL (there is no firewall in front of one machine).',
    );
  });
});

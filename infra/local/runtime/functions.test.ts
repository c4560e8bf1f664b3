import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyCloud } from '../cloud.ts';
import { openStore } from '../store.ts';
import { openLogs } from './function-log.ts';
import { createFunctions, type Functions } from './functions.ts';

const arn = 'arn:aws:lambda:r:1:function:subject';
const running: Functions[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((functions) => functions.close()));
});

/** Functions around one handler, given as the text of its module. */
function around(
  source: string,
  options: {
    timeoutSeconds?: number;
    maximum?: number;
    dir?: string;
    goodFor?: number;
    idleMilliseconds?: number;
  } = {},
) {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'layan-functions-'));
  writeFileSync(join(dir, 'index.mjs'), source);
  const cloud = emptyCloud();
  cloud.functions.set(arn, {
    arn,
    name: 'subject',
    roleArn: 'arn:aws:iam::1:role/subject',
    codePath: dir,
    handler: 'index.handler',
    environment: { STAGE: 'test' },
    timeoutSeconds: options.timeoutSeconds ?? 5,
    deadLetterArn: 'arn:dead',
  });
  const store = openStore(dir);
  const told: string[] = [];
  const sent: [string, string][] = [];
  let issued = 0;
  const logs = openLogs(store.folder('logs'), (line) => told.push(line));
  const functions = createFunctions({
    cloud,
    store,
    logs,
    endpoint: () => 'http://127.0.0.1:9',
    credentialsFor(roleArn) {
      issued += 1;
      const expiration = new Date(Date.now() + (options.goodFor ?? 3_600_000));
      return { accessKeyId: `KEY${issued}`, secretAccessKey: roleArn, sessionToken: 'token', expiration };
    },
    send: (queueArn, body) => sent.push([queueArn, body]),
    maximum: options.maximum ?? 2,
    retryMilliseconds: [5, 5],
    ...(options.idleMilliseconds && { idleMilliseconds: options.idleMilliseconds }),
  });
  running.push(functions);
  const invoke = async (event: unknown = {}) => {
    const outcome = await functions.invoke(arn, event);
    return outcome.ok ? JSON.parse(outcome.payload) : outcome;
  };
  return { functions, invoke, told, sent, dir, logs };
}

describe('a function', () => {
  it('runs with its own environment, credentials and context, and nothing of the host', async () => {
    process.env.HOST_SECRET = 'must not leak';
    const { invoke } = around(`export const handler = async (event, context) => ({
      event, name: context.functionName, left: context.getRemainingTimeInMillis() > 4000, env: process.env })`);

    const answer = await invoke({ hello: ['dunia'] });

    delete process.env.HOST_SECRET;
    expect(answer).toMatchObject({ event: { hello: ['dunia'] }, name: 'subject', left: true });
    expect(answer.env).toMatchObject({
      STAGE: 'test',
      AWS_REGION: 'ap-southeast-3',
      AWS_LAMBDA_FUNCTION_NAME: 'subject',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_ACCESS_KEY_ID: 'KEY1',
      AWS_SECRET_ACCESS_KEY: 'arn:aws:iam::1:role/subject',
      AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    });
    expect(answer.env.HOST_SECRET).toBeUndefined();
    expect(answer.env.PATH).toBeUndefined();
  });

  it('keeps its state from one event to the next, and handles one at a time', async () => {
    const { invoke } = around(
      `let calls = 0, inside = 0;
       export const handler = async () => {
         inside += 1; calls += 1; const seen = inside;
         await new Promise((resolve) => setTimeout(resolve, 10));
         inside -= 1; return { calls, seen } }`,
      { maximum: 1 },
    );

    expect(await Promise.all([invoke(), invoke(), invoke()])).toEqual([
      { calls: 1, seen: 1 },
      { calls: 2, seen: 1 },
      { calls: 3, seen: 1 },
    ]);
  });

  it('gets a second worker when the first is busy', async () => {
    const { invoke } = around(
      `let calls = 0; export const handler = async () => { calls += 1; const mine = calls;
       await new Promise((resolve) => setTimeout(resolve, 300)); return mine }`,
    );

    expect(await Promise.all([invoke(), invoke()])).toEqual([1, 1]);
  });

  it('does not see what another event of it threw, and keeps running', async () => {
    const { invoke, told } = around(`export const handler = async (event) => {
      if (event.fail) throw new RangeError('too far'); return 'well' }`);

    expect(await invoke({ fail: true })).toMatchObject({
      ok: false,
      reason: 'error',
      type: 'RangeError',
      message: 'too far',
    });
    expect(await invoke()).toBe('well');
    expect(told).toEqual([]);
  });

  it('is killed when it takes too long, and starts anew', async () => {
    const { invoke } = around(
      `let calls = 0; export const handler = async (event) => { calls += 1;
       if (event.loop) for (;;) {} ; return calls }`,
      { timeoutSeconds: 0.3 },
    );
    expect(await invoke()).toBe(1);

    expect(await invoke({ loop: true })).toMatchObject({ ok: false, reason: 'timeout' });

    expect(await invoke()).toBe(1);
  });

  it.each([
    ['ends its process', 'process.exit(7)', 'exit code 7'],
    [
      'throws where nobody catches',
      "setTimeout(() => { throw new Error('late') }); await new Promise(() => {})",
      'late',
    ],
  ])('that %s harms nobody else', async (_name, statement, message) => {
    const { invoke } = around(
      `export const handler = async (event) => { if (event.crash) { ${statement} } return 'well' }`,
    );

    expect(await invoke({ crash: true })).toMatchObject({
      ok: false,
      reason: 'crash',
      message: expect.stringContaining(message),
    });

    expect(await invoke()).toBe('well');
  });

  it('whose module fails to load says why', async () => {
    const { invoke } = around(`throw new Error('no configuration'); export const handler = 1`);

    expect(await invoke()).toMatchObject({ ok: false, reason: 'crash', message: 'no configuration' });
  });

  it('that is not there is an answer, not an exception', async () => {
    const { functions } = around('export const handler = 1');

    expect(await functions.invoke('arn:unknown', {})).toMatchObject({ ok: false, type: 'NotFound' });
  });

  it('gets fresh credentials before its old ones end', async () => {
    const { invoke } = around('export const handler = async () => process.env.AWS_ACCESS_KEY_ID', {
      goodFor: 1000,
    });

    expect([await invoke(), await invoke()]).toEqual(['KEY1', 'KEY2']);
  });

  it('is let go when it has been idle', async () => {
    const { invoke } = around(
      'let calls = 0; export const handler = async () => { calls += 1; return calls }',
      {
        idleMilliseconds: 30,
      },
    );
    await invoke();
    await new Promise((resolve) => setTimeout(resolve, 120));

    expect(await invoke()).toBe(1);
  });

  it('forgets when it is made anew; what is at work meanwhile is finished first', async () => {
    const { functions, invoke } = around(
      `let calls = 0; export const handler = async (event) => { calls += 1; const mine = calls;
       if (event.long) await new Promise((resolve) => setTimeout(resolve, 200)); return mine }`,
      { maximum: 1 },
    );
    expect([await invoke(), await invoke()]).toEqual([1, 2]);
    await functions.renew();
    expect(await invoke()).toBe(1);

    const atWork = invoke({ long: true });
    await functions.renew();

    expect([await atWork, await invoke()]).toEqual([2, 1]);
  });

  it('writes to a log of its own, and warnings shortly to the console', async () => {
    const { invoke, told, dir, logs } = around(`export const handler = async () => {
      console.log(JSON.stringify({ level: 'info', message: 'quiet' }));
      console.log(JSON.stringify({ level: 'error', code: 'E1', message: 'loud' })); }`);

    await invoke();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await logs.close();

    expect(told).toEqual(['subject: ERROR E1 loud']);
    expect(readFileSync(join(dir, 'logs', 'subject.log'), 'utf8')).toContain('"quiet"');
  });
});

describe('an event that nobody waits for', () => {
  it('is tried again, then left as a dead letter', async () => {
    const { functions, sent, told } = around(
      `export const handler = async () => { throw new Error('never') }`,
    );

    functions.deliver(arn, { id: 1 });
    await functions.idle();

    expect(sent).toEqual([['arn:dead', '{"id":1}']]);
    expect(told.filter((line) => line.includes('will try an event again'))).toHaveLength(2);
    expect(told.at(-1)).toContain('gave up on an event: never');
  });

  it('is done once it has succeeded', async () => {
    const { functions, sent, dir } = around(
      `let calls = 0; export const handler = async () => { calls += 1; if (calls < 2) throw new Error('once') }`,
    );

    functions.deliver(arn, {});
    await functions.idle();

    expect(sent).toEqual([]);
    expect(readdirSync(join(dir, 'deliveries'))).toEqual([]);
  });

  it('is taken up by the next host when this one ends in the middle', async () => {
    const { functions, dir } = around(`export const handler = async () => { await new Promise(() => {}) }`);
    functions.deliver(arn, { id: 'left behind' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await functions.close();

    const next = around(
      `import { writeFileSync } from 'node:fs';
      export const handler = async (event) => writeFileSync('${join(dir, 'seen')}', event.id)`,
      { dir },
    );
    next.functions.resume();
    await next.functions.idle();

    expect(readFileSync(join(dir, 'seen'), 'utf8')).toBe('left behind');
  });
});

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectDynamoLocal } from '../aws/dynamodb-local.ts';
import { openStore } from '../store.ts';
import { adoptTables, startDynamo, tablesKey } from './dynamodb-local.ts';
import { freeBasePort, isFree } from './ports.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'layan-dynamo-'));

async function freed(port: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isFree(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

it('answers on its port until it is stopped', { timeout: 30_000 }, async () => {
  const port = await freeBasePort();
  const dynamo = await startDynamo('java', port, folder());

  const answer = await fetch(`http://127.0.0.1:${port}/`);
  await dynamo.stop();

  expect(answer.status).toBe(400);
  expect(await freed(port)).toBe(true);
});

it('shows its tables to the key that made them, and to nobody else on the network', {
  timeout: 30_000,
}, async () => {
  const port = await freeBasePort();
  const dir = folder();
  const key = tablesKey(openStore(dir));
  const dynamo = await startDynamo('java', port, dir);
  const table = {
    TableName: 'layan.uji.kota-uji',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  };

  await connectDynamoLocal(port, key).call('CreateTable', table);

  const seen = (name: string) => connectDynamoLocal(port, name).call('ListTables', {});
  expect(await seen(key)).toEqual({ TableNames: [table.TableName] });
  expect(await seen('local')).toEqual({ TableNames: [] });
  await dynamo.stop();
});

it('has a key of its own on every machine, the same after a restart', () => {
  const dir = folder();
  const key = tablesKey(openStore(dir));
  expect(key).toMatch(/^[0-9a-z]{40,}$/);
  expect(tablesKey(openStore(dir))).toBe(key);
  expect(tablesKey(openStore(folder()))).not.toBe(key);
});

it('takes over tables from before there was a key', () => {
  const dir = folder();
  writeFileSync(join(dir, 'shared-local-instance.db'), 'tables');
  adoptTables(dir, 'key');
  adoptTables(dir, 'key');
  expect(readFileSync(join(dir, 'key_ap-southeast-3.db'), 'utf8')).toBe('tables');
});

it('ends even when its host is killed without a chance to say so', { timeout: 30_000 }, async () => {
  const port = await freeBasePort();
  const module = join(import.meta.dirname, 'dynamodb-local.ts');
  const script = `import { startDynamo } from '${module}';
    await startDynamo('java', ${port}, '${folder()}'); console.log('up'); setInterval(() => {}, 1000);`;
  const host = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => host.stdout.once('data', resolve));
  expect(await isFree(port)).toBe(false);

  host.kill('SIGKILL');

  expect(await freed(port)).toBe(true);
});

it('does not take a stranger on its port for itself', { timeout: 30_000 }, async () => {
  const port = await freeBasePort();
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(port, '0.0.0.0', resolve));

  await expect(startDynamo('java', port, folder())).rejects.toThrow(`did not start on port ${port}`);

  await new Promise((resolve) => stranger.close(resolve));
});

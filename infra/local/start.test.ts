import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freeBasePort } from './boot/ports.ts';

async function run(args: readonly string[], environment: Record<string, string> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'layan-start-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts'), '--data', data, ...args], {
    env: { ...process.env, ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

describe('the start command', { timeout: 30_000 }, () => {
  it('explains itself', async () => {
    const { code, said } = await run(['--help']);

    expect(code).toBe(0);
    for (const flag of ['--port', '--data', '--fresh', '--verbose']) expect(said).toContain(flag);
  });

  it('names the port that is taken and the way out, without a stack trace', async () => {
    const port = await freeBasePort();
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));

    const { code, said } = await run(['--port', String(port)]);

    await new Promise((resolve) => stranger.close(resolve));
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} (for the pages) is taken`);
    expect(said).not.toContain('    at ');
  });

  it('says what to install when there is no Java', async () => {
    const { code, said } = await run(['--port', String(await freeBasePort())], { PATH: '/nowhere' });

    expect(code).toBe(1);
    expect(said).toContain('Install Java 17 or later');
    expect(said).not.toContain('    at ');
  });

  it.each([
    [['--port', 'many'], '--port takes a number'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j', async (args, message) => {
    const { code, said } = await run(args);

    expect(code).toBe(1);
    expect(said).toContain(message);
    expect(said).not.toContain('    at ');
  });
});

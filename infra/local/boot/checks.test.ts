// What a start checks before it begins, and what it says when something is missing.
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareData } from './data.ts';
import { fingerprint } from './fingerprint.ts';
import { findJava } from './java.ts';
import { assertFree, freeBasePort, isFree, portsFrom } from './ports.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'layan-boot-'));

describe('Java', () => {
  const saying = (words: string) => {
    const path = join(folder(), 'java');
    writeFileSync(path, `#!/bin/sh\necho '${words}' >&2\n`, { mode: 0o755 });
    return path;
  };

  it('is named as what to install when it is missing', async () => {
    await expect(findJava('/nowhere/java')).rejects.toThrow(
      /needs Java, and there is no Java here\.\nInstall Java 17 or later.*openjdk-17/s,
    );
  });

  it.each(['openjdk version "17.0.15" 2025-04-15', 'java version "25" 2026-01-01'])(
    'is fine as %s',
    async (words) => {
      await expect(findJava(saying(words))).resolves.toContain('java');
    },
  );

  it.each([
    ['openjdk version "11.0.2"', 'The Java here is version 11; DynamoDB Local needs 17 or later.'],
    ['java version "1.8.0_301"', 'The Java here is version 8;'],
    ['something else', 'does not say its version'],
  ])('is too old or unclear as %s', async (words, message) => {
    await expect(findJava(saying(words))).rejects.toThrow(message);
  });
});

describe('ports', () => {
  it('are four in a row', () => {
    expect(portsFrom(4400)).toEqual({ web: 4400, aws: 4401, identity: 4402, dynamodb: 4403 });
  });

  it('are named, with their purpose and the way out, when one is taken', async () => {
    const base = await freeBasePort();
    await expect(assertFree(portsFrom(base))).resolves.toBeUndefined();
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(base + 2, '127.0.0.1', resolve));

    const checking = assertFree(portsFrom(base));

    await expect(checking).rejects.toThrow(`Port ${base + 2} (for signing in) is taken`);
    await expect(checking).rejects.toThrow(`--port ${base + 100}`);
    expect(await isFree(base + 2)).toBe(false);
    await new Promise((resolve) => stranger.close(resolve));
  });
});

describe('the data folder', () => {
  it('is made when it is not there, and can be used again after an end', () => {
    const data = join(folder(), 'deep', 'data');

    prepareData(data, false)();

    expect(() => prepareData(data, false)).not.toThrow();
  });

  it('is emptied by --fresh, except for what was built', () => {
    const data = folder();
    prepareData(data, false)();
    for (const name of ['dynamodb', 'stacks', 'assembly']) mkdirSync(join(data, name));
    writeFileSync(join(data, 'assembly.built'), 'x');

    prepareData(data, true);

    expect(readdirSync(data).sort()).toEqual(['assembly', 'assembly.built', 'layan-data']);
  });

  it('is refused when it holds files of somebody else, also with --fresh', () => {
    const data = folder();
    writeFileSync(join(data, 'thesis.txt'), 'x');

    expect(() => prepareData(data, true)).toThrow('holds files of something else');
    expect(readdirSync(data)).toEqual(['thesis.txt']);
  });

  it('is refused while another host lives in it, but not after that was killed', () => {
    const data = folder();
    prepareData(data, false);
    writeFileSync(join(data, 'layan-data'), String(process.ppid));
    expect(() => prepareData(data, false)).toThrow(`already runs with ${data} (process ${process.ppid})`);

    writeFileSync(join(data, 'layan-data'), '999999999');
    expect(() => prepareData(data, false)).not.toThrow();
  });
});

describe('the fingerprint of sources', () => {
  const sources = () => {
    const root = folder();
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'a.ts'), 'one');
    return root;
  };

  it('changes with content, names and settings', () => {
    const root = sources();
    const before = fingerprint([root], { port: 1 });

    expect(fingerprint([root], { port: 1 })).toBe(before);
    expect(fingerprint([root], { port: 2 })).not.toBe(before);
    writeFileSync(join(root, 'a.ts'), 'two');
    const changed = fingerprint([root], { port: 1 });
    expect(changed).not.toBe(before);
    writeFileSync(join(root, 'b.ts'), '');
    expect(fingerprint([root], { port: 1 })).not.toBe(changed);
  });

  it('does not change with tests, dependencies and build leftovers', () => {
    const root = sources();
    const before = fingerprint([root, join(root, 'absent')], {});
    for (const name of ['a.test.ts', 'tsconfig.tsbuildinfo', 'node_modules/x.js'])
      writeFileSync(join(root, name), 'x');

    expect(fingerprint([root, join(root, 'absent')], {})).toBe(before);
  });
});

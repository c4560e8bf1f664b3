// One seeded Layan for all tests of the whole; each journey brings its own citizens and cases.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBasePort } from '@layan/infra/local/boot/ports';
import type { TestProject } from 'vitest/node';
import { keepSeeded } from './keep-seeded.ts';
import { startLayan } from './layan.ts';
import { openTurns } from './turns-given.ts';

declare module 'vitest' {
  interface ProvidedContext {
    port: number;
    data: string;
    /** What the host held once it was seeded, for hosts of a test's own. */
    seeded: string;
    /** Where turns are given; without it everybody is alone. */
    turns: number | undefined;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'layan-whole-'));
  const turns = await openTurns();
  const layan = await startLayan({ port: await freeBasePort(), data });
  const seeded = `${data}-seeded`;
  await keepSeeded(layan.port, data, seeded);
  project.provide('port', layan.port);
  project.provide('data', data);
  project.provide('seeded', seeded);
  project.provide('turns', turns.port);
  return async () => {
    turns.close();
    await layan.stop();
    for (const folder of [data, seeded]) await rm(folder, { recursive: true, force: true });
  };
}

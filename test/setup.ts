// One seeded Layan for all tests of the whole; each journey brings its own citizens and cases.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBasePort } from '@layan/infra/local/boot/ports';
import type { TestProject } from 'vitest/node';
import { startLayan } from './layan.ts';
import { openTurns } from './turns-given.ts';

declare module 'vitest' {
  interface ProvidedContext {
    port: number;
    data: string;
    /** Where turns are given; without it everybody is alone. */
    turns: number | undefined;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'layan-whole-'));
  const turns = await openTurns();
  const layan = await startLayan({ port: await freeBasePort(), data });
  project.provide('port', layan.port);
  project.provide('data', data);
  project.provide('turns', turns.port);
  return async () => {
    turns.close();
    await layan.stop();
    await rm(data, { recursive: true, force: true });
  };
}

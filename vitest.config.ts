import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/cdk.out/**', '**/.local/**'];

export default defineConfig({
  test: {
    // Left alone, one of two cores would idle; the journeys take turns all the same.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'parts',
          // The access matrix and the sweep of faults ask the APIs in this process; they need no host.
          include: ['{packages,functions,infra,web}/**/*.test.{ts,tsx}', 'test/{access,faults}/**/*.test.ts'],
          exclude,
          // No test changes a module for others, so what one file has loaded serves the next: half the processor time.
          isolate: false,
          // Stylesheets are served as text; by default they are emptied in tests.
          css: true,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // One local host serves the whole folder, so its files run one after the other.
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          globalSetup: ['test/setup.ts'],
          exclude: [...exclude, 'test/{access,faults}/**'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

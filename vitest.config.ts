import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/cdk.out/**', '**/.local/**'];
/** Those that name an environment with a DOM in their first line. */
const pages = ['web/**/*.test.tsx', 'web/console/shared/session.test.ts'];
// These ask in this process; they need no host.
const hostless = [
  'test/{access,bench,faults,people}/**/*.test.ts',
  'test/isolation/layers/*.test.ts',
  'test/*.test.ts',
];

/** No test changes a module for others, so what one file has loaded serves the next: half the processor time. */
const inProcess = {
  isolate: false,
  maxWorkers: 2,
  // A machine with much to do is slow, which is no fault of what is tested.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'parts',
          include: ['{packages,functions,infra,web}/**/*.test.ts', ...hostless],
          exclude: [...exclude, ...pages],
          // Stylesheets are served as text; by default they are emptied in tests.
          css: true,
          ...inProcess,
        },
      },
      {
        // Apart: a process that served parts is of no use for them, nor the other way round, so mixed they would start a new
        // one at every change. Each has modules of its own: the router holds on to the window that was there first.
        test: { name: 'pages', include: pages, exclude, ...inProcess, isolate: true },
      },
      {
        // One local host serves the whole folder. Its files run one after the other beside the parts: two cores have no more
        // to give, and pages that wait for a processor miss what is typed. Where there are more, more workers are safe: those
        // that would disturb each other take turns (test/turns.ts).
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, ...hostless],
          globalSetup: ['test/setup.ts'],
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

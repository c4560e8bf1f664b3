// How a function's source becomes the code that is uploaded. One esbuild run in this process: spawning a bundler for
// each of eight functions would make synthesis several times slower.
import { join } from 'node:path';
import { type BuildOptions, type BuildResult, buildSync } from 'esbuild';
import type { FunctionName } from './names.ts';

export const REPOSITORY = join(import.meta.dirname, '..', '..');

export function sourceOf(name: FunctionName): string {
  return join(REPOSITORY, 'functions', name);
}

const standIn = (name: string) => join(REPOSITORY, 'packages/storage/bundled', `${name}.ts`);

export function bundleOptions(name: FunctionName) {
  return {
    absWorkingDir: REPOSITORY,
    entryPoints: [join(sourceOf(name), 'handler.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // Parts of the SDK that no function uses are most of its weight; why each may go stands in its stand-in.
    alias: {
      '@aws-sdk/credential-provider-node': standIn('environment-credentials'),
      '@aws-sdk/middleware-endpoint-discovery': standIn('no-endpoint-discovery'),
      '@smithy/core/event-streams': standIn('no-event-streams'),
    },
    // Some dependencies are still CommonJS inside and call require for Node's own modules.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    // The portal serves its stylesheet itself.
    loader: { '.css': 'text' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  } satisfies BuildOptions;
}

export function bundle(name: FunctionName, outputFolder: string) {
  return buildSync({ ...bundleOptions(name), outfile: join(outputFolder, 'index.mjs') });
}

/** The same bundle without writing it anywhere: for reports and size checks. */
export function bundleInMemory(name: FunctionName): BuildResult<{ write: false; metafile: true }> {
  return buildSync({ ...bundleOptions(name), outfile: 'index.mjs', write: false });
}

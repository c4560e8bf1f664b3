// How a function's source becomes the code that is uploaded. One esbuild run in this process: spawning a bundler for
// each function would make synthesis several times slower.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { type BuildOptions, type BuildResult, buildSync, transformSync } from 'esbuild';
import { copyLeanClient, type LeanClient } from './lean-client.ts';
import type { FunctionName } from './names.ts';
import { copyPlain } from './plain-schemas.ts';

export const REPOSITORY = join(import.meta.dirname, '..', '..');

export function sourceOf(name: FunctionName): string {
  return join(REPOSITORY, 'functions', name);
}

/** They call no service but DynamoDB through the SDK's clients. */
const API_FUNCTIONS: ReadonlySet<FunctionName> = new Set(['portal', 'staff-api', 'admin-api']);

const standIn = (name: string) => join(REPOSITORY, 'packages/storage/bundled', `${name}.ts`);

/** Stylesheets a function reads at its start, beside its code. */
const STYLES: Partial<Record<FunctionName, string>> = { portal: 'web/portal/assets/portal.css' };

/** Code that is no JavaScript, which a function reads when it needs it. */
const MODULES: Partial<Record<FunctionName, string>> = { documents: 'zxing_reader.wasm' };

const moduleFile = (name: string): string =>
  createRequire(join(REPOSITORY, 'packages/examination/package.json')).resolve(`zxing-wasm/reader/${name}`);

/** What the portal sends to browsers as scripts of their own, beside its code: a page is a module, a worker is not. */
const BROWSER_SCRIPTS: Partial<Record<FunctionName, Readonly<Record<string, 'esm' | 'iife'>>>> = {
  portal: { 'verify-page': 'esm', 'verify-worker': 'iife' },
};

/** The text of a script for browsers, by its name without extension. */
export function browserScripts(name: FunctionName): Readonly<Record<string, string>> {
  const scripts = Object.entries(BROWSER_SCRIPTS[name] ?? {}).map(([script, format]) => {
    const { outputFiles } = buildSync({
      absWorkingDir: REPOSITORY,
      entryPoints: [join(REPOSITORY, 'web/portal/assets', `${script}.ts`)],
      bundle: true,
      minify: true,
      format,
      platform: 'browser',
      target: 'es2022',
      legalComments: 'none',
      write: false,
      logLevel: 'error',
    });
    return [script, outputFiles[0]?.text ?? ''];
  });
  return Object.fromEntries(scripts);
}

/** Packages whose schemas carry descriptions, and where their plain copies lie: the same place every time. */
const DESCRIBED = ['domain', 'contract'] as const;
const plainCopy = (name: string) => join(REPOSITORY, 'node_modules/.cache/layan/plain', name);

let copied = false;
function plainPackages(): Readonly<Record<string, string>> {
  if (!copied) for (const name of DESCRIBED) copyPlain(join(REPOSITORY, 'packages', name), plainCopy(name));
  copied = true;
  return Object.fromEntries(DESCRIBED.map((name) => [`@layan/${name}`, plainCopy(name)]));
}

let lean: LeanClient | undefined;
function leanClient(): LeanClient {
  lean ??= copyLeanClient(plainCopy('client-dynamodb'));
  return lean;
}

function bundleOptions(name: FunctionName) {
  return {
    absWorkingDir: REPOSITORY,
    entryPoints: { index: join(sourceOf(name), 'handler.ts') },
    bundle: true,
    // What is imported by a call of `import` becomes a file of its own, which a start does not read.
    splitting: true,
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // Parts of the SDK that no function uses are most of its weight; why each may go stands in its stand-in.
    alias: {
      ...plainPackages(),
      '@aws-sdk/credential-provider-node': standIn('environment-credentials'),
      '@aws/lambda-invoke-store': standIn('no-invoke-store'),
      '@aws-sdk/middleware-endpoint-discovery': standIn('no-endpoint-discovery'),
      '@smithy/core/config': standIn('environment-config'),
      '@smithy/core/event-streams': standIn('no-event-streams'),
      ...(API_FUNCTIONS.has(name) && {
        ...leanClient().alias,
        '@smithy/core/checksum': standIn('native-checksum'),
        '@smithy/core/endpoints': standIn('one-endpoint'),
      }),
      'brotli/decompress.js': join(REPOSITORY, 'packages/rendering/bundled/no-woff2.ts'),
    },
    nodePaths: [
      ...DESCRIBED.map((described) => join(REPOSITORY, 'packages', described, 'node_modules')),
      ...(API_FUNCTIONS.has(name) ? [leanClient().beside] : []),
    ],
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  } satisfies BuildOptions;
}

export function bundle(name: FunctionName, outputFolder: string): void {
  buildSync({ ...bundleOptions(name), outdir: outputFolder });
  for (const [script, text] of Object.entries(browserScripts(name))) {
    writeFileSync(join(outputFolder, `${script}.js`), text);
  }
  const module = MODULES[name];
  if (module !== undefined) copyFileSync(moduleFile(module), join(outputFolder, module));
  const style = STYLES[name];
  if (style === undefined) return;
  const { code } = transformSync(readFileSync(join(REPOSITORY, style), 'utf8'), {
    loader: 'css',
    minify: true,
  });
  writeFileSync(join(outputFolder, basename(style)), code);
}

/** The same bundle without writing it anywhere: for reports and size checks. */
export function bundleInMemory(name: FunctionName): BuildResult<{ write: false; metafile: true }> {
  return buildSync({ ...bundleOptions(name), outdir: '.', write: false });
}

// DynamoDB's client without what no API function uses: the rules that find endpoints (they are told theirs), errors of
// operations that no role of ours may call, the reckoning of a name for itself, and all of its package's description but
// the version. They weigh 20 KB at each start.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeIfOther } from './plain-schemas.ts';

/** Of reading, writing and transactions. Another error comes with its name all the same, as one of the service. */
const ERRORS: ReadonlySet<string> = new Set([
  'ConditionalCheckFailedException',
  'IdempotentParameterMismatchException',
  'InternalServerError',
  'ItemCollectionSizeLimitExceededException',
  'ProvisionedThroughputExceededException',
  'ReplicatedWriteConflictException',
  'RequestLimitExceeded',
  'ResourceNotFoundException',
  'ThrottlingException',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

const NO_RULES = `export const defaultEndpointResolver = () => {
  throw new Error('This bundle knows one endpoint and no rules.');
};
`;

/** The client says what it is and its version; the SDK's own name tells more, and brings all partitions of AWS. */
const USER_AGENT = `export const createDefaultUserAgentProvider = ({ clientVersion }) => async () => [['aws-sdk-js', clientVersion]];
export const resolveUserAgentConfig = (config) => config;
export const getUserAgentPlugin = ({ defaultUserAgentProvider }) => ({
  applyToStack: (stack) =>
    stack.add(
      (next) => async (args) => {
        const parts = await defaultUserAgentProvider();
        args.request.headers['user-agent'] = parts.map((part) => part.join('/')).join(' ');
        return next(args);
      },
      { name: 'getUserAgentMiddleware', step: 'build', priority: 'low', override: true },
    ),
});
`;

const NAMES = ['createDefaultUserAgentProvider', 'getUserAgentPlugin', 'resolveUserAgentConfig'];

/** A module that takes these names from beside it. */
export function withShortName(source: string): string {
  const taken = NAMES.filter((name) => source.includes(`${name}, `));
  if (taken.length === 0) throw new Error('The client reckons its name in another place.');
  const rest = taken.reduce((text, name) => text.replace(`${name}, `, ''), source);
  return `import { ${taken.join(', ')} } from "./userAgent";\n${rest}`;
}

/** Schemas that know no errors but those; what nobody knows is left out of the bundle. */
export function withFewErrors(schemas: string): string {
  const known = new Set<string>();
  const lean = schemas.replace(/^n0_registry\.registerError\((\w+)\$, \1\);$/gm, (line, name: string) => {
    if (!ERRORS.has(name)) return '';
    known.add(name);
    return line;
  });
  const unknown = [...ERRORS].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`DynamoDB's client has no ${unknown.join(', ')} any more.`);
  return lean;
}

const leanly: Readonly<Record<string, (source: string) => string>> = {
  'dist-es/endpoint/endpointResolver.js': () => NO_RULES,
  'dist-es/schemas/schemas_0.js': withFewErrors,
  'dist-es/DynamoDBClient.js': withShortName,
  'dist-es/runtimeConfig.js': withShortName,
};

/** What clients share, without the rules of endpoints, which are read as soon as anything of it is. */
export function withoutRules(index: string, folder: string): string {
  const lean = index.replace(/^export .* from "\.\/util-endpoints\/.*";\n/gm, '');
  if (lean === index) throw new Error('The clients keep their rules of endpoints in another place.');
  return lean.replaceAll('from "./', `from "${folder}/`);
}

export interface LeanClient {
  /** Stand-ins by the name of what they stand for. */
  readonly alias: Readonly<Record<string, string>>;
  /** Where the packages lie that the client needs. */
  readonly beside: string;
}

/** Copies what is lean into `target`. */
export function copyLeanClient(target: string): LeanClient {
  const { resolve } = createRequire(join(import.meta.dirname, '../../packages/storage/package.json'));
  const description = resolve('@aws-sdk/client-dynamodb/package.json');
  const folder = dirname(description);
  const beside = join(folder, '../..');
  const shared = join(realpathSync(join(beside, '@aws-sdk/core')), 'dist-es/submodules/client');
  const index = join(target, 'shared.js');
  writeIfOther(index, withoutRules(readFileSync(join(shared, 'index.js'), 'utf8'), shared));
  const { name, version, module, sideEffects }: Record<string, unknown> = JSON.parse(
    readFileSync(description, 'utf8'),
  );
  writeIfOther(join(target, 'package.json'), JSON.stringify({ name, version, module, sideEffects }));
  writeIfOther(join(target, 'dist-es/userAgent.js'), USER_AGENT);
  const paths = readdirSync(join(folder, 'dist-es'), { recursive: true, encoding: 'utf8' })
    .map((path) => join('dist-es', path))
    .filter((path) => path.endsWith('.js'));
  const missing = Object.keys(leanly).filter((path) => !paths.includes(path));
  if (missing.length > 0) throw new Error(`DynamoDB's client has no ${missing.join(', ')} any more.`);
  for (const path of paths) {
    const source = readFileSync(join(folder, path), 'utf8');
    writeIfOther(join(target, path), leanly[path]?.(source) ?? source);
  }
  return { alias: { '@aws-sdk/client-dynamodb': target, '@aws-sdk/core/client': index }, beside };
}

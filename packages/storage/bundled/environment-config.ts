// Stands in for the SDK's configuration when a function is bundled (infra/constructs/bundle.ts): Lambda hands it over in
// the environment. The SDK would also look for profiles in files and for the region in the metadata of a machine; a
// function has neither, and a cold start would wait for the attempt. The names are the SDK's own.

interface Selectors<T> {
  readonly environmentVariableSelector?: (environment: NodeJS.ProcessEnv) => T | undefined;
  readonly default?: T | (() => T | Promise<T>);
}

const isMaker = <T>(value: T | (() => T | Promise<T>) | undefined): value is () => T | Promise<T> =>
  typeof value === 'function';

/** From the environment, else the default. */
export const loadConfig =
  <T>({ environmentVariableSelector, default: otherwise }: Selectors<T>) =>
  async (): Promise<T | undefined> => {
    const told = environmentVariableSelector?.(process.env);
    if (told !== undefined) return told;
    return isMaker(otherwise) ? otherwise() : otherwise;
  };

export const REGION_ENV_NAME = 'AWS_REGION';
export const REGION_INI_NAME = 'region';
export const NODE_REGION_CONFIG_FILE_OPTIONS = {};
export const NODE_REGION_CONFIG_OPTIONS: Selectors<string> = {
  environmentVariableSelector: (environment) => environment[REGION_ENV_NAME],
  default: () => {
    throw new Error('There is no AWS_REGION in the environment.');
  },
};

export const NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS: Selectors<boolean> = { default: false };
export const NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS: Selectors<boolean> = { default: false };

type Region = string | (() => Promise<string>);

/** Indonesia's region has no FIPS endpoint. */
export const resolveRegionConfig = <T extends { region?: Region }>(input: T) => {
  const { region } = input;
  if (region === undefined) throw new Error('A client needs its region.');
  return Object.assign(input, {
    region: async () => (typeof region === 'function' ? region() : region),
    useFipsEndpoint: async () => false,
  });
};

export const resolveDefaultsModeConfig =
  ({ defaultsMode = 'legacy' }: { readonly defaultsMode?: string } = {}) =>
  async () =>
    defaultsMode;

export const CONFIG_PREFIX_SEPARATOR = '.';
export const SelectorType = { ENV: 'env', CONFIG: 'shared config entry' } as const;

export const booleanSelector = (
  values: Readonly<Record<string, string | undefined>>,
  key: string,
): boolean | undefined => {
  const value = values[key];
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Error(`${key} is true or false, not ${value}.`);
};

export class ProviderError extends Error {}

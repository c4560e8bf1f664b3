// Stands in for DynamoDB's endpoint discovery when a function is bundled (infra/constructs/bundle.ts): it serves clients
// that pin cells of the service, we do not, and its caches weigh 9 KB.
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
};

export const resolveEndpointDiscoveryConfig = <T>(config: T): T => config;

// Stands in for the store of requests that run at the same time when a function is bundled (infra/constructs/bundle.ts):
// ours answer one at a time, whose trace Lambda names in the environment, and the store weighs 2 KB.
export const InvokeStore = { getInstanceAsync: async (): Promise<undefined> => undefined };

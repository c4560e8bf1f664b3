// How an attack is written down: what it tries, and the walls in its way in the order in which it meets them.
import type { Lab } from './lab.ts';

/** What a foreign read or write has to pass, from the outside in. */
export const layers = {
  token: 'the token, which alone says whose request it is',
  membership: 'the list of members of the government',
  access: 'who may do what: roles, areas, agency',
  ports: 'the ports, opened for one tenant in one place',
  function: 'the policy of the function itself',
  ceiling: 'the permission boundary of the role',
  trust: 'the trust policy: who may act for which tenant',
  role: 'the policy of the data role, which names the tenant of its session',
  bucket: 'the policy of the bucket',
  key: 'the policy of the tenant’s key',
  context: 'the encryption context that KMS was given',
  place: 'the place that a ciphertext is bound to: tenant, case, field',
  schema: 'the schema of the response',
  sealed: 'sealing: what is kept is ciphertext',
  masking: 'masking of what is shown',
  pointer: 'the pointer, which names a tenant and a case and carries nothing',
} as const;

type Layer = keyof typeof layers;

export interface Wall {
  readonly layer: Layer;
  /** How it refuses. */
  readonly refuses: RegExp;
  /** The deliberate bug that takes it away, in words. */
  readonly bug: string;
  readonly remove: ((lab: Lab) => void) | string;
}

export interface Attack {
  readonly name: string;
  readonly walls: readonly Wall[];
  /** What comes of it: a refusal in words, or what got through. */
  readonly attempt: (lab: Lab) => Promise<string>;
  /** What gets through where every wall is down: without it the attack would prove nothing. */
  readonly through: RegExp;
}

export const removeWall = (lab: Lab, { remove }: Wall): void => {
  if (typeof remove === 'string') lab.bugs.add(remove);
  else remove(lab);
};

/** A refusal as one line: what the code met, and what a policy said last. */
export const refusalOf = (lab: Lab, error: unknown): string => {
  const [said] = error instanceof Error ? [`${error.name}: ${error.message}`] : [String(error)];
  return /AccessDenied|not authorized|403/.test(said) ? `${said} | ${lab.lastRefusal()}` : said;
};

// The key of what somebody means to do: made when it is first sent, sent again with every retry of the same content, and
// let go once there is an answer. It survives a reload, so that what was typed and is sent again is not done twice.
const NAME = 'layan.kept.unanswered';

export interface Intent {
  readonly key: string;
  /** There is an answer, also a refusal: the same content sent later is meant anew. */
  answered(): void;
  /** It may have been done or not: whoever sends it again sends the same key. */
  unanswered(): void;
}

export interface Intents {
  begin(content: string): Promise<Intent>;
}

const keptKeys = (): ReadonlyMap<string, string> => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '{}');
    return new Map(
      Object.entries(value ?? {}).flatMap(([name, key]) => (typeof key === 'string' ? [[name, key]] : [])),
    );
  } catch {
    return new Map();
  }
};

/** What was typed does not lie about a second time. */
const nameOf = async (content: string): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

export function createIntents(): Intents {
  // Memory stands in where the store is full or forbidden.
  let unanswered = keptKeys();
  const write = (next: ReadonlyMap<string, string>) => {
    unanswered = next;
    try {
      sessionStorage.setItem(NAME, JSON.stringify(Object.fromEntries(next)));
    } catch {
      // It is still known until the page is left.
    }
  };
  const without = (name: string) => new Map([...unanswered].filter(([known]) => known !== name));
  const underway = new Set<string>();

  return {
    begin: async (content) => {
      const name = await nameOf(content);
      const known = unanswered.get(name);
      // Two that are alike and sent at once are two: each of two scans for the same requirement.
      const twin = underway.has(name);
      const key = known !== undefined && !twin ? known : crypto.randomUUID();
      if (twin) return { key, answered: () => undefined, unanswered: () => undefined };
      underway.add(name);
      // Kept before it is sent: the page may be gone before the answer is.
      write(new Map([...unanswered, [name, key]]));
      return {
        key,
        answered: () => {
          underway.delete(name);
          write(without(name));
        },
        unanswered: () => {
          underway.delete(name);
        },
      };
    },
  };
}

// Counts what a use case asks of its stores. What is cached for minutes in the cloud (profile, standards, keys,
// memberships) is left out, as quality.md counts.
import type { Ports } from '@layan/application/ports/surroundings';

const counted = [
  'cases',
  'products',
  'filings',
  'documents',
  'unmaskings',
  'staff',
  'books',
  'signer',
] as const;

/** Answered from memory for half a minute. */
const isCached = (name: string, property: PropertyKey): boolean => name === 'staff' && property === 'recent';

const watched = <T extends object>(store: T, name: string, calls: string[]): T =>
  new Proxy(store, {
    get: (target, property, receiver) => {
      const member: unknown = Reflect.get(target, property, receiver);
      if (typeof member !== 'function' || isCached(name, property)) return member;
      return (...input: unknown[]) => {
        calls.push(`${name}.${String(property)}`);
        return Reflect.apply(member, target, input);
      };
    },
  });

/** The same ports, and the calls made through them, oldest first. */
export function countPortCalls<P extends Ports>(ports: P): { readonly ports: P; readonly calls: string[] } {
  const calls: string[] = [];
  const stores = Object.fromEntries(counted.map((name) => [name, watched(ports[name], name, calls)]));
  return { ports: { ...ports, ...stores }, calls };
}

// Whether the bearer of a token signed out since it was made. Asked of the store at most twice a minute for each person.
import type { SignOuts } from '@layan/application/ports/sign-outs';
import type { Identity } from './authenticate.ts';

/** An ended session opens nothing more within this time. */
const KNOWN_FOR = 30_000;
const REMEMBERED = 500;

/** `key` says whose, among all that one function serves. */
export function createSignOutCheck(now: () => number) {
  const known = new Map<string, { readonly last: number | undefined; readonly until: number }>();

  const lastOf = async (signOuts: SignOuts, key: string, id: string): Promise<number | undefined> => {
    const before = known.get(key);
    if (before !== undefined && before.until > now()) return before.last;
    const at = await signOuts.last(id);
    const last = at === undefined ? undefined : Date.parse(at);
    known.delete(key);
    const oldest = known.size >= REMEMBERED ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(key, { last, until: now() + KNOWN_FOR });
    return last;
  };

  return async (
    signOuts: SignOuts,
    key: string,
    { subject, issuedAt }: Pick<Identity, 'subject' | 'issuedAt'>,
  ): Promise<boolean> => {
    const last = await lastOf(signOuts, key, subject);
    return last !== undefined && issuedAt <= last;
  };
}

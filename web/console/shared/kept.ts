// State that survives a reload, a lost sign-in or a wrong click: what somebody typed is never gone. It stays in this tab.
import { useCallback, useState } from 'react';

const PREFIX = 'layan.kept.';

function read(key: string): string | undefined {
  return sessionStorage.getItem(PREFIX + key) ?? undefined;
}

/** Texts by name, kept under `key` until `forget` is called. */
export function useKeptTexts(key: string): {
  texts: Readonly<Record<string, string>>;
  set: (name: string, value: string) => void;
  forget: () => void;
} {
  const parse = (raw: string | undefined): Record<string, string> => {
    const value: unknown = raw === undefined ? {} : JSON.parse(raw);
    return Object.fromEntries(
      Object.entries(value ?? {}).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
    );
  };
  const [texts, setTexts] = useState(() => parse(read(key)));
  const set = useCallback(
    (name: string, value: string) => {
      setTexts((before) => {
        const after = { ...before, [name]: value };
        sessionStorage.setItem(PREFIX + key, JSON.stringify(after));
        return after;
      });
    },
    [key],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(PREFIX + key);
    setTexts({});
  }, [key]);
  return { texts, set, forget };
}

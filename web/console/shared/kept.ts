// State that survives a reload, a lost sign-in or a wrong click: what somebody typed is never gone. It stays in this tab.
import { useCallback, useState } from 'react';

const PREFIX = 'layan.kept.';
const KEPT_FOR = 'layan.keptFor';

type Texts = Readonly<Record<string, string>>;

function textsIn(raw: string): Texts {
  try {
    const value: unknown = JSON.parse(raw);
    return Object.fromEntries(
      Object.entries(value ?? {}).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
    );
  } catch {
    return {};
  }
}

function keep(key: string, texts: Texts): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(texts));
  } catch {
    // A full or forbidden store must not stop anybody from typing.
  }
}

/**
 * Whoever signs in next in this tab finds nothing of the one before, also when nobody signed out. What the same person
 * typed stays.
 */
export function keepFor(person: string): void {
  if (sessionStorage.getItem(KEPT_FOR) === person) return;
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  }
  try {
    sessionStorage.setItem(KEPT_FOR, person);
  } catch {
    // Then nothing else is kept either.
  }
}

/** Texts by name, kept under `key` until `forget` is called. */
export function useKeptTexts(key: string): {
  texts: Texts;
  set: (name: string, value: string) => void;
  forget: () => void;
} {
  const [texts, setTexts] = useState(() => textsIn(sessionStorage.getItem(PREFIX + key) ?? '{}'));
  const set = useCallback(
    (name: string, value: string) => {
      setTexts((before) => {
        const after = { ...before, [name]: value };
        keep(key, after);
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

// State that survives a reload, a lost sign-in or a wrong click: what somebody typed is never gone. It stays in this tab.
import { useCallback, useState } from 'react';

const PREFIX = 'layan.kept.';

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

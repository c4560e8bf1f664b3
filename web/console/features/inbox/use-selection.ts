// Rows chosen to be done together. They stay chosen over a reload and while a case is looked at.
import { useCallback, useMemo, useRef } from 'react';
import { useKeptTexts } from '../../shared/kept.ts';

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  set(keys: readonly string[], on: boolean): void;
  toggle(key: string): void;
  /** From the row chosen last to this one, in the order of the list; all become as that one is. */
  reach(key: string, order: readonly string[]): void;
}

const between = (order: readonly string[], from: string, to: string): readonly string[] => {
  const ends = [order.indexOf(from), order.indexOf(to)];
  if (ends.includes(-1)) return [to];
  return order.slice(Math.min(...ends), Math.max(...ends) + 1);
};

export function useSelection(role: string): Selection {
  const { texts, set: keep } = useKeptTexts(`chosen.${role}`);
  const last = useRef<string>(undefined);
  const chosen = useMemo(
    () => new Set(Object.entries(texts).flatMap(([key, on]) => (on === 'yes' ? [key] : []))),
    [texts],
  );
  const set = useCallback(
    (keys: readonly string[], on: boolean) => {
      for (const key of keys) keep(key, on ? 'yes' : '');
    },
    [keep],
  );
  return {
    chosen,
    set,
    toggle: (key) => {
      last.current = key;
      set([key], !chosen.has(key));
    },
    reach: (key, order) => {
      const from = last.current ?? key;
      const on = last.current === undefined ? !chosen.has(key) : chosen.has(from);
      last.current = key;
      set(between(order, from, key), on);
    },
  };
}

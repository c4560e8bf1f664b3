// j and k move through the rows, x takes one out or in, o shows its letter.
import { type RefObject, useMemo, useRef } from 'react';
import { useKeys } from '../../../shared/keyboard.ts';

interface ItemDeeds {
  readonly toggle: (key: string) => void;
  readonly show: (key: string) => void;
}

export function useItemKeys(on: ItemDeeds): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const deeds = useRef(on);
  deeds.current = on;
  useKeys(
    useMemo(() => {
      const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
      const at = () => rows().findIndex((row) => row.contains(document.activeElement));
      const move = (step: number): void => {
        const all = rows();
        const next = all[Math.min(Math.max(at() + step, 0), all.length - 1)];
        next?.querySelector<HTMLElement>('.together-tools button')?.focus();
      };
      const key = (): string | undefined => rows()[at()]?.dataset.key;
      const act = (deed: (key: string) => void) => () => {
        const found = key();
        if (found !== undefined) deed(found);
      };
      return {
        j: () => move(1),
        k: () => move(-1),
        x: act((found) => deeds.current.toggle(found)),
        o: act((found) => deeds.current.show(found)),
      };
    }, []),
  );
  return list;
}

// j and k move the focus through the rows, Enter opens the focused one as any link, Escape leaves the open case.
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useKeys } from '../../shared/keyboard.ts';

/** The list the keys work on; when a case closes, its row has the focus again. */
export function useRowKeys(
  selected: string | undefined,
  close: () => void,
): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const closing = useRef(close);
  closing.current = close;
  const was = useRef<string>(undefined);

  const keys = useMemo(() => {
    const move = (step: number): void => {
      const links = [...(list.current?.querySelectorAll('a') ?? [])];
      const focused = links.findIndex((link) => link.matches(':focus'));
      const from =
        focused >= 0 ? focused : links.findIndex((link) => link.getAttribute('aria-current') === 'true');
      links[Math.min(Math.max(from + step, 0), links.length - 1)]?.focus();
    };
    return { j: () => move(1), k: () => move(-1), Escape: () => closing.current() };
  }, []);
  useKeys(keys);

  useEffect(() => {
    const before = was.current;
    was.current = selected;
    if (before === undefined || selected !== undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(before)}"] a`)?.focus();
  }, [selected]);

  return list;
}

// j and k move the focus through the rows, Enter opens the focused one as any link, x chooses it, Shift+x with all rows since
// the one chosen last, Escape leaves the open case.
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useKeys } from '../../shared/keyboard.ts';
import { rowKey } from './at-once.ts';

interface RowDeeds {
  readonly close: () => void;
  readonly choose?: (key: string, reaching: boolean) => void;
}

/** The list the keys work on; when a case closes, its row has the focus again. */
export function useRowKeys(selected: string | undefined, on: RowDeeds): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const deeds = useRef(on);
  deeds.current = on;
  const was = useRef<string>(undefined);

  const keys = useMemo(() => {
    const move = (step: number): void => {
      const links = [...(list.current?.querySelectorAll('a') ?? [])];
      const focused = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
      const from =
        focused >= 0 ? focused : links.findIndex((link) => link.getAttribute('aria-current') === 'true');
      links[Math.min(Math.max(from + step, 0), links.length - 1)]?.focus();
    };
    const choose = (reaching: boolean): void => {
      const focused = document.activeElement?.closest<HTMLElement>('li');
      const row = list.current?.contains(focused ?? null) ? focused : undefined;
      const { case: caseId, task } = row?.dataset ?? {};
      if (caseId !== undefined && task !== undefined)
        deeds.current.choose?.(rowKey({ caseId, task }), reaching);
    };
    return {
      j: () => move(1),
      k: () => move(-1),
      x: () => choose(false),
      X: () => choose(true),
      Escape: () => deeds.current.close(),
    };
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

// Takes the focus to what has just appeared, so that keyboard and screen reader arrive where the eye is.
import { type RefObject, useEffect, useRef } from 'react';

/** Focuses the element whenever `news` becomes something new; give it `tabIndex={-1}`. */
export function useArrival<E extends HTMLElement>(news: unknown): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (news !== undefined && news !== null && news !== false) element.current?.focus();
  }, [news]);
  return element;
}

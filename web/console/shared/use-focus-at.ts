// Takes the focus to the field that is to be mended.
import { type RefObject, useEffect } from 'react';

/** Focuses the control inside `[data-at]` of the form, once for every new piece of `news`. */
export function useFocusAt(
  form: RefObject<HTMLFormElement | null>,
  at: string | undefined,
  news: unknown,
): void {
  useEffect(() => {
    if (at === undefined || news === null) return;
    form.current
      ?.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"] :is(input, textarea, select)`)
      ?.focus();
  }, [form, at, news]);
}

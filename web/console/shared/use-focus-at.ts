// Takes the focus to the field that is to be mended.
import { type RefObject, useEffect } from 'react';

/** Focuses the control inside `[data-at]` of the form. */
export function focusAt(form: HTMLFormElement | null, at: string): void {
  form
    ?.querySelector<HTMLElement>(
      `[data-at="${CSS.escape(at)}"] :is(input:not([hidden]), textarea, select, button)`,
    )
    ?.focus();
}

/** Once for every new piece of `news`. */
export function useFocusAt(
  form: RefObject<HTMLFormElement | null>,
  at: string | undefined,
  news: unknown,
): void {
  useEffect(() => {
    if (at === undefined || news === null) return;
    focusAt(form.current, at);
  }, [form, at, news]);
}

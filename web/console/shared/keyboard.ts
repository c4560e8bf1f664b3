// Single-key shortcuts, silent while somebody types, while a dialog is open, when a browser shortcut is meant, or when switched off.
import { useEffect } from 'react';

const SWITCHED_OFF = 'layan.shortcuts';

const pressed = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file'];

const isTyping = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !pressed.includes(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT')
  );
};

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog, [role="dialog"]') !== null;

export const shortcutsOn = (): boolean => localStorage.getItem(SWITCHED_OFF) !== 'off';

export function setShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(SWITCHED_OFF);
  else localStorage.setItem(SWITCHED_OFF, 'off');
}

/** Keys by the character they give; those with a name of their own, such as Escape, work even when shortcuts are off. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || inDialog(event.target)) return;
      const act = keys[event.key];
      if (act === undefined || (event.key.length === 1 && !shortcutsOn())) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys]);
}

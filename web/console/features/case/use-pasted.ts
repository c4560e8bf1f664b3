// Pictures pasted with Ctrl+V: into the evidence that has the focus, or into the only one there is.
import { type RefObject, useEffect } from 'react';

export function usePasted(
  form: RefObject<HTMLFormElement | null>,
  requirements: readonly string[],
  onPasted: (requirement: string, files: readonly File[]) => void,
): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      const focused = document.activeElement;
      const within = focused === document.body || form.current?.contains(focused) === true;
      const own = focused?.closest('[data-evidence]')?.getAttribute('data-evidence') ?? undefined;
      const [only, ...others] = requirements;
      const requirement = own ?? (within && others.length === 0 ? only : undefined);
      if (requirement === undefined || !requirements.includes(requirement)) return;
      event.preventDefault();
      onPasted(requirement, files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [form, requirements, onPasted]);
}

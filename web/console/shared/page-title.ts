// Names the browser tab after what is shown.
import { useEffect } from 'react';

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Layan`;
  }, [title]);
}

// Names the browser tab after what is shown.
import { useEffect } from 'react';

export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Layan' : `${title} · Layan`;
  }, [title]);
}

// Opens an address in a tab of its own. The tab must open within the click; its address comes a moment later.
import { useMutation } from '@tanstack/react-query';

interface Found {
  readonly url: string;
}

export function useNewTab<I, F extends Found>(find: (input: I) => Promise<F>) {
  const open = useMutation({
    mutationFn: async ({ input, tab }: { input: I; tab: Window | null }) => {
      const found = await find(input);
      tab?.location.replace(found.url);
      return { ...found, opened: tab !== null };
    },
    onError: (_error, { tab }) => tab?.close(),
  });
  return {
    error: open.error,
    /** What is on its way, while it is. */
    opening: open.isPending ? open.variables.input : undefined,
    /** `opened`: false where the browser allowed no tab. */
    found: open.data,
    open: (input: I): void => {
      const tab = window.open('', '_blank');
      if (tab !== null) tab.opener = null;
      open.mutate({ input, tab });
    },
  };
}

// What a tenant that leaves is offered of its data, in memory.
import type { ExportOffer, FetchedFile, OfferedExport } from '@layan/application/ports/exports';

export function memoryExports(): ExportOffer {
  let offered: OfferedExport | undefined;
  const fetched = new Map<string, FetchedFile>();
  return {
    find: async () =>
      offered && {
        offer: offered,
        fetched: [...fetched.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
    offer: async (offer) => {
      offered = offer;
    },
    withdraw: async () => {
      offered = undefined;
      fetched.clear();
    },
    noteFetched: async (one) => void fetched.set(one.name, one),
    link: async (name) => `https://berkas.example/exports/${name}`,
  };
}

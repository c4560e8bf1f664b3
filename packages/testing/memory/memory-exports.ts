// What a tenant that leaves is offered of its data, in memory.
import type { ExportOffer, Fetched, NewOffer } from '@layan/application/ports/exports';
import type { ExportedFile } from '@layan/application/ports/offboarding';

export function memoryExports(pageSize = 500): ExportOffer {
  let offered: { readonly offer: NewOffer; readonly files: readonly ExportedFile[] } | undefined;
  let fetched = new Map<string, Fetched>();
  let last: Fetched | undefined;
  return {
    find: async () =>
      offered && {
        ...offered.offer,
        ...{ files: offered.files.length, fetched: fetched.size },
        ...(last && { last }),
      },
    page: async (after = '') => {
      const rest = (offered?.files ?? []).filter(({ name }) => name > after);
      const files = rest.slice(0, pageSize).map((file) => {
        const found = fetched.get(file.name);
        return { ...file, ...(found && { fetched: found }) };
      });
      const end = files.at(-1);
      return { files, ...(end && rest.length > files.length && { next: end.name }) };
    },
    findFile: async (name) => offered?.files.find((one) => one.name === name),
    offer: async (offer, files) => {
      if (offered?.offer.at === offer.at) return;
      offered = { offer, files };
      fetched = new Map();
      last = undefined;
    },
    withdraw: async () => {
      offered = undefined;
      fetched = new Map();
      last = undefined;
    },
    noteFetched: async (name, one) => {
      if (!offered) return;
      fetched.set(name, one);
      last = one;
    },
    link: async (name) => `https://berkas.example/exports/${name}`,
  };
}

// A store that can die: what is written afterwards never reaches the disk, as with a process that was killed.
import type { Collection, Store } from '../store.ts';

export function mortal(store: Store): { readonly store: Store; die(): void } {
  let dead = false;
  const alive = <T>(collection: Collection<T>): Collection<T> => ({
    ...collection,
    set: (id, value) => {
      if (!dead) collection.set(id, value);
    },
    delete: (id) => {
      if (!dead) collection.delete(id);
    },
  });
  return {
    store: { ...store, collection: (name, schema) => alive(store.collection(name, schema)) },
    die: () => {
      dead = true;
    },
  };
}

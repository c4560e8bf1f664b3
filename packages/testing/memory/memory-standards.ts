// Standards in memory: versions, at most one draft each, and the list.
import type { StandardStore } from '@layan/application/ports/standards';
import { err, ok } from '@layan/domain/kernel/result';
import type { StandardVersion } from '@layan/domain/standard/standard';
import { digestOf, isTooLarge, refOf, shown, summaryOf } from '@layan/storage/standard-rows';
import { byText, copy } from './memory-table.ts';

export function memoryStandards(): StandardStore {
  const versions = new Map<string, StandardVersion>();
  const nameOf = (id: string, version: number) => `${id}#${version}`;
  const kept = (version: StandardVersion) => versions.get(nameOf(version.standard.id, version.version));
  const keep = (version: StandardVersion) =>
    versions.set(nameOf(version.standard.id, version.version), copy(version));
  const inState = (id: string, state: StandardVersion['state']) =>
    [...versions.values()].find((version) => version.standard.id === id && version.state === state);

  return {
    list: async () =>
      [...new Set([...versions.values()].map(({ standard }) => standard.id))].sort(byText).flatMap((id) => {
        const published = inState(id, 'published');
        const draft = inState(id, 'draft');
        const summary = summaryOf(
          published && { shown: shown(published), ref: refOf(published) },
          draft && { shown: shown(draft), version: draft.version },
        );
        return summary ? [copy(summary)] : [];
      }),
    find: async (id, version) => copy(versions.get(nameOf(id, version))),
    getPinned: async ({ id, version, hash }) => {
      const found = versions.get(nameOf(id, version));
      if (!found || found.state === 'draft' || found.hash !== hash)
        throw new Error(`Version ${version} of standard ${id} is not kept as it was pinned.`);
      return copy(found);
    },
    saveDraft: async (version, before) => {
      if (isTooLarge(version)) return err('too-large');
      const current = kept(version);
      if (current && current.state !== 'draft') return err('not-a-draft');
      const draft = inState(version.standard.id, 'draft');
      if (
        (draft && draft.version !== version.version) ||
        (current && digestOf(current)) !== (before && digestOf(before))
      )
        return err('changed-meanwhile');
      keep(version);
      return ok(undefined);
    },
    publish: async (version, superseding) => {
      const draft = kept(version);
      const published = inState(version.standard.id, 'published');
      if (
        draft?.state !== 'draft' ||
        draft.hash !== version.hash ||
        published?.version !== superseding?.version
      )
        return err('changed-meanwhile');
      keep(version);
      if (superseding) keep(superseding);
      return ok(undefined);
    },
  };
}

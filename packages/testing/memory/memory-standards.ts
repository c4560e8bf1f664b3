// Standards in memory: versions, at most one draft each, and the list.
import type { RunningMove, StandardStore } from '@layan/application/ports/standards';
import { err, ok } from '@layan/domain/kernel/result';
import { isInPreparation } from '@layan/domain/standard/life';
import type { Standard } from '@layan/domain/standard/standard';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { digestOf, draftRow, isTooLarge, publishedRow, summaryOf } from '@layan/storage/standard-rows';
import { byText, copy } from './memory-table.ts';

export function memoryStandards(): StandardStore {
  const versions = new Map<string, StandardVersion>();
  const nameOf = (id: string, version: number) => `${id}#${version}`;
  const kept = (version: StandardVersion) => versions.get(nameOf(version.standard.id, version.version));
  const keep = (version: StandardVersion) =>
    versions.set(nameOf(version.standard.id, version.version), copy(version));
  const moves = new Map<string, RunningMove>();
  const templates = new Map<string, Standard>();
  const newest = (id: string, is: (state: StandardVersion['state']) => boolean) =>
    [...versions.values()].findLast(({ standard, state }) => standard.id === id && is(state));
  const inState = (id: string, state: StandardVersion['state']) => newest(id, (one) => one === state);
  const inPreparation = (id: string) => newest(id, isInPreparation);
  const isSame = (a: StandardVersion | undefined, b: StandardVersion | undefined) =>
    (a && digestOf(a)) === (b && digestOf(b));

  return {
    list: async () =>
      [...new Set([...versions.values()].map(({ standard }) => standard.id))].sort(byText).flatMap((id) => {
        const published = inState(id, 'published') ?? inState(id, 'withdrawn');
        const draft = inPreparation(id);
        const summary = summaryOf(
          published && publishedRow(published),
          draft && draftRow(draft),
          moves.get(id),
        );
        return summary ? [copy(summary)] : [];
      }),
    find: async (id, version) => copy(versions.get(nameOf(id, version))),
    getPinned: async ({ id, version, hash }) => {
      const found = versions.get(nameOf(id, version));
      if (!found || isInPreparation(found.state) || found.hash !== hash)
        throw new Error(`Version ${version} of standard ${id} is not kept as it was pinned.`);
      return copy(found);
    },
    saveDraft: async (version, before) => {
      if (isTooLarge(version)) return err('too-large');
      const current = kept(version);
      if (current && !isInPreparation(current.state)) return err('not-a-draft');
      const draft = inPreparation(version.standard.id);
      if ((draft && draft.version !== version.version) || !isSame(current, before))
        return err('changed-meanwhile');
      keep(version);
      return ok(undefined);
    },
    publish: async (version, { before, superseding, move }) => {
      const published = inState(version.standard.id, 'published');
      if (!isSame(kept(version), before) || published?.version !== superseding?.version)
        return err('changed-meanwhile');
      keep(version);
      if (superseding) keep(superseding);
      if (move) moves.set(move.to.id, copy(move));
      return ok(undefined);
    },
    withdraw: async (version) => {
      const published = inState(version.standard.id, 'published');
      if (published?.version !== version.version) return err('changed-meanwhile');
      keep(version);
      return ok(undefined);
    },
    saveMove: async (move, before) => {
      if (moves.get(move.to.id)?.revision !== before) return err('changed-meanwhile');
      moves.set(move.to.id, copy(move));
      return ok(undefined);
    },
    findTemplate: async (id) => copy(templates.get(id)),
    saveTemplate: async (id, template) => void templates.set(id, copy(template)),
  };
}

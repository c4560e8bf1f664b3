// The published version of a standard, by its id.
import type { StandardRef } from '@layan/domain/case/event';
import type { StandardId } from '@layan/domain/kernel/ids';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { RunningMove, StandardStore } from '../ports/standards.ts';

export interface Published {
  readonly ref: StandardRef;
  readonly version: StandardVersion;
  /** Cases of earlier versions on their way to one. */
  readonly moving?: RunningMove | undefined;
}

export const findPublished = async (
  standards: StandardStore,
  id: StandardId,
): Promise<Published | undefined> => {
  const listed = await standards.list();
  const { published: ref, moving } = listed.find((standard) => standard.id === id) ?? {};
  return ref && { ref, version: await standards.getPinned(ref), moving };
};

/** The channel on which citizens file themselves; objections have their own. */
export const portalChannel = ({ standard }: StandardVersion) =>
  standard.process.channels.find(({ kind, about }) => kind === 'portal' && !about);

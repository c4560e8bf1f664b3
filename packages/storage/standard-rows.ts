// What the list of standards shows, and how large a standard may be.
import { createHash } from 'node:crypto';
import type { RunningMove, StandardSummary } from '@layan/application/ports/standards';
import type { StandardRef } from '@layan/domain/case/event';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import type { StandardVersion } from '@layan/domain/standard/standard-version';

/** An item of DynamoDB holds 400 KB; the rest is left to keys, state and confirmations still to come. */
export const MAX_STANDARD_BYTES = 300 * 1024;

export const isTooLarge = (version: StandardVersion) =>
  Buffer.byteLength(JSON.stringify(version), 'utf8') > MAX_STANDARD_BYTES;

export const refOf = ({ standard, version, hash }: StandardVersion): StandardRef => ({
  id: standard.id,
  version,
  hash,
});

/** Text, state and confirmations in one: what an editor loaded is what is replaced, or nothing is. */
export const digestOf = (version: StandardVersion) =>
  createHash('sha256').update(canonicalJson(version)).digest('base64url');

/** The half of a row that people read, from a draft or from the published version. */
export type ShownStandard = Pick<
  StandardSummary,
  'id' | 'agency' | 'title' | 'shortTitle' | 'summary' | 'enacted'
>;

export const shown = ({ standard }: StandardVersion): ShownStandard => ({
  id: standard.id,
  agency: standard.agency,
  title: standard.title,
  shortTitle: standard.shortTitle,
  summary: standard.summary,
  enacted: standard.decree !== null,
});

export interface PublishedRow {
  readonly shown: ShownStandard;
  readonly ref: StandardRef;
  readonly withdrawn?: true | undefined;
}

export interface DraftRow extends Pick<StandardSummary, 'stage' | 'consultation' | 'publishOn'> {
  readonly shown: ShownStandard;
  readonly version: number;
}

export const draftRow = (version: StandardVersion): DraftRow => {
  const { state, consultation, schedule } = version;
  return {
    shown: shown(version),
    version: version.version,
    ...(state === 'draft' ? {} : { stage: state }),
    ...(consultation && { consultation: { from: consultation.from, until: consultation.until } }),
    ...(schedule && { publishOn: schedule.publishOn }),
  };
};

export const publishedRow = (version: StandardVersion): PublishedRow => ({
  shown: shown(version),
  ref: refOf(version),
  ...(version.state === 'withdrawn' && { withdrawn: true }),
});

/** Citizens read the published title; a draft shows its own only while nothing is published. */
export function summaryOf(
  published: PublishedRow | undefined,
  draft: DraftRow | undefined,
  moving: RunningMove | undefined,
): StandardSummary | undefined {
  const words = published?.shown ?? draft?.shown;
  if (!words) return undefined;
  const { shown: _shown, version, ...stage } = draft ?? {};
  return {
    ...words,
    ...(published && (published.withdrawn ? { withdrawn: published.ref } : { published: published.ref })),
    ...(version === undefined ? {} : { draft: version }),
    ...stage,
    ...(moving && { moving }),
  };
}

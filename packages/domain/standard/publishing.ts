// The life of a version: a draft changes until it is published; published, it never changes and is superseded by the next.
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { InstantText, StaffId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkStandard } from './check.ts';
import type { Finding } from './finding.ts';
import type { ContentHash, Reading, Standard, StandardVersion } from './standard.ts';

export type HashText = (canonical: string) => ContentHash;

/** What a version is known by: equal standards hash equally, however their JSON was written. */
export const contentHash = (standard: Standard, hash: HashText): ContentHash => hash(canonicalJson(standard));

const sameReading = (a: Reading | undefined, b: Reading): boolean =>
  a !== undefined && canonicalJson(a) === canonicalJson(b);

/** A confirmation is about words: it stays while the reading stays as it was confirmed. */
const keptConfirmations = (
  standard: Standard,
  before: StandardVersion | undefined,
): StandardVersion['confirmations'] => {
  if (!before) return {};
  const unchanged = standard.readings.filter((reading) =>
    sameReading(
      before.standard.readings.find(({ id }) => id === reading.id),
      reading,
    ),
  );
  return Object.fromEntries(
    unchanged.flatMap(({ id }) => {
      const confirmation = before.confirmations[id];
      return confirmation ? [[id, confirmation]] : [];
    }),
  );
};

/** The draft after this text: replaces the latest version when that is a draft, else follows it. */
export const draftOf = (
  standard: Standard,
  latest: StandardVersion | undefined,
  now: InstantText,
  hash: HashText,
): StandardVersion => {
  const replaced = latest?.state === 'draft' ? latest : undefined;
  return {
    standard,
    version: replaced?.version ?? (latest?.version ?? 0) + 1,
    hash: contentHash(standard, hash),
    state: 'draft',
    confirmations: keptConfirmations(standard, latest),
    createdAt: replaced?.createdAt ?? now,
  };
};

export const unconfirmedReadings = ({ standard, confirmations }: StandardVersion): readonly string[] =>
  standard.readings.map(({ id }) => id).filter((id) => confirmations[id] === undefined);

/** Confirming again changes nothing: the first word counts. */
export const confirmReading = (
  version: StandardVersion,
  reading: string,
  by: { readonly id: StaffId; readonly name: string },
  at: InstantText,
): Result<StandardVersion, 'not-a-draft' | 'reading-not-found'> => {
  if (version.state !== 'draft') return err('not-a-draft');
  if (!version.standard.readings.some(({ id }) => id === reading)) return err('reading-not-found');
  if (version.confirmations[reading]) return ok(version);
  const confirmation = { by: by.id, name: by.name, at };
  return ok({ ...version, confirmations: { ...version.confirmations, [reading]: confirmation } });
};

export interface NotPublishable {
  /** Errors only. */
  readonly findings: readonly Finding[];
  readonly unconfirmed: readonly string[];
}

/** Whether a draft may be published: no finding of level error, every reading confirmed. */
export const publishable = (version: StandardVersion): Result<void, NotPublishable> => {
  const findings = checkStandard(version.standard).filter(({ severity }) => severity === 'error');
  const unconfirmed = unconfirmedReadings(version);
  return findings.length + unconfirmed.length === 0 ? ok(undefined) : err({ findings, unconfirmed });
};

export interface Publication {
  readonly published: StandardVersion;
  /** The version that was current, now superseded. Running cases stay with it. */
  readonly superseded?: StandardVersion;
}

export const publishVersion = (
  draft: StandardVersion,
  current: StandardVersion | undefined,
  at: InstantText,
): Result<
  Publication,
  { readonly code: 'not-a-draft' } | ({ readonly code: 'not-publishable' } & NotPublishable)
> => {
  if (draft.state !== 'draft') return err({ code: 'not-a-draft' });
  const allowed = publishable(draft);
  if (!allowed.ok) return err({ code: 'not-publishable', ...allowed.error });
  return ok({
    published: { ...draft, state: 'published', publishedAt: at },
    ...(current && { superseded: { ...current, state: 'superseded', supersededAt: at } }),
  });
};

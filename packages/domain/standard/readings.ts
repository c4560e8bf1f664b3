// The agency's word on each reading of a version: which still wait, and which words it keeps when the text changes.
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { InstantText, StaffId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Reading, Standard } from './standard.ts';
import type { StandardVersion } from './standard-version.ts';

const sameReading = (a: Reading | undefined, b: Reading): boolean =>
  a !== undefined && canonicalJson(a) === canonicalJson(b);

/** A confirmation is about words: it stays while the reading stays as it was confirmed. */
export const keptConfirmations = (
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

export const unconfirmedReadings = ({ standard, confirmations }: StandardVersion): readonly string[] =>
  standard.readings.map(({ id }) => id).filter((id) => confirmations[id] === undefined);

/** Confirming again changes nothing: the first word counts. The public may be asked meanwhile. */
export const confirmReading = (
  version: StandardVersion,
  reading: string,
  by: { readonly id: StaffId; readonly name: string },
  at: InstantText,
): Result<StandardVersion, 'not-a-draft' | 'reading-not-found'> => {
  if (version.state !== 'draft' && version.state !== 'consultation') return err('not-a-draft');
  if (!version.standard.readings.some(({ id }) => id === reading)) return err('reading-not-found');
  if (version.confirmations[reading]) return ok(version);
  const confirmation = { by: by.id, name: by.name, at };
  return ok({ ...version, confirmations: { ...version.confirmations, [reading]: confirmation } });
};

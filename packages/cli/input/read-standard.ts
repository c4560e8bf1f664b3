// The standard a command works with: read, and at least so far in order that its names lead somewhere.
import { parseJsonText } from '@layan/domain/kernel/json-text';
import { checkStandard } from '@layan/domain/standard/check';
import type { FormatProblem } from '@layan/domain/standard/format-problem';
import { parseStandard } from '@layan/domain/standard/parse-standard';
import type { Standard } from '@layan/domain/standard/standard';
import { type ToldFinding, UnfitStandard, UsageError } from '../errors.ts';
import type { Surroundings } from '../surroundings.ts';
import { readText } from './read-text.ts';

/** What the document does not say as the format asks, told like a finding of the checker. */
export const formatFindings = (problems: readonly FormatProblem[]): readonly ToldFinding[] =>
  problems.map(({ place, message }) => ({
    code: 'format',
    severity: 'error',
    place,
    cites: [],
    message,
    advice: 'Sesuaikan dengan bentuk dokumen: layan schema standard, atau packages/standards/README.md.',
  }));

/** Findings that leave nothing to run: a name that leads nowhere, a step that nobody does. */
const unusable: readonly string[] = [
  'duplicate-id',
  'unknown-reference',
  'route-malformed',
  'task-malformed',
  'fact-malformed',
];

export const readStandard = async (surroundings: Surroundings, path: string): Promise<Standard> => {
  const text = await readText(surroundings, path);
  const json = parseJsonText(text);
  // A name that stands twice has a place in a document; what is no JSON has none.
  if (!json.ok && json.error.every(({ place }) => place === ''))
    throw new UsageError('file-not-json', `Berkas "${path}" tidak dapat dibaca.`, json.error);
  const parsed = json.ok ? parseStandard(json.value) : json;
  if (parsed.ok) return parsed.value;
  throw new UnfitStandard(path, formatFindings(parsed.error));
};

/** A standard that can be run, however unfinished. */
export const readRunnable = async (surroundings: Surroundings, path: string): Promise<Standard> => {
  const standard = await readStandard(surroundings, path);
  const findings = checkStandard(standard).filter(({ code }) => unusable.includes(code));
  if (findings.length > 0) throw new UnfitStandard(path, findings);
  return standard;
};

// What a sweep found, in one line: how many operations, calls and faults, and that nothing was lost or done twice.
import { readFile } from 'node:fs/promises';
import { faults } from '@layan/testing/faults/faults';
import * as z from 'zod/mini';

const Outcome = z.object({
  kind: z.string(),
  name: z.string(),
  runs: z.number(),
  calls: z.number(),
  indexes: z.number(),
  findings: z.array(z.string()),
});

interface Figure {
  readonly lines: readonly string[];
  /** Whether anything was; of nothing it is not said that nothing was lost. */
  readonly swept: boolean;
}

const contentOf = (shown: string): Promise<Buffer> => readFile(shown).catch(() => Buffer.alloc(0));

/**
 * To be called before the sweeps begin: somebody may keep the file, with outcomes of earlier ones.
 * @param shown the file in which the sweeps leave their outcomes, one a line (`LAYAN_FAULTS_SHOW`)
 * @returns what tells the figure of those that were left since
 */
export async function beginFigure(shown: string): Promise<() => Promise<Figure>> {
  const { length } = await contentOf(shown);
  return async () => figureOf((await contentOf(shown)).subarray(length).toString());
}

function figureOf(left: string): Figure {
  const lines = left.split('\n').filter((line) => line !== '');
  if (lines.length === 0) return { lines: ['no sweep left an outcome'], swept: false };
  const outcomes = lines.map((line) => Outcome.parse(JSON.parse(line)));
  const sum = (of: 'runs' | 'calls' | 'indexes') => outcomes.reduce((all, one) => all + one[of], 0);
  const findings = outcomes.flatMap((one) => one.findings);
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].map(
    (kind) => `${outcomes.filter((one) => one.kind === kind).length} ${kind}`,
  );
  const swept = `${outcomes.length} operations (${kinds.join(', ')}), ${sum('indexes')} of ${sum('calls')} call indexes x ${faults.length} faults (a look: one in turn) = ${sum('runs')} runs`;
  const good =
    findings.length === 0 ? 'nothing lost, nothing twice, no false conflict' : `${findings.length} FOUND`;
  return { lines: [...findings.map((finding) => `FOUND: ${finding}`), `${swept}: ${good}`], swept: true };
}

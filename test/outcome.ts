// What Vitest's JSON report says of a run: how many tests passed and failed, and which failed, with the first line of why.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Of what failed. */
  readonly names: readonly string[];
}

/** The part of the report that is read here. */
interface Outcome {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Undefined when the run left no report that can be read. */
export async function readOutcome(report: string): Promise<Outcome | undefined> {
  try {
    return JSON.parse(await readFile(report, 'utf8'));
  } catch (cause) {
    console.error('The test run left no readable report.', cause);
    return undefined;
  }
}

export function tallyOf(code: number, outcome: Outcome | undefined, root: string): Tally {
  if (!outcome) return { passed: 0, failed: 1, names: ['a test run without a report'] };
  const { numPassedTests: passed, numFailedTests: failed } = outcome;
  const names = failures(outcome, root);
  // A file that does not load, or a fault outside any test, fails the run without failing a test.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, names };
}

function failures({ testResults }: Outcome, root: string): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const file = relative(root, name);
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
    );
  });
}

const firstLine = (text = ''): string => text.trim().split('\n')[0] ?? '';

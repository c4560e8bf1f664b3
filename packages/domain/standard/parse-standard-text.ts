// A standard from the text of a file, for the command line and the library.
import { parseJsonText } from '../kernel/json-text.ts';
import { err, type Result } from '../kernel/result.ts';
import type { FormatProblem } from './format-problem.ts';
import { parseStandard } from './parse-standard.ts';
import type { Standard } from './standard.ts';

/** @example parseStandardText(readFileSync('standar.json', 'utf8')) */
export const parseStandardText = (text: string): Result<Standard, readonly FormatProblem[]> => {
  const parsed = parseJsonText(text);
  return parsed.ok ? parseStandard(parsed.value) : err(parsed.error);
};

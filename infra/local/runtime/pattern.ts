// Event patterns, as EventBridge rules and event source mappings write them.
import { isObject } from '../json.ts';

/** Whether an event has everything that the pattern asks for. An operator that is not supported throws. */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  if (!isObject(pattern)) throw new Error('A pattern is an object.');
  return Object.entries(pattern).every(([name, wanted]) => {
    if (name === '$or') return listOf(wanted).some((part) => matchesPattern(part, event));
    const found = isObject(event) ? event[name] : undefined;
    return Array.isArray(wanted) ? matchesAny(wanted, found) : matchesPattern(wanted, found);
  });
}

function matchesAny(choices: readonly unknown[], found: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(found) ? found : [found];
  return choices.some((choice) => values.some((value) => matchesOne(choice, value)));
}

function matchesOne(choice: unknown, value: unknown): boolean {
  if (!isObject(choice)) return choice === value;
  const [only, ...more] = Object.entries(choice);
  const operator = only && more.length === 0 ? operators[only[0]] : undefined;
  if (!only || !operator) throw new Error(`The pattern ${JSON.stringify(choice)} is not supported.`);
  return operator(only[1], value);
}

const operators: Readonly<Record<string, (argument: unknown, value: unknown) => boolean>> = {
  prefix: (argument, value) => isText(value) && value.startsWith(String(argument)),
  suffix: (argument, value) => isText(value) && value.endsWith(String(argument)),
  exists: (argument, value) => (value !== undefined) === argument,
  'equals-ignore-case': (argument, value) =>
    isText(value) && value.toLowerCase() === String(argument).toLowerCase(),
  'anything-but': (argument, value) =>
    value !== undefined && ![argument].flat().some((choice) => matchesOne(choice, value)),
  wildcard: (argument, value) =>
    isText(value) &&
    new RegExp(`^${String(argument).split('*').map(literally).join('.*')}$`, 's').test(value),
  numeric: (argument, value) => {
    const terms = listOf(argument);
    if (typeof value !== 'number') return false;
    return terms.every(
      (term, index) => index % 2 === 1 || compare(String(term), value, Number(terms[index + 1])),
    );
  },
};

function compare(operator: string, left: number, right: number): boolean {
  if (operator === '=') return left === right;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  throw new Error(`The comparison ${operator} is not supported.`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`A list was expected in a pattern, not ${JSON.stringify(value)}.`);
}

// The intrinsic functions of CloudFormation, resolved against a scope; an unknown function is an error.
import { isObject } from '../json.ts';

/** What names mean at one moment of one stack. Each method throws when it does not know the name. */
export interface Scope {
  reference(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  mapping(map: string, top: string, second: string): unknown;
  condition(name: string): boolean;
  imported(exportName: string): unknown;
}

/** The value of `AWS::NoValue`: whatever holds it leaves it out. */
export const noValue: unique symbol = Symbol('AWS::NoValue');

export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== noValue);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (
    only &&
    entries.length === 1 &&
    (only[0] === 'Ref' || only[0] === 'Condition' || only[0].startsWith('Fn::'))
  ) {
    const [name, argument] = only;
    if (name === 'Condition' && typeof argument !== 'string') return { Condition: resolve(argument, scope) };
    const run = functions[name];
    if (!run) throw new Error(`The function ${name} is not supported.`);
    return run(argument, scope);
  }
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, resolve(inner, scope)]).filter(([, inner]) => inner !== noValue),
  );
}

export function decide(value: unknown, scope: Scope): boolean {
  const answer = resolve(value, scope);
  if (typeof answer === 'boolean') return answer;
  throw new Error(`A condition must be true or false, not ${JSON.stringify(answer)}.`);
}

/** `${Name}`, `${Name.Attribute}`, `${!Literal}` as Fn::Sub reads them. */
export const placeholder = /\$\{(!?)([^}]+)\}/g;

const functions: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  Ref: (name, scope) => scope.reference(text(name)),
  Condition: (name, scope) => scope.condition(text(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, ...attribute] =
      typeof argument === 'string' ? argument.split('.') : list(argument, scope).map(text);
    return scope.attribute(text(logicalId), attribute.join('.'));
  },
  'Fn::Sub': (argument, scope) => {
    const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
    const names = isObject(given) ? given : {};
    return text(template).replace(placeholder, (whole, literal: string, name: string) => {
      if (literal) return whole.replace('!', '');
      if (Object.hasOwn(names, name)) return scalar(resolve(names[name], scope));
      const dot = name.indexOf('.');
      return scalar(
        dot < 0 ? scope.reference(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)),
      );
    });
  },
  'Fn::Join': (argument, scope) => {
    const [separator, items] = list(argument, scope);
    return listOf(items).map(scalar).join(text(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, scope);
    const chosen = listOf(items)[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select has nothing at ${String(index)}.`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(argument, scope);
    return text(whole).split(text(separator));
  },
  'Fn::ImportValue': (argument, scope) => scope.imported(text(resolve(argument, scope))),
  'Fn::FindInMap': (argument, scope) => {
    const [map, top, second] = list(argument, scope).map(text);
    return scope.mapping(text(map), text(top), text(second));
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = listOf(argument);
    return resolve(scope.condition(text(condition)) ? yes : no, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, scope);
    return scalar(left) === scalar(right);
  },
  'Fn::And': (argument, scope) => listOf(argument).every((part) => decide(part, scope)),
  'Fn::Or': (argument, scope) => listOf(argument).some((part) => decide(part, scope)),
  'Fn::Not': (argument, scope) => !decide(listOf(argument)[0], scope),
  'Fn::Base64': (argument, scope) => Buffer.from(text(resolve(argument, scope))).toString('base64'),
  'Fn::ToJsonString': (argument, scope) => JSON.stringify(resolve(argument, scope)),
};

function list(argument: unknown, scope: Scope): readonly unknown[] {
  return listOf(resolve(argument, scope));
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`A list was expected, not ${JSON.stringify(value)}.`);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Error(`A text was expected, not ${JSON.stringify(value)}.`);
}

function scalar(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Error(`A single value was expected, not ${JSON.stringify(value)}.`);
}

// A permission as one line of text, so that what a role holds and what it used can be compared as sets: role, statement,
// action and resource; and where a statement names partitions, each of them on a line of its own.
import type { Cloud, PolicyDocument, Role } from '../cloud.ts';
import { isObject, type JsonObject } from '../json.ts';
import { like } from '../runtime/permission.ts';

export const LEADING_KEYS = 'dynamodb:LeadingKeys';

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

const line = (role: Role, statement: JsonObject, action: string, resource: string) =>
  [plain(role.name), statement.Sid ?? 'no-sid', action, plain(resource)].join(' ');

/** Without what each host makes up anew, so that the lines of several hosts can be put together. */
const plain = (name: string): string =>
  name
    .replace(/(userpool\/)[\w-]+$/, '$1(id)')
    .replace(/(:key\/)[0-9a-f-]{36}$/, '$1(id)')
    .replace(/(\/stream\/)\d.*$/, '$1(time)')
    .replace(/[0-9a-f]{64}(?=\.json$)/, '(hash)')
    .replace(/[0-9A-F]{8}-[0-9a-f]{12}$/, '(id)');

const partitionsOf = ({ Condition }: JsonObject): string[] =>
  isObject(Condition)
    ? Object.values(Condition).flatMap((keys) =>
        isObject(keys) && typeof keys[LEADING_KEYS] !== 'string' ? list(keys[LEADING_KEYS]) : [],
      )
    : [];

const statementsOf = ({ Statement }: PolicyDocument): JsonObject[] =>
  (Array.isArray(Statement) ? Statement : [Statement]).filter(isObject);

const allowsOf = ({ policies }: Role): JsonObject[] =>
  policies.flatMap(({ document }) => statementsOf(document)).filter(({ Effect }) => Effect === 'Allow');

/** The patterns of partition keys that a policy asks for. */
export const partitionsIn = (document: PolicyDocument): string[] =>
  statementsOf(document).flatMap(partitionsOf);

/** Everything that the roles of a cloud hold. */
export function grantedIn(cloud: Cloud): string[] {
  return [...cloud.roles.values()].flatMap((role) =>
    allowsOf(role).flatMap((statement) => [
      ...list(statement.Action).flatMap((action) =>
        list(statement.Resource).map((resource) => line(role, statement, action, resource)),
      ),
      ...partitionsOf(statement).map((partition) => line(role, statement, LEADING_KEYS, partition)),
    ]),
  );
}

export interface AllowedCall {
  readonly action: string;
  readonly resource: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly leadingKeys: readonly string[];
}

/** What of a role's statement an allowed call made use of. */
export function usedBy(role: Role, statement: JsonObject, call: AllowedCall): string[] {
  const named = (pattern: string) =>
    pattern.replace(/\$\{aws:PrincipalTag\/([^}]+)\}/g, (_all, tag: string) => call.tags[tag] ?? '');
  return [
    ...list(statement.Resource)
      .filter((pattern) => pattern === '*' || like(named(pattern), call.resource))
      .map((pattern) => line(role, statement, call.action, pattern)),
    ...partitionsOf(statement)
      .filter((pattern) => call.leadingKeys.some((key) => like(pattern, key)))
      .map((pattern) => line(role, statement, LEADING_KEYS, pattern)),
  ];
}

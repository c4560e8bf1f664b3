// Finds the method of a REST API that answers a path: exact parts before `{name}`, before the greedy `{name+}`.
import type { RestApi } from '../cloud.ts';

export interface Route {
  readonly resourceId: string;
  /** As in the template: `/staff/{proxy+}`. */
  readonly resourcePath: string;
  readonly parameters: Readonly<Record<string, string>> | null;
  readonly functionArn: string;
}

/** Undefined when no resource with a method for this verb matches. */
export function findRoute(api: RestApi, verb: string, path: string): Route | undefined {
  const parts = path.split('/').slice(1);
  if (parts.at(-1) === '') parts.pop();
  return search(api, verb, { id: api.rootId, path: '', parameters: {} }, parts);
}

interface Node {
  readonly id: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function search(api: RestApi, verb: string, node: Node, parts: readonly string[]): Route | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return routeAt(api, verb, node);
  const children = [...api.resources].filter(([, child]) => child.parentId === node.id);
  const named = (matches: (name: string) => boolean) =>
    children.filter(([, child]) => matches(child.pathPart));
  for (const [id, { pathPart }] of named((name) => name === part)) {
    const found = search(api, verb, { ...node, id, path: `${node.path}/${pathPart}` }, rest);
    if (found) return found;
  }
  for (const [id, { pathPart }] of named((name) => /^\{[^+]+\}$/.test(name))) {
    const parameters = { ...node.parameters, [pathPart.slice(1, -1)]: decode(part) };
    const found = search(api, verb, { id, path: `${node.path}/${pathPart}`, parameters }, rest);
    if (found) return found;
  }
  for (const [id, { pathPart }] of named((name) => name.endsWith('+}'))) {
    const parameters = { ...node.parameters, [pathPart.slice(1, -2)]: parts.map(decode).join('/') };
    const found = routeAt(api, verb, { id, path: `${node.path}/${pathPart}`, parameters });
    if (found) return found;
  }
  return undefined;
}

function routeAt(api: RestApi, verb: string, node: Node): Route | undefined {
  const method = api.methods.get(`${node.id} ${verb}`) ?? api.methods.get(`${node.id} ANY`);
  return (
    method && {
      resourceId: node.id,
      resourcePath: node.path || '/',
      parameters: Object.keys(node.parameters).length > 0 ? node.parameters : null,
      functionArn: method.functionArn,
    }
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// In which order the resources of a template are made: what is referred to comes first.
import { isObject } from '../json.ts';
import { placeholder } from './intrinsics.ts';
import type { Template, TemplateResource } from './template.ts';

/** Logical ids, each after everything it needs. Throws on a circle, naming it. */
export function creationOrder(template: Template): string[] {
  const ordered = new Set<string>();
  const visit = (id: string, path: readonly string[]) => {
    if (ordered.has(id)) return;
    if (path.includes(id)) throw new Error(`Circular dependency: ${[...path, id].join(' -> ')}.`);
    const resource = template.Resources[id];
    if (!resource) return;
    for (const needed of needs(resource)) if (needed in template.Resources) visit(needed, [...path, id]);
    ordered.add(id);
  };
  for (const id of Object.keys(template.Resources)) visit(id, []);
  return [...ordered];
}

function needs(resource: TemplateResource): Set<string> {
  const names = new Set([resource.DependsOn ?? []].flat());
  collect(resource.Properties, names);
  return names;
}

function collect(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, names);
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'Ref' && typeof inner === 'string') names.add(inner);
    if (name === 'Fn::GetAtt') addFirst(Array.isArray(inner) ? inner[0] : String(inner).split('.')[0], names);
    if (name === 'Fn::Sub') {
      const template: unknown = Array.isArray(inner) ? inner[0] : inner;
      for (const [, literal, placed] of String(template).matchAll(placeholder))
        if (!literal) addFirst(placed?.split('.')[0], names);
    }
    collect(inner, names);
  }
}

function addFirst(name: unknown, names: Set<string>): void {
  if (typeof name === 'string') names.add(name);
}

// The steps of work on a stack: make every resource in order, remove what is no longer wanted, bring back after a
// restart. Nothing here knows of states of the stack; each step is recorded before the next begins.
import { isObject, type JsonObject, messageOf, sameJson } from '../json.ts';
import { resolve, type Scope } from './intrinsics.ts';
import type { Here, Kind, Made } from './kind.ts';
import { kinds } from './kinds/all.ts';
import { creationOrder } from './order.ts';
import { scopeOf } from './scope.ts';
import type { OpenStack, StackResource } from './stack.ts';
import type { TemplateResource } from './template.ts';

export interface Bench {
  place(stack: OpenStack, logicalId: string, operation: Here['operation'], previous: Made | undefined): Here;
  record(stack: OpenStack, logicalId: string, status: string, reason?: string): void;
  imported(exportName: string): unknown;
}

/** Brings the stack to what is desired of it. Throws at the first resource that cannot be made. */
export async function carryOut(stack: OpenStack, bench: Bench): Promise<void> {
  const { template } = stack.desired;
  const scope = scopeOf(stack, bench.imported);
  const wanted = creationOrder(template).filter((id) => {
    const condition = template.Resources[id]?.Condition;
    return condition === undefined || scope.condition(condition);
  });
  for (const id of wanted) {
    const resource = template.Resources[id];
    if (resource) await make(stack, id, resource, scope, bench);
  }
  for (const id of [...stack.resources.keys()].reverse())
    if (!wanted.includes(id)) {
      const failed = await removeOne(stack, id, bench);
      if (failed) throw new Error(failed);
    }
  stack.outputs = Object.entries(template.Outputs)
    .filter(([, output]) => output.Condition === undefined || scope.condition(output.Condition))
    .map(([key, output]) => ({
      key,
      value: String(resolve(output.Value, scope)),
      ...(output.Export && { exportName: String(resolve(output.Export.Name, scope)) }),
    }));
}

async function make(
  stack: OpenStack,
  id: string,
  resource: TemplateResource,
  scope: Scope,
  bench: Bench,
): Promise<void> {
  const before = stack.resources.get(id);
  const previous = madeOf(before);
  const deletion = resource.DeletionPolicy ?? 'Delete';
  const status = (ending: string) => `${previous ? 'UPDATE' : 'CREATE'}_${ending}`;
  try {
    const kind = kindOf(resource.Type);
    if (stack.roleArn && !kind.guarded)
      throw new Error('It cannot be made by a role here: nothing checks what it needs.');
    const plain = resolve(resource.Properties, scope);
    if (!isObject(plain)) throw new Error('Its properties are not an object.');
    const same = previous !== undefined && sameJson(before?.properties, plain);
    if (previous && !same) refuseReplacement(kind, before?.properties ?? {}, plain);
    if (!same) {
      const started: StackResource = {
        type: resource.Type,
        status: status('IN_PROGRESS'),
        attributes: {},
        properties: {},
        deletion,
      };
      stack.resources.set(id, { ...started, ...before, status: status('IN_PROGRESS') });
      bench.record(stack, id, status('IN_PROGRESS'));
    }
    const made = await kind.put(
      plain,
      bench.place(stack, id, previous ? (same ? 'restore' : 'update') : 'create', previous),
    );
    // Entered anew, so that the order is the order of making.
    if (!previous) stack.resources.delete(id);
    const complete = same ? (before?.status ?? '') : status('COMPLETE');
    stack.resources.set(id, { type: resource.Type, status: complete, ...made, properties: plain, deletion });
    if (!same) bench.record(stack, id, status('COMPLETE'));
  } catch (error) {
    const reason = `${id} (${resource.Type}): ${messageOf(error)}`;
    bench.record(stack, id, status('FAILED'), reason);
    throw new Error(reason, { cause: error });
  }
}

function refuseReplacement(kind: Kind, before: JsonObject, after: JsonObject): void {
  const changed = kind.fixed.filter((name) => !sameJson(before[name], after[name]));
  if (changed.length > 0)
    throw new Error(
      `Changing ${changed.join(', ')} would replace it, which is not done locally. Start with --fresh.`,
    );
}

/** Removes every resource, last made first. Answers why it stopped, or nothing. */
export async function removeAll(
  stack: OpenStack,
  bench: Bench,
  occasion: 'creation' | 'deletion',
): Promise<string | undefined> {
  const kept = occasion === 'creation' ? ['Retain'] : ['Retain', 'RetainExceptOnCreate'];
  for (const id of [...stack.resources.keys()].reverse()) {
    const failed = await removeOne(stack, id, bench, kept);
    if (failed) return failed;
  }
  return undefined;
}

async function removeOne(
  stack: OpenStack,
  id: string,
  bench: Bench,
  kept: readonly string[] = ['Retain', 'RetainExceptOnCreate'],
): Promise<string | undefined> {
  const resource = stack.resources.get(id);
  const made = madeOf(resource);
  if (resource && made && kept.includes(resource.deletion)) bench.record(stack, id, 'DELETE_SKIPPED');
  else if (resource && made) {
    try {
      await kindOf(resource.type).remove(made, bench.place(stack, id, 'delete', made));
    } catch (error) {
      const reason = `${id} (${resource.type}): ${messageOf(error)}`;
      bench.record(stack, id, 'DELETE_FAILED', reason);
      return reason;
    }
    bench.record(stack, id, 'DELETE_COMPLETE');
  }
  stack.resources.delete(id);
  return undefined;
}

/** Enters into the registry what was made before the host was started. */
export async function restore(stack: OpenStack, bench: Bench): Promise<void> {
  for (const [id, resource] of stack.resources) {
    const made = madeOf(resource);
    if (made) await kindOf(resource.type).put(resource.properties, bench.place(stack, id, 'restore', made));
  }
}

function madeOf(resource: StackResource | undefined): Made | undefined {
  if (resource?.physicalId === undefined) return undefined;
  return { physicalId: resource.physicalId, attributes: resource.attributes };
}

function kindOf(type: string): Kind {
  const kind = kinds.get(type);
  if (!kind) throw new Error(`Resources of the type ${type} are not run locally.`);
  return kind;
}

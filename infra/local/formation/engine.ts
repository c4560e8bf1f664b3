// CloudFormation on one machine: makes stacks from templates, changes and removes them, takes up what was
// interrupted. Work on one stack is done one step after another, and each step is on disk before the next.
import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws/aws-error.ts';
import type { Formation, StackDescription, StackRequest } from '../aws/contract.ts';
import { ACCOUNT, type BusEvent, REGION } from '../cloud.ts';
import { messageOf } from '../json.ts';
import type { Store } from '../store.ts';
import { type PlaceOptions, placeOf } from './place.ts';
import { close, type Desired, type OpenStack, open, Stack } from './stack.ts';
import { type Bench, restore } from './steps.ts';
import { parseTemplate, Template } from './template.ts';
import { createWork } from './work.ts';

export interface EngineOptions extends PlaceOptions {
  readonly store: Store;
  readonly publish: (event: BusEvent) => void;
  /** After every resource that was made, changed or removed. */
  readonly onChange?: () => void;
  readonly clock?: () => Date;
}

export interface Engine extends Formation {
  /** Makes the stack so, whatever it was before, and waits. Throws with the reason when it fails. */
  deploy(name: string, template: string, tags?: Readonly<Record<string, string>>): Promise<void>;
  /** Brings back stacks that were made at run time, except those named, and takes up what was interrupted. */
  resume(deployed: ReadonlySet<string>): Promise<void>;
  outputsOf(name: string): Readonly<Record<string, string>>;
  /** Waits until no stack is being worked on. */
  idle(): Promise<void>;
  /** Starts no further step. */
  stop(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const kept = options.store.collection('stacks', Stack);
  const stacks = new Map([...kept.entries()].map(([id, stack]) => [id, open(stack)]));
  const working = new Map<string, Promise<void>>();
  let stopped = false;
  const now = () => (options.clock?.() ?? new Date()).toISOString();

  const find = (reference: string) => {
    const all = [...stacks.values()];
    const alive = all.find((stack) => stack.name === reference && stack.status !== 'DELETE_COMPLETE');
    return alive ?? stacks.get(reference);
  };
  const known = (reference: string) => {
    const stack = find(reference);
    if (!stack) throw new AwsError('ValidationError', `Stack with id ${reference} does not exist`);
    return stack;
  };
  const save = (stack: OpenStack) => {
    if (stopped) throw new Error('The host is being stopped.');
    kept.set(stack.id, close(stack));
  };
  const record = (stack: OpenStack, logicalId: string, status: string, reason?: string) => {
    const isStack = logicalId === stack.name;
    const resource = stack.resources.get(logicalId);
    const physicalId = isStack ? stack.id : resource?.physicalId;
    stack.events.push({
      eventId: randomUUID(),
      logicalId,
      type: isStack ? 'AWS::CloudFormation::Stack' : (resource?.type ?? ''),
      status,
      timestamp: now(),
      ...(physicalId && { physicalId }),
      ...(reason && { reason }),
    });
    save(stack);
    if (!isStack) options.onChange?.();
  };
  const enter = (stack: OpenStack, status: string, reason?: string) => {
    stack.status = status;
    stack.statusReason = reason;
    record(stack, stack.name, status, reason);
    const details = { status, 'status-reason': reason ?? '' };
    options.publish({
      source: 'aws.cloudformation',
      'detail-type': 'CloudFormation Stack Status Change',
      resources: [stack.id],
      detail: {
        'stack-id': stack.id,
        'status-details': details,
        'client-request-token': stack.clientRequestToken ?? '',
      },
    });
  };
  const imported = (exportName: string) => {
    const outputs = [...stacks.values()].flatMap((stack) => stack.outputs);
    const found = outputs.find((output) => output.exportName === exportName);
    if (!found) throw new Error(`Nothing is exported under the name ${exportName}.`);
    return found.value;
  };
  const bench: Bench = { record, imported, place: (stack, ...rest) => placeOf(options, stack, ...rest) };
  const { goOn } = createWork({ ...bench, enter, stopped: () => stopped });

  const work = (stack: OpenStack): Promise<void> => {
    const before = working.get(stack.id) ?? Promise.resolve();
    const after = before
      .then(() => goOn(stack))
      .catch((error: unknown) => {
        if (!stopped) console.error(`Stack ${stack.name}: ${messageOf(error)}`);
      })
      .finally(() => {
        if (working.get(stack.id) === after) working.delete(stack.id);
      });
    working.set(stack.id, after);
    return after;
  };
  const begin = (name: string, desired: Desired, request: Partial<StackRequest> = {}): OpenStack => {
    const stack: OpenStack = {
      id: `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/${randomUUID()}`,
      name,
      status: 'CREATE_IN_PROGRESS',
      createdAt: now(),
      desired,
      resources: new Map(),
      outputs: [],
      events: [],
      ...(request.roleArn && { roleArn: request.roleArn }),
      ...(request.clientRequestToken && { clientRequestToken: request.clientRequestToken }),
      ...(request.keepsFailures && { keepsFailures: true }),
    };
    stacks.set(stack.id, stack);
    enter(stack, 'CREATE_IN_PROGRESS', 'User Initiated');
    return stack;
  };
  const change = (stack: OpenStack, desired: Desired) => {
    stack.former = stack.desired;
    stack.desired = desired;
    stack.updatedAt = now();
    enter(stack, 'UPDATE_IN_PROGRESS', 'User Initiated');
  };
  const settled = (stack: OpenStack) => {
    if (!stack.status.endsWith('_IN_PROGRESS') && stack.status !== 'ROLLBACK_COMPLETE') return;
    throw new AwsError(
      'ValidationError',
      `Stack:${stack.id} is in ${stack.status} state and can not be updated.`,
    );
  };

  return {
    async createStack(request) {
      const existing = find(request.name);
      if (existing && existing.name === request.name) {
        if (request.clientRequestToken && existing.clientRequestToken === request.clientRequestToken)
          return { stackId: existing.id };
        throw new AwsError('AlreadyExistsException', `Stack [${request.name}] already exists`);
      }
      const template = readTemplate(request.template);
      const stack = begin(
        request.name,
        { template, parameters: request.parameters, tags: request.tags },
        request,
      );
      void work(stack);
      return { stackId: stack.id };
    },
    async updateStack(request) {
      const stack = known(request.name);
      settled(stack);
      stack.keepsFailures = request.keepsFailures;
      const keep = request.keptParameters.map((name) => [name, stack.desired.parameters[name] ?? '']);
      change(stack, {
        template: request.template === undefined ? stack.desired.template : readTemplate(request.template),
        parameters: { ...Object.fromEntries(keep), ...request.parameters },
        tags: Object.keys(request.tags).length > 0 ? request.tags : stack.desired.tags,
      });
      void work(stack);
      return { stackId: stack.id };
    },
    async deleteStack({ stack: reference, roleArn }) {
      const stack = find(reference);
      if (!stack || (stack.status.startsWith('DELETE_') && stack.status !== 'DELETE_FAILED')) return;
      await working.get(stack.id);
      if (roleArn) stack.roleArn = roleArn;
      enter(stack, 'DELETE_IN_PROGRESS', 'User Initiated');
      void work(stack);
    },
    async describeStacks(reference) {
      if (reference !== undefined)
        return [find(reference)].flatMap((stack) => (stack ? describe(stack) : []));
      return [...stacks.values()].filter((stack) => stack.status !== 'DELETE_COMPLETE').map(describe);
    },
    async describeStackEvents(reference) {
      const stack = known(reference);
      return stack.events
        .map(({ timestamp, ...event }) => ({
          ...event,
          stackId: stack.id,
          stackName: stack.name,
          timestamp: new Date(timestamp),
        }))
        .reverse();
    },
    async deploy(name, text, tags = {}) {
      const desired = { template: parseTemplate(text), parameters: {}, tags: { ...tags } };
      let stack = find(name);
      if (stack && unusable.has(stack.status)) {
        enter(stack, 'DELETE_IN_PROGRESS', 'It never came to be');
        await work(stack);
        stack = undefined;
      }
      if (!stack) stack = begin(name, desired);
      else if (stack.status === 'CREATE_IN_PROGRESS') stack.desired = desired;
      else change(stack, desired);
      await work(stack);
      if (stack.status !== 'CREATE_COMPLETE' && stack.status !== 'UPDATE_COMPLETE')
        throw new Error(`The stack ${name} is ${stack.status}: ${stack.statusReason ?? 'no reason given'}`);
    },
    async resume(deployed) {
      for (const stack of [...stacks.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
        if (deployed.has(stack.name) || stack.status === 'DELETE_COMPLETE') continue;
        await restore(stack, bench);
        void work(stack);
      }
    },
    outputsOf: (name) => Object.fromEntries(known(name).outputs.map(({ key, value }) => [key, value])),
    async idle() {
      while (working.size > 0) await Promise.all(working.values());
    },
    async stop() {
      stopped = true;
      await Promise.all(working.values());
    },
  };
}

const unusable = new Set([
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'DELETE_IN_PROGRESS',
  'DELETE_FAILED',
]);

function readTemplate(template: unknown): Template {
  const parsed = Template.safeParse(template);
  if (parsed.success) return parsed.data;
  throw new AwsError(
    'ValidationError',
    `Template format error: ${parsed.error.issues[0]?.message ?? 'unreadable'}`,
  );
}

function describe(stack: OpenStack): StackDescription {
  return {
    stackId: stack.id,
    name: stack.name,
    status: stack.status,
    creationTime: new Date(stack.createdAt),
    parameters: stack.desired.parameters,
    tags: stack.desired.tags,
    outputs: stack.outputs,
    ...(stack.statusReason && { statusReason: stack.statusReason }),
    ...(stack.updatedAt && { lastUpdatedTime: new Date(stack.updatedAt) }),
    ...(stack.roleArn && { roleArn: stack.roleArn }),
  };
}

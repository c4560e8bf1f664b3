// The default event bus: hands an event to the targets of every rule whose pattern it matches.
import { randomUUID } from 'node:crypto';
import type { Front } from '../aws/contract.ts';
import { ACCOUNT, type BusEvent, type Cloud, REGION, type Rule } from '../cloud.ts';
import { isObject } from '../json.ts';
import type { Functions } from './functions.ts';
import { matchesPattern } from './pattern.ts';
import { mayInvoke } from './permission.ts';

export interface BusOptions {
  readonly cloud: Cloud;
  readonly functions: Pick<Functions, 'deliver'>;
  readonly send: (queueArn: string, body: string) => void;
  readonly authorize: Front['authorize'];
  readonly clock?: () => Date;
}

export interface Bus {
  publish(event: BusEvent): void;
  /** An event of a schedule goes to its own rule only. */
  fire(rule: Rule): void;
}

const service = 'events.amazonaws.com';

export function createBus(options: BusOptions): Bus {
  const envelope = (event: BusEvent) => ({
    version: '0',
    id: randomUUID(),
    'detail-type': event['detail-type'],
    source: event.source,
    account: ACCOUNT,
    time: (options.clock?.() ?? new Date()).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: REGION,
    resources: event.resources ?? [],
    detail: event.detail,
  });
  const hand = async (rule: Rule, target: Rule['targets'][number], event: unknown) => {
    const input = inputOf(target, event);
    if (target.arn.startsWith('arn:aws:lambda:')) {
      if (mayInvoke(options.cloud, service, target.arn, rule.arn))
        return options.functions.deliver(target.arn, input);
      return console.error(`No AWS::Lambda::Permission lets the rule ${rule.name} invoke ${target.arn}.`);
    }
    if (!target.arn.startsWith('arn:aws:sqs:'))
      return console.error(`The rule ${rule.name} has a target that is not run locally: ${target.arn}.`);
    const principal = { kind: 'service', name: service } as const;
    const decision = await options.authorize(principal, 'sqs:SendMessage', target.arn, {
      'aws:SourceArn': rule.arn,
    });
    if (decision.allowed) return options.send(target.arn, JSON.stringify(input));
    console.error(`The rule ${rule.name} may not send to ${target.arn}: ${decision.message ?? ''}`);
  };
  const toTargets = (rule: Rule, event: unknown) => {
    for (const target of rule.targets) void hand(rule, target, event);
  };
  return {
    publish(event) {
      const wrapped = envelope(event);
      for (const rule of options.cloud.rules.values())
        if (rule.enabled && rule.pattern && matchesPattern(rule.pattern, wrapped)) toTargets(rule, wrapped);
    },
    fire(rule) {
      toTargets(
        rule,
        envelope({
          source: 'aws.events',
          'detail-type': 'Scheduled Event',
          detail: {},
          resources: [rule.arn],
        }),
      );
    },
  };
}

/** What a target is given: the event, a constant, or a template filled from the event. */
export function inputOf(
  target: Pick<Rule['targets'][number], 'input' | 'transformer'>,
  event: unknown,
): unknown {
  if (target.input !== undefined) return JSON.parse(target.input);
  if (!target.transformer) return event;
  const { paths, template } = target.transformer;
  const values = new Map(Object.entries(paths).map(([name, path]) => [name, follow(path, event)]));
  // Inside quotes a value stands as its text; outside it stands as JSON.
  const filled = template.replace(
    /("?)<([^<>]+)>("?)/g,
    (whole, before: string, name: string, after: string) => {
      if (!values.has(name)) throw new Error(`The input template names ${whole}, which is not supported.`);
      const value = values.get(name);
      return before && after
        ? JSON.stringify(String(value))
        : `${before}${JSON.stringify(value ?? null)}${after}`;
    },
  );
  return JSON.parse(filled);
}

function follow(path: string, event: unknown): unknown {
  if (!/^\$(\.[\w-]+)*$/.test(path)) throw new Error(`The path ${path} is not supported.`);
  const names = path.split('.').slice(1);
  return names.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), event);
}

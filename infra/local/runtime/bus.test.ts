import { describe, expect, it } from 'vitest';
import type { Front } from '../aws/contract.ts';
import { emptyCloud, type Rule } from '../cloud.ts';
import { createBus, inputOf } from './bus.ts';

const functionArn = 'arn:aws:lambda:r:1:function:documents';
const queueArn = 'arn:aws:sqs:r:1:changes';
const rule = (more: Partial<Rule> = {}): Rule => ({
  arn: 'arn:aws:events:r:1:rule/scan',
  name: 'scan',
  pattern: { source: ['aws.s3'] },
  enabled: true,
  targets: [{ id: '1', arn: functionArn }],
  ...more,
});
const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { object: { key: 'incoming/x' } },
};

function testBus(rules: readonly Rule[], options: { permission?: boolean; allowed?: boolean } = {}) {
  const cloud = emptyCloud();
  for (const each of rules) cloud.rules.set(each.arn, each);
  if (options.permission !== false)
    cloud.permissions.set('p', {
      functionArn,
      action: 'lambda:InvokeFunction',
      principal: 'events.amazonaws.com',
      sourceArn: rule().arn,
    });
  const delivered: unknown[] = [];
  const sent: [string, string][] = [];
  const asked: unknown[] = [];
  const authorize: Front['authorize'] = async (principal, action, resource, context) => {
    asked.push({ principal, action, resource, context });
    return { principal: '', action, resource, allowed: options.allowed ?? true, tags: {} };
  };
  const bus = createBus({
    cloud,
    authorize,
    functions: { deliver: (arn, body) => delivered.push({ arn, body }) },
    send: (arn, body) => sent.push([arn, body]),
    clock: () => new Date('2026-03-02T01:02:03.456Z'),
  });
  return { bus, delivered, sent, asked };
}

describe('publishing an event', () => {
  it('hands it, wrapped as EventBridge does, to the targets of the rules that match', () => {
    const { bus, delivered } = testBus([
      rule(),
      rule({ arn: 'arn:other', pattern: { source: ['aws.ec2'] } }),
    ]);

    bus.publish(event);

    expect(delivered).toEqual([
      {
        arn: functionArn,
        body: {
          version: '0',
          id: expect.any(String),
          'detail-type': 'Object Created',
          source: 'aws.s3',
          account: '000000000000',
          time: '2026-03-02T01:02:03Z',
          region: 'ap-southeast-3',
          resources: [],
          detail: { object: { key: 'incoming/x' } },
        },
      },
    ]);
  });

  it('passes by rules that are switched off', () => {
    const { bus, delivered } = testBus([rule({ enabled: false })]);

    bus.publish(event);

    expect(delivered).toEqual([]);
  });

  it('invokes nothing that has not been opened to the rule', () => {
    const { bus, delivered } = testBus([rule()], { permission: false });

    bus.publish(event);

    expect(delivered).toEqual([]);
  });

  it('sends to a queue as the service, if the queue lets it', async () => {
    const toQueue = rule({ targets: [{ id: '1', arn: queueArn, input: '{"sweep":true}' }] });
    const open = testBus([toQueue]);
    const closed = testBus([toQueue], { allowed: false });

    for (const { bus } of [open, closed]) bus.publish(event);
    await new Promise((resolve) => setTimeout(resolve, 0));

    expect(open.sent).toEqual([[queueArn, '{"sweep":true}']]);
    expect(open.asked).toEqual([
      {
        principal: { kind: 'service', name: 'events.amazonaws.com' },
        action: 'sqs:SendMessage',
        resource: queueArn,
        context: { 'aws:SourceArn': toQueue.arn },
      },
    ]);
    expect(closed.sent).toEqual([]);
  });
});

it('fires a schedule at its own rule only', () => {
  const { bus, delivered } = testBus([
    rule(),
    rule({ arn: 'arn:catch-all', pattern: { source: ['aws.events'] } }),
  ]);

  bus.fire(rule());

  expect(delivered).toMatchObject([{ body: { 'detail-type': 'Scheduled Event', resources: [rule().arn] } }]);
});

describe('what a target is given', () => {
  const paths = { key: '$.detail.object.key', all: '$.detail' };

  it.each([
    ['the event', {}, event],
    ['a constant', { input: '{"a":1}' }, { a: 1 }],
    ['a text from the event', { transformer: { paths, template: '{"key":"<key>"}' } }, { key: 'incoming/x' }],
    [
      'an object from the event',
      { transformer: { paths, template: '{"all":<all>}' } },
      { all: { object: { key: 'incoming/x' } } },
    ],
  ])('is %s', (_name, target, expected) => {
    expect(inputOf(target, event)).toEqual(expected);
  });

  it.each([
    ['a name without a path', { paths, template: '<aws.events.rule-arn>' }],
    ['a path that is more than names', { paths: { x: '$.detail.list[0]' }, template: '<x>' }],
  ])('is never guessed from %s', (_name, transformer) => {
    expect(() => inputOf({ transformer }, event)).toThrow('is not supported');
  });
});

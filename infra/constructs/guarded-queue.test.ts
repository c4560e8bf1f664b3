import { describe, expect, it } from 'vitest';
import { LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

const { templates, names } = synthesize(LOCAL);
const queues = resourcesOf(templates, 'AWS::SQS::Queue').map(([id, { Properties }]) => ({
  id: id.split('/')[1],
  name: String(Properties.QueueName),
  properties: Properties,
}));
const dead = queues.filter(({ name }) => name.endsWith('-dlq'));
const living = queues.filter(({ name }) => !name.endsWith('-dlq'));

describe('a queue that carries work', () => {
  it.each(living)(
    'hands what failed five times to dead letters of its own: $name',
    ({ name, properties }) => {
      const target = properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0];
      expect(dead.find(({ id }) => id === target)?.name).toBe(`${name}-dlq`);
      expect(properties.RedrivePolicy.maxReceiveCount).toBe(5);
    },
  );
});

describe('a queue of dead letters', () => {
  it('is there for every function and queue that can lose an event', () => {
    expect(dead.length).toBeGreaterThan(living.length);
  });

  it.each(dead)('takes messages of its own queue, or of none: $name', ({ name, properties }) => {
    const source = living.find((queue) => `${queue.name}-dlq` === name);
    expect(properties.RedriveAllowPolicy).toEqual(
      source
        ? {
            redrivePermission: 'byQueue',
            sourceQueueArns: [names.queueArn(source.name.slice(names.prefix.length + 1))],
          }
        : { redrivePermission: 'denyAll' },
    );
  });

  it.each(dead)('waits two weeks for a person, encrypted: $name', ({ properties }) => {
    expect(properties).toMatchObject({ MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true });
  });
});

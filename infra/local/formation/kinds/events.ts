// EventBridge rules on the default bus.
import * as z from 'zod';
import { ACCOUNT, REGION } from '../../cloud.ts';
import { kind } from '../kind.ts';

const Target = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  Input: z.string().optional(),
  InputTransformer: z
    .strictObject({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
    .optional(),
  // Delivery on one machine does not fail between the bus and its target.
  RetryPolicy: z.unknown().optional(),
  DeadLetterConfig: z.unknown().optional(),
});

export const rule = kind({
  type: 'AWS::Events::Rule',
  properties: z.strictObject({
    Name: z.string().optional(),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    ScheduleExpression: z.string().optional(),
    EventBusName: z.literal('default').optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z.array(Target).default([]),
  }),
  ignored: ['Description', 'Tags'],
  fixed: ['Name'],
  put(properties, here) {
    const name = properties.Name ?? here.name();
    const arn = `arn:aws:events:${REGION}:${ACCOUNT}:rule/${name}`;
    here.cloud.rules.set(arn, {
      arn,
      name,
      ...(properties.EventPattern && { pattern: properties.EventPattern }),
      ...(properties.ScheduleExpression && { schedule: properties.ScheduleExpression }),
      enabled: properties.State === 'ENABLED',
      targets: properties.Targets.map((target) => ({
        id: target.Id,
        arn: target.Arn,
        ...(target.Input && { input: target.Input }),
        ...(target.InputTransformer && {
          transformer: {
            paths: target.InputTransformer.InputPathsMap,
            template: target.InputTransformer.InputTemplate,
          },
        }),
      })),
    });
    return { physicalId: name, attributes: { Arn: arn } };
  },
  remove: (made, here) => void here.cloud.rules.delete(made.attributes.Arn ?? ''),
});

// The place in which one resource of one stack is made: its names, its rights, its assets.
import { createHash } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Here, Made, Services } from './kind.ts';
import type { OpenStack } from './stack.ts';

export interface PlaceOptions {
  readonly cloud: Cloud;
  readonly front: Services;
  readonly issuer: (poolId: string) => string;
  readonly asset: (bucket: string, key: string) => string | undefined;
}

export function placeOf(
  options: PlaceOptions,
  stack: OpenStack,
  logicalId: string,
  operation: Here['operation'],
  previous: Made | undefined,
): Here {
  const seed = createHash('sha256').update(`${stack.id}/${logicalId}`).digest('hex');
  const permitRole = async (
    roleArn: string,
    action: string,
    resource: string,
    context?: Readonly<Record<string, string>>,
  ) => {
    const principal = { kind: 'session', roleArn, sessionName: 'AWSCloudFormation', tags: {} } as const;
    const decision = await options.front.authorize(principal, action, resource, context);
    if (!decision.allowed)
      throw new Error(decision.message ?? `${roleArn} may not ${action} on ${resource}.`);
  };
  return {
    cloud: options.cloud,
    services: options.front.services,
    issuer: options.issuer,
    operation,
    previous,
    tags: stack.desired.tags,
    name: (separator = '-') => `${stack.name}${separator}${logicalId}${separator}${seed.slice(0, 12)}`,
    digits: (length) => seed.slice(0, length),
    permitRole,
    async permit(action, resource, context) {
      if (stack.roleArn && operation !== 'restore')
        await permitRole(stack.roleArn, action, resource, context);
    },
    asset(bucket, key) {
      const path = options.asset(bucket, key);
      if (!path) throw new Error(`The asset s3://${bucket}/${key} was not published.`);
      return path;
    },
  };
}

// What the engine needs to know of a type of resource, and how a family of resources says it.
import * as z from 'zod';
import type { Front } from '../aws/contract.ts';
import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';

/** A resource as it was made: what `Ref` and `Fn::GetAtt` answer. */
export interface Made {
  readonly physicalId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the engine asks of the services behind the AWS front. */
export type Services = Pick<Front, 'authorize' | 'services'>;

/** The place in which a resource is made. */
export interface Here {
  readonly cloud: Cloud;
  readonly services: Services['services'];
  readonly operation: 'create' | 'update' | 'restore' | 'delete';
  /** What was made before, on everything but `create`. */
  readonly previous: Made | undefined;
  /** Tags of the stack. */
  readonly tags: Readonly<Record<string, string>>;
  /** The issuer of a user pool, under which the identity part answers. */
  issuer(poolId: string): string;
  /** A name for a resource that was given none, the same each time. */
  name(separator?: string): string;
  /** Letters and digits that belong to this resource of this stack, the same each time. */
  digits(length: number): string;
  /** Throws unless the stack's role, if it has one, may do this. */
  permit(action: string, resource: string, context?: Readonly<Record<string, string>>): Promise<void>;
  /** Throws unless that role may do this. */
  permitRole(roleArn: string, action: string, resource: string): Promise<void>;
  /** The folder or file of a published asset. */
  asset(bucket: string, key: string): string;
}

export interface Kind {
  readonly type: string;
  /** Properties whose change would make CloudFormation replace the resource. */
  readonly fixed: readonly string[];
  /** Whether `permit` is asked for what it needs, so that a stack's role can be held to its policies. */
  readonly guarded: boolean;
  /** Makes it, changes it, or finds it again after a restart: doing it twice does no harm. */
  put(properties: JsonObject, here: Here): Promise<Made>;
  remove(made: Made, here: Here): Promise<void>;
}

export function kind<P>(definition: {
  readonly type: string;
  readonly properties: z.ZodType<P>;
  /** Properties that mean nothing on one machine. */
  readonly ignored?: readonly string[];
  readonly fixed?: readonly string[];
  readonly guarded?: boolean;
  put(properties: P, here: Here): Made | Promise<Made>;
  remove?(made: Made, here: Here): void | Promise<void>;
}): Kind {
  const ignored = new Set(definition.ignored);
  return {
    type: definition.type,
    fixed: definition.fixed ?? [],
    guarded: definition.guarded ?? false,
    async put(properties, here) {
      const meant = Object.fromEntries(Object.entries(properties).filter(([name]) => !ignored.has(name)));
      const parsed = definition.properties.safeParse(meant);
      if (parsed.success) return definition.put(parsed.data, here);
      const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`These properties are not run locally: ${issues.join('; ')}.`);
    },
    async remove(made, here) {
      await definition.remove?.(made, here);
    },
  };
}

/** Numbers and truth values arrive as texts when they come from a parameter. */
export const number = z.coerce.number();
export const truth = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
export const tagList = z
  .array(z.strictObject({ Key: z.string(), Value: z.coerce.string() }))
  .default([])
  .transform((tags) => Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])));
export const policyDocument = z.looseObject({ Version: z.string().optional(), Statement: z.unknown() });

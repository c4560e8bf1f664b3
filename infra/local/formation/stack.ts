// A stack as it is kept between restarts.
import * as z from 'zod';
import { Template } from './template.ts';

const StackResource = z.object({
  type: z.string(),
  status: z.string(),
  /** Absent until it was made. */
  physicalId: z.string().optional(),
  attributes: z.record(z.string(), z.string()).default({}),
  /** As they were resolved when it was last made. */
  properties: z.record(z.string(), z.unknown()).default({}),
  /** The template's DeletionPolicy. */
  deletion: z.string().default('Delete'),
});
export type StackResource = z.infer<typeof StackResource>;

const EventRecord = z.object({
  eventId: z.string(),
  logicalId: z.string(),
  physicalId: z.string().optional(),
  type: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  timestamp: z.string(),
});
export type EventRecord = z.infer<typeof EventRecord>;

/** What a stack was asked to be. */
const Desired = z.object({
  template: Template,
  parameters: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
});
export type Desired = z.infer<typeof Desired>;

export const Stack = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  statusReason: z.string().optional(),
  createdAt: z.string(),
  updatedAt: z.string().optional(),
  roleArn: z.string().optional(),
  clientRequestToken: z.string().optional(),
  /** What was made before a failure stays, and an update goes on from there. */
  keepsFailures: z.boolean().optional(),
  desired: Desired,
  /** What an update falls back to. */
  former: Desired.optional(),
  /** In the order in which they were made. */
  resources: z.array(z.tuple([z.string(), StackResource])),
  outputs: z.array(z.object({ key: z.string(), value: z.string(), exportName: z.string().optional() })),
  events: z.array(EventRecord),
});
export type Stack = z.infer<typeof Stack>;

/** A stack while the engine works on it. */
export type OpenStack = Omit<Stack, 'resources'> & { readonly resources: Map<string, StackResource> };

export function open(stack: Stack): OpenStack {
  return { ...stack, resources: new Map(stack.resources), events: [...stack.events] };
}

export function close(stack: OpenStack): Stack {
  return { ...stack, resources: [...stack.resources] };
}

// The parts of a CloudFormation template that the engine reads.
import * as z from 'zod';

const Properties = z.record(z.string(), z.unknown());

const TemplateResource = z.object({
  Type: z.string(),
  Properties: Properties.default({}),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  DeletionPolicy: z.string().optional(),
});
export type TemplateResource = z.infer<typeof TemplateResource>;

const Parameter = z.object({
  Type: z.string(),
  Default: z.unknown().optional(),
  AllowedValues: z.array(z.unknown()).optional(),
  AllowedPattern: z.string().optional(),
});

const Output = z.object({
  Value: z.unknown(),
  Condition: z.string().optional(),
  Export: z.object({ Name: z.unknown() }).optional(),
});

export const Template = z.object({
  Parameters: z.record(z.string(), Parameter).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: Properties.default({}),
  Resources: z.record(z.string(), TemplateResource),
  Outputs: z.record(z.string(), Output).default({}),
});
export type Template = z.infer<typeof Template>;

export function parseTemplate(text: string): Template {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error('Templates are read as JSON here; this one is not JSON.', { cause });
  }
  return Template.parse(value);
}

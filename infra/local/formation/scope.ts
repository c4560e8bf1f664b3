// What the names of a template mean inside one stack: parameters, pseudo parameters, resources, conditions.
import { ACCOUNT, REGION } from '../cloud.ts';
import { decide, noValue, type Scope } from './intrinsics.ts';
import type { OpenStack } from './stack.ts';

export function scopeOf(stack: OpenStack, imported: (exportName: string) => unknown): Scope {
  const { template } = stack.desired;
  const parameters = parameterValues(stack);
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::NoValue': noValue,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': REGION,
    'AWS::StackId': stack.id,
    'AWS::StackName': stack.name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const scope: Scope = {
    imported,
    reference(name) {
      if (Object.hasOwn(pseudo, name)) return pseudo[name];
      if (Object.hasOwn(parameters, name)) return parameters[name];
      const made = stack.resources.get(name)?.physicalId;
      if (made === undefined) throw new Error(`Ref ${name}: there is no such parameter or resource.`);
      return made;
    },
    attribute(logicalId, attribute) {
      const value = stack.resources.get(logicalId)?.attributes[attribute];
      if (value === undefined)
        throw new Error(`Fn::GetAtt ${logicalId}.${attribute}: there is no such attribute.`);
      return value;
    },
    mapping(map, top, second) {
      const value = template.Mappings[map]?.[top]?.[second];
      if (value === undefined)
        throw new Error(`Fn::FindInMap ${map}.${top}.${second}: there is no such entry.`);
      return value;
    },
    condition(name) {
      if (!Object.hasOwn(template.Conditions, name)) throw new Error(`There is no condition ${name}.`);
      return decide(template.Conditions[name], scope);
    },
  };
  return scope;
}

function parameterValues({ desired: { template, parameters } }: OpenStack): Record<string, unknown> {
  const unknown = Object.keys(parameters).filter((name) => !Object.hasOwn(template.Parameters, name));
  if (unknown.length > 0)
    throw new Error(`Parameters that the template does not have: ${unknown.join(', ')}.`);
  return Object.fromEntries(
    Object.entries(template.Parameters).map(([name, declared]) => {
      const value = parameters[name] ?? declared.Default;
      if (value === undefined) throw new Error(`The parameter ${name} must have a value.`);
      if (declared.AllowedPattern && !new RegExp(`^(?:${declared.AllowedPattern})$`).test(String(value)))
        throw new Error(`The parameter ${name} does not match ${declared.AllowedPattern}.`);
      if (declared.AllowedValues && !declared.AllowedValues.map(String).includes(String(value)))
        throw new Error(`The parameter ${name} is not one of ${declared.AllowedValues.join(', ')}.`);
      return [name, isList(declared.Type) ? String(value).split(',') : value];
    }),
  );
}

function isList(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

import { expect, it } from 'vitest';
import { creationOrder } from './order.ts';
import { parseTemplate } from './template.ts';

const order = (resources: Record<string, object>) =>
  creationOrder(
    parseTemplate(
      JSON.stringify({
        Resources: Object.fromEntries(
          Object.entries(resources).map(([id, body]) => [id, { Type: 'T', ...body }]),
        ),
      }),
    ),
  );

it('makes first what is referred to, however deep the reference lies', () => {
  const made = order({
    Mapping: { Properties: { Source: { 'Fn::GetAtt': ['Table', 'StreamArn'] } } },
    Table: { Properties: { Encryption: { Key: [{ 'Fn::Sub': 'x-${Key.Arn}' }] } } },
    Key: {},
  });

  expect(made).toEqual(['Key', 'Table', 'Mapping']);
});

it('follows what is written out as a dependency', () => {
  expect(order({ A: { DependsOn: ['B', 'C'] }, B: { DependsOn: 'C' }, C: {} })).toEqual(['C', 'B', 'A']);
});

it('does not take parameters, pseudo parameters and literals for resources', () => {
  const properties = {
    A: { Ref: 'Tenant' },
    B: { Ref: 'AWS::Region' },
    C: { 'Fn::Sub': '${!Other.x} ${AWS::Region}' },
  };

  expect(order({ One: { Properties: properties }, Other: { DependsOn: 'One' } })).toEqual(['One', 'Other']);
});

it('names the circle when resources need each other', () => {
  const circle = () => order({ A: { DependsOn: 'B' }, B: { Properties: { x: { Ref: 'A' } } } });

  expect(circle).toThrow('Circular dependency: A -> B -> A.');
});

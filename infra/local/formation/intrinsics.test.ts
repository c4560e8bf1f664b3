import { describe, expect, it } from 'vitest';
import { noValue, resolve, type Scope } from './intrinsics.ts';

const names: Readonly<Record<string, unknown>> = {
  Tenant: 'kota-uji',
  Zones: ['a', 'b'],
  'AWS::Region': 'ap-southeast-3',
  'AWS::NoValue': noValue,
};
const scope: Scope = {
  reference(name) {
    if (!(name in names)) throw new Error(`no ${name}`);
    return names[name];
  },
  attribute: (logicalId, attribute) => `${logicalId}!${attribute}`,
  mapping: (map, top, second) => `${map}/${top}/${second}`,
  condition: (name) => name === 'IsProduction',
  imported: (name) => `imported ${name}`,
};
const resolved = (value: unknown) => resolve(value, scope);

describe('intrinsic functions', () => {
  it.each([
    ['a parameter', { Ref: 'Tenant' }, 'kota-uji'],
    ['an attribute as a list', { 'Fn::GetAtt': ['Key', 'Arn'] }, 'Key!Arn'],
    ['an attribute as a text', { 'Fn::GetAtt': 'Nested.Outputs.Url' }, 'Nested!Outputs.Url'],
    ['a join of references', { 'Fn::Join': ['.', ['layan', { Ref: 'Tenant' }]] }, 'layan.kota-uji'],
    ['a join over a list', { 'Fn::Join': ['-', { Ref: 'Zones' }] }, 'a-b'],
    ['a choice', { 'Fn::Select': [1, { Ref: 'Zones' }] }, 'b'],
    ['a choice by a text', { 'Fn::Select': ['0', { 'Fn::Split': ['/', 'x/y'] }] }, 'x'],
    ['an import', { 'Fn::ImportValue': { 'Fn::Sub': 'key-${Tenant}' } }, 'imported key-kota-uji'],
    ['a mapping', { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'x'] }, 'M/ap-southeast-3/x'],
    ['a branch taken', { 'Fn::If': ['IsProduction', 'yes', { Ref: 'Unknown' }] }, 'yes'],
    ['a branch not taken', { 'Fn::If': ['Other', { Ref: 'Unknown' }, 'no'] }, 'no'],
    ['equality of a number and its text', { 'Fn::Equals': [1, '1'] }, true],
    ['and', { 'Fn::And': [{ Condition: 'IsProduction' }, { 'Fn::Equals': ['a', 'b'] }] }, false],
    ['or', { 'Fn::Or': [{ Condition: 'IsProduction' }, { 'Fn::Equals': ['a', 'b'] }] }, true],
    ['not', { 'Fn::Not': [{ Condition: 'IsProduction' }] }, false],
    ['base64', { 'Fn::Base64': 'salam' }, 'c2FsYW0='],
    ['JSON', { 'Fn::ToJsonString': { a: { Ref: 'Tenant' } } }, '{"a":"kota-uji"}'],
  ])('resolve %s', (_name, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it('substitute names, attributes and given values, and leave literals of IAM alone', () => {
    const template = '${Tenant} ${Key.Arn} ${AWS::Region} ${given} ${!aws:PrincipalTag/tenant}';

    expect(resolved({ 'Fn::Sub': [template, { given: { Ref: 'Tenant' } }] })).toBe(
      'kota-uji Key!Arn ap-southeast-3 kota-uji ${aws:PrincipalTag/tenant}',
    );
  });

  it('leave out what has no value, in objects and in lists', () => {
    const none = { Ref: 'AWS::NoValue' };

    expect(resolved({ kept: 1, dropped: none, list: [none, 2], deep: { dropped: none } })).toEqual({
      kept: 1,
      list: [2],
      deep: {},
    });
  });

  it('take an IAM condition block for what it is, not for a condition of the template', () => {
    const statement = { Condition: { StringEquals: { 'aws:RequestTag/tenant': { Ref: 'Tenant' } } } };

    expect(resolved(statement)).toEqual({
      Condition: { StringEquals: { 'aws:RequestTag/tenant': 'kota-uji' } },
    });
  });

  it('leave an object alone that merely has a Ref among other names', () => {
    expect(resolved({ Ref: 'Tenant', Other: 1 })).toEqual({ Ref: 'Tenant', Other: 1 });
  });

  it.each([
    [{ 'Fn::Transform': {} }, 'Fn::Transform is not supported'],
    [{ Ref: 'Unknown' }, 'no Unknown'],
    [{ 'Fn::Select': [5, { Ref: 'Zones' }] }, 'nothing at 5'],
    [{ 'Fn::Join': ['-', 'text'] }, 'A list was expected'],
    [{ 'Fn::Sub': '${Zones}' }, 'A single value was expected'],
  ])('refuse %j', (value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });
});

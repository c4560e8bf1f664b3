import { describe, expect, it } from 'vitest';
import { matchesPattern } from './pattern.ts';

const event = {
  source: 'aws.s3',
  detail: { bucket: { name: 'documents' }, object: { key: 'incoming/kota-uji/a.jpg', size: 12 } },
  resources: ['arn:a', 'arn:b'],
};

describe('a pattern', () => {
  it.each([
    ['an exact value', { source: ['aws.s3'] }],
    ['one of several values', { source: ['aws.ec2', 'aws.s3'] }],
    ['every name it mentions', { source: ['aws.s3'], detail: { bucket: { name: ['documents'] } } }],
    ['a prefix', { detail: { object: { key: [{ prefix: 'incoming/' }] } } }],
    ['a suffix', { detail: { object: { key: [{ suffix: '.jpg' }] } } }],
    ['anything but a value', { source: [{ 'anything-but': 'aws.ec2' }] }],
    ['anything but several', { source: [{ 'anything-but': ['aws.ec2', 'x'] }] }],
    ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'x' } }] }],
    ['presence', { detail: { object: { size: [{ exists: true }] } } }],
    ['absence', { detail: { object: { etag: [{ exists: false }] } } }],
    ['absence of a whole branch', { nothing: { here: [{ exists: false }] } }],
    ['a range of numbers', { detail: { object: { size: [{ numeric: ['>', 10, '<=', 12] }] } } }],
    ['a wildcard', { detail: { object: { key: [{ wildcard: 'incoming/*/*.jpg' }] } } }],
    ['any element of a list', { resources: ['arn:b'] }],
    ['an alternative', { $or: [{ source: ['x'] }, { detail: { bucket: { name: ['documents'] } } }] }],
    ['a value whatever its case', { source: [{ 'equals-ignore-case': 'AWS.S3' }] }],
  ])('matches %s', (_name, pattern) => {
    expect(matchesPattern(pattern, event)).toBe(true);
  });

  it.each([
    ['another value', { source: ['aws.ec2'] }],
    ['a value with a prefix only', { source: ['aws'] }],
    ['a name that is missing', { region: ['x'] }],
    ['a prefix in the middle', { detail: { object: { key: [{ prefix: 'kota-uji' }] } } }],
    ['what it excludes', { source: [{ 'anything-but': 'aws.s3' }] }],
    ['a missing name, when anything but a value is asked for', { region: [{ 'anything-but': 'x' }] }],
    ['presence of what is absent', { region: [{ exists: true }] }],
    ['absence of what is present', { source: [{ exists: false }] }],
    ['a number outside', { detail: { object: { size: [{ numeric: ['>', 12] }] } } }],
    ['the text of a number', { detail: { object: { size: ['12'] } } }],
    ['a path with a dot as any character', { source: [{ wildcard: 'awsxs3' }] }],
  ])('does not match %s', (_name, pattern) => {
    expect(matchesPattern(pattern, event)).toBe(false);
  });

  it('with an operator that is not supported is refused, not ignored', () => {
    expect(() => matchesPattern({ source: [{ cidr: '10.0.0.0/8' }] }, event)).toThrow('"cidr"');
  });
});

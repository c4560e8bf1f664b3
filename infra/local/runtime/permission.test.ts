import { expect, it } from 'vitest';
import { emptyCloud } from '../cloud.ts';
import { like, mayInvoke } from './permission.ts';

const functionArn = 'arn:aws:lambda:r:1:function:portal';
const gateway = 'apigateway.amazonaws.com';

function cloudWith(permission: { principal?: string; sourceArn?: string; action?: string }) {
  const cloud = emptyCloud();
  cloud.permissions.set('p', {
    functionArn,
    action: 'lambda:InvokeFunction',
    principal: gateway,
    ...permission,
  });
  return cloud;
}

it('lets a service invoke a function that some statement opens to it', () => {
  const cloud = cloudWith({ sourceArn: 'arn:aws:execute-api:r:1:api/*/*/staff/*' });

  expect(mayInvoke(cloud, gateway, functionArn, 'arn:aws:execute-api:r:1:api/live/GET/staff/cases/7')).toBe(
    true,
  );
});

it.each([
  ['without any statement', emptyCloud(), gateway, 'arn:aws:execute-api:r:1:api/live/GET/'],
  ['of another principal', cloudWith({ principal: 'events.amazonaws.com' }), gateway, 'arn:x:y:r:1:z'],
  [
    'from another source',
    cloudWith({ sourceArn: 'arn:aws:execute-api:r:1:api/*/*/staff/*' }),
    gateway,
    'arn:aws:execute-api:r:1:api/live/GET/admin/x',
  ],
  ['for another action', cloudWith({ action: 'lambda:GetFunction' }), gateway, 'arn:x:y:r:1:z'],
])('refuses %s', (_name, cloud, principal, source) => {
  expect(mayInvoke(cloud, principal, functionArn, source)).toBe(false);
});

it('does not let a wildcard reach over the parts of an ARN', () => {
  expect(like('arn:aws:events:*:rule/x', 'arn:aws:events:r:1:rule/x')).toBe(false);
  expect(like('arn:aws:events:*:*:rule/x', 'arn:aws:events:r:1:rule/x')).toBe(true);
  expect(like('arn:aws:s3:::a.b', 'arn:aws:s3:::axb')).toBe(false);
});

import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../aws/authorize.ts';
import type { Principal } from '../aws/contract.ts';
import { testRole } from '../aws/test-front.ts';
import { ACCOUNT, emptyCloud, REGION } from '../cloud.ts';
import { grantedIn } from './permission-lines.ts';
import { keepUsage, readUsage } from './usage-file.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/layan-local-data-worker`;
const tenant = '$'.concat('{aws:PrincipalTag/tenant}');
const table = (slug: string) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/layan.local.${slug}`;
const session: Principal = {
  kind: 'session',
  roleArn: ROLE,
  sessionName: 's',
  tags: { tenant: 'kota-a' },
};

function given() {
  const cloud = emptyCloud();
  const role = testRole(ROLE, [
    {
      Sid: 'Read',
      Effect: 'Allow',
      Action: ['dynamodb:GetItem', 'dynamodb:Query'],
      Resource: [table(tenant), `${table(tenant)}/index/due`],
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CASE#*', 'TENANT'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    },
    { Sid: 'Never', Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: '*' },
  ]);
  cloud.roles.set(ROLE, role);
  return { cloud, access: createAuthorizer(cloud) };
}
const line = (rest: string) => `layan-local-data-worker Read ${rest}`;

describe('permissions as lines', () => {
  it('are an action on a resource each, and a partition each; what is denied is none', () => {
    expect(grantedIn(given().cloud)).toEqual([
      line(`dynamodb:GetItem ${table(tenant)}`),
      line(`dynamodb:GetItem ${table(tenant)}/index/due`),
      line(`dynamodb:Query ${table(tenant)}`),
      line(`dynamodb:Query ${table(tenant)}/index/due`),
      line('dynamodb:LeadingKeys CASE#*'),
      line('dynamodb:LeadingKeys TENANT'),
    ]);
  });

  it('are used by a call that they allow, and by no other', async () => {
    const { access } = given();
    await access.decide(session, 'dynamodb:GetItem', table('kota-b'), { 'dynamodb:LeadingKeys': ['CASE#1'] });
    await access.decide(session, 'dynamodb:GetItem', table('kota-a'), { 'dynamodb:LeadingKeys': ['STAFF'] });
    await access.probe(session, 'dynamodb:GetItem', table('kota-a'), { 'dynamodb:LeadingKeys': ['TENANT'] });
    expect([...access.used]).toEqual([]);
    await access.decide(session, 'dynamodb:GetItem', table('kota-a'), { 'dynamodb:LeadingKeys': ['CASE#1'] });
    expect([...access.used]).toEqual([
      line(`dynamodb:GetItem ${table(tenant)}`),
      line('dynamodb:LeadingKeys CASE#*'),
    ]);
  });

  it('are known by the second case although it is decided as the first was', async () => {
    const { access } = given();
    const ask = (key: string) =>
      access.decide(session, 'dynamodb:GetItem', table('kota-a'), { 'dynamodb:LeadingKeys': [key] });
    expect([(await ask('CASE#1')).allowed, (await ask('CASE#2')).allowed]).toEqual([true, true]);
    expect([(await ask('CASE')).allowed, (await ask('STAFF#CASE#1')).allowed]).toEqual([false, false]);
  });

  it('are kept when a host stops, and read together', () => {
    const data = mkdtempSync(join(tmpdir(), 'layan-usage-'));
    const gathered = join(data, 'gathered');
    keepUsage(data, { granted: ['b', 'a'], used: ['a'] }, gathered);
    keepUsage(data, { granted: ['b', 'a'], used: ['b'] }, gathered);
    const files = readdirSync(gathered).map((name) => join(gathered, name));
    expect(readUsage(files)).toEqual({ granted: ['a', 'b'], used: ['a', 'b'] });
    expect(readUsage([join(data, 'permissions.json')])).toEqual({ granted: ['a', 'b'], used: ['b'] });
  });
});

import { describe, expect, it } from 'vitest';
import { CLOUD, LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

const stages = { local: synthesize(LOCAL), cloud: synthesize(CLOUD) };
const bucketOf = ({ templates }: (typeof stages)['local'], id: string) =>
  resourcesOf({ cases: templates.cases }, 'AWS::S3::Bucket').find(([name]) => name.includes(id))?.[1]
    .Properties;
const policyOf = ({ templates }: (typeof stages)['local']) =>
  resourcesOf({ cases: templates.cases }, 'AWS::S3::BucketPolicy').find(([name]) =>
    name.includes('DocumentsBucketPolicy'),
  )?.[1].Properties.PolicyDocument.Statement;
const documents = bucketOf(stages.local, 'DocumentsBucket');

describe('the bucket of scans', () => {
  it('is closed to the public in every way', () => {
    expect(documents.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });

  it('speaks TLS 1.2 or later only', () => {
    const conditions = policyOf(stages.local)
      .filter(
        ({ Effect, Action }: { Effect: string; Action: string }) => Effect === 'Deny' && Action === 's3:*',
      )
      .map(({ Condition }: { Condition: unknown }) => Condition);
    expect(conditions).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    ]);
  });

  it('allows nothing by itself: its policy only refuses', () => {
    const effects = policyOf(stages.local).map(({ Effect }: { Effect: string }) => Effect);
    expect(new Set(effects)).toEqual(new Set(['Deny']));
  });

  it.each([
    [
      'RefuseAllButTheDataRoles',
      '*',
      [
        ...['citizen', 'staff', 'worker', 'scans', 'renderer'].map((one) => `data-${one}`),
        'leaving',
        'backups',
      ],
    ],
    ['RefuseReadingWhatIsNotChecked', 'incoming/*', ['data-scans', 'backups']],
    ['RefuseAcceptingWithoutACheck', 'accepted/*', ['data-scans']],
  ])('keeps objects to those who need them: %s', (sid, objects, roles) => {
    const { names } = stages.local;
    const refusal = policyOf(stages.local).find(({ Sid }: { Sid: string }) => Sid === sid);
    expect(JSON.stringify(refusal.Resource)).toContain(`/${objects}"`);
    expect([refusal.Condition.ArnNotEquals['aws:PrincipalArn']].flat()).toEqual(
      roles.map((role) => `arn:aws:iam::${names.account}:role/${names.prefix}-${role}`),
    );
  });

  it.each([
    ['a letter', 'RefuseReplacingLetters', 'letters'],
    ['a scan', 'RefuseReplacingScans', 'accepted'],
  ])('lets nobody write over %s', (_, sid, prefix) => {
    const refusal = policyOf(stages.local).find(({ Sid }: { Sid: string }) => Sid === sid);
    expect(refusal).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
      Condition: { Null: { 's3:if-none-match': 'true' } },
    });
    expect(JSON.stringify(refusal.Resource)).toContain(`/${prefix}/*"`);
  });

  it('forgets what was never accepted after a day, in every version, and half uploads too', () => {
    const rules = documents.LifecycleConfiguration.Rules;
    expect(rules).toContainEqual({
      Id: 'incoming-lasts-a-day',
      Prefix: 'incoming/',
      Status: 'Enabled',
      ExpirationInDays: 1,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    });
    expect(rules).toContainEqual({
      Id: 'no-half-uploads',
      Status: 'Enabled',
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    });
  });

  it('forgets what was printed after a day, in every version', () => {
    expect(documents.LifecycleConfiguration.Rules).toContainEqual({
      Id: 'printed-lasts-a-day',
      Prefix: 'printed/',
      Status: 'Enabled',
      ExpirationInDays: 1,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    });
  });

  it('forgets what a government could take home after half a year', () => {
    expect(documents.LifecycleConfiguration.Rules).toContainEqual({
      Id: 'exports-last-half-a-year',
      Prefix: 'exports/',
      Status: 'Enabled',
      ExpirationInDays: 180,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    });
  });

  it('never expires what was accepted', () => {
    const accepted = documents.LifecycleConfiguration.Rules.filter(
      ({ Prefix = '' }: { Prefix?: string }) => !['incoming/', 'printed/', 'exports/'].includes(Prefix),
    );
    expect(accepted.length).toBeGreaterThan(0);
    for (const rule of accepted) expect(rule).not.toHaveProperty('ExpirationInDays');
  });

  it('takes uploads from portals and the console and shows scans in the console, to no other page', () => {
    expect(bucketOf(stages.cloud, 'DocumentsBucket').CorsConfiguration.CorsRules).toMatchObject([
      { AllowedOrigins: ['https://*.layan.example'], AllowedMethods: ['POST'] },
      { AllowedOrigins: ['https://console.layan.example'], AllowedMethods: ['GET', 'POST'] },
    ]);
  });

  it('tells EventBridge of every object by itself, without a custom resource', () => {
    expect(documents.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  it('has its accesses logged elsewhere, for ninety days', () => {
    expect(documents.LoggingConfiguration.LogFilePrefix).toBe('documents/');
    expect(bucketOf(stages.local, 'AccessLogs').LifecycleConfiguration.Rules).toMatchObject([
      { ExpirationInDays: 90 },
    ]);
  });
});

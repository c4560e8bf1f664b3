import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const read = (context: Record<string, unknown>, env = {}) => readSettings(new App({ context }).node, env);
const CLOUD = {
  stage: 'prod',
  domain: 'layan.example',
  hostedZoneId: 'Z0000000000EXAMPLE',
  consoleCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/example',
  backupAccount: '444455556666',
};

describe('the settings of a stage', () => {
  it('run on one machine when nothing is said', () => {
    expect(read({})).toMatchObject({
      stage: 'local',
      account: '000000000000',
      region: 'ap-southeast-3',
      portalDomain: 'localhost:4400',
      consoleOrigin: 'http://console.localhost:4400',
      localOrigins: { scans: 'http://127.0.0.1:4401', signIn: 'http://127.0.0.1:4402' },
    });
  });

  it('follow the port of the local run', () => {
    expect(read({ webPort: '5000' })).toMatchObject({
      apiOrigin: 'http://api.localhost:5000',
      portalOrigins: 'http://*.localhost:5000',
      localOrigins: { scans: 'http://127.0.0.1:5001' },
    });
  });

  it('use TLS and the account of the deployment in the cloud', () => {
    const settings = read(CLOUD, { CDK_DEFAULT_ACCOUNT: '111122223333' });
    expect(settings).toMatchObject({
      account: '111122223333',
      region: 'ap-southeast-3',
      consoleOrigin: 'https://console.layan.example',
      portalOrigins: 'https://*.layan.example',
    });
    expect(settings.localOrigins).toBeUndefined();
  });

  it('never take the account of the deployment for one machine', () => {
    expect(read({}, { CDK_DEFAULT_ACCOUNT: '111122223333' }).account).toBe('000000000000');
  });

  it('know no other region, whatever is asked for', () => {
    expect(read({ ...CLOUD, region: 'ap-southeast-1' }).region).toBe('ap-southeast-3');
  });

  it('say which value a cloud stage still needs', () => {
    expect(() => read({ ...CLOUD, hostedZoneId: undefined })).toThrow('"hostedZoneId"');
  });

  it.each([undefined, '', '12345', 'arn:aws:iam::444455556666:root'])(
    'ask for the account that keeps copies of the backups, not %s',
    (backupAccount) => {
      expect(() => read({ ...CLOUD, backupAccount })).toThrow('"backupAccount"');
    },
  );

  it.each(['Prod', 'prod.2', 'a', 'prod-2', 'averyverylongstage'])('refuse the stage name "%s"', (stage) => {
    expect(() => read({ stage })).toThrow('must be 2 to 12 lowercase letters and digits');
  });
});

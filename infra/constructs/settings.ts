// What differs between one deployment and another, read from the CDK context (`-c stage=prod -c domain=...`).
import { Aws } from 'aws-cdk-lib';
import type { Node } from 'constructs';

/** Personal data stays in Indonesia: there is one region, and it is not a setting. */
export const REGION = 'ap-southeast-3';
export const LOCAL_ACCOUNT = '000000000000';
/** Whoever sits at the machine that everything runs on. */
export const LOCAL_OPERATOR = `arn:aws:iam::${LOCAL_ACCOUNT}:role/layan-local-operator`;

export interface Settings {
  readonly stage: string;
  readonly account: string;
  readonly region: string;
  /** Portals answer at `<slug>.<domain>`. */
  readonly domain: string;
  readonly portalDomain: string;
  readonly portalOrigins: string;
  readonly consoleOrigin: string;
  /** Where mail to citizens comes from; what is sent there reaches nobody. */
  readonly sender: string;
  readonly apiHost: string;
  readonly apiOrigin: string;
  /** Where browsers find the other services when all of them run on one machine. */
  readonly localOrigins?: { readonly scans: string; readonly signIn: string };
  /** Absent on one machine, where nothing has a certificate. */
  readonly publicDomain?: PublicDomain;
  /** Who is told when an alarm rings. */
  readonly alarmEmail?: string;
  /** Role whose holders may check the audit trail of a tenant with `layan audit verify`. */
  readonly auditorRole?: string;
  /** The second account, in which copies of the backups are kept. */
  readonly backupAccount?: string;
}

export interface PublicDomain {
  readonly hostedZoneId: string;
  /** CloudFront takes its certificate from us-east-1 only; it holds no personal data. */
  readonly consoleCertificateArn: string;
}

/** Twelve digits; a leading zero is lost when somebody reads them as a number. */
export function account(key: string, value: string): string {
  if (/^\d{12}$/.test(value)) return value;
  throw new Error(`The context value "${key}" is the number of an account, twelve digits, not "${value}".`);
}

export function readSettings(node: Node, env: { readonly CDK_DEFAULT_ACCOUNT?: string }): Settings {
  const text = (key: string, fallback?: string): string => {
    const value: unknown = node.tryGetContext(key) ?? fallback;
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
    throw new Error(`Set the context value "${key}", for example: cdk synth -c ${key}=...`);
  };

  const stage = text('stage', 'local');
  if (!/^[a-z][a-z0-9]{1,11}$/.test(stage)) {
    throw new Error(`The stage "${stage}" must be 2 to 12 lowercase letters and digits.`);
  }
  const domain = text('domain', 'localhost');
  const local = domain === 'localhost';
  const port = Number(text('webPort', '4400'));
  const host = local ? `localhost:${port}` : domain;
  const scheme = local ? 'http' : 'https';
  const alarmEmail: unknown = node.tryGetContext('alarmEmail');
  const auditorRole: unknown =
    node.tryGetContext('auditorRole') ?? (stage === 'local' ? LOCAL_OPERATOR : undefined);

  return {
    stage,
    account: stage === 'local' ? LOCAL_ACCOUNT : (env.CDK_DEFAULT_ACCOUNT ?? Aws.ACCOUNT_ID),
    region: REGION,
    domain,
    portalDomain: host,
    portalOrigins: `${scheme}://*.${host}`,
    consoleOrigin: `${scheme}://console.${host}`,
    sender: `noreply@${domain}`,
    apiHost: `api.${host}`,
    apiOrigin: `${scheme}://api.${host}`,
    ...(local
      ? {
          localOrigins: {
            scans: `http://127.0.0.1:${port + 1}`,
            signIn: `http://127.0.0.1:${port + 2}`,
          },
        }
      : {
          publicDomain: {
            hostedZoneId: text('hostedZoneId'),
            consoleCertificateArn: text('consoleCertificateArn'),
          },
          backupAccount: account('backupAccount', text('backupAccount')),
        }),
    ...(typeof alarmEmail === 'string' ? { alarmEmail } : {}),
    ...(typeof auditorRole === 'string' ? { auditorRole } : {}),
  };
}

// Calls to AWS services of which a function needs one or two operations. They are signed and sent by the SDK's own parts,
// which the DynamoDB client brings anyway; whole clients would cost up to 170 KB each (decision 0043).
import { setTimeout as wait } from 'node:timers/promises';
import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { AwsSettings } from './settings.ts';

export interface AwsCall {
  readonly service: 'kms' | 'sts' | 'cognito-idp';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly credentials: AwsCredentialIdentity;
}

export interface AwsAnswer {
  readonly status: number;
  readonly text: string;
}

interface Heard extends AwsAnswer {
  /** The clock of AWS against this machine's, in milliseconds; 0 when the answer does not tell. */
  readonly clockOff: number;
}

const ATTEMPTS = 3;
/** AWS takes a signature for five minutes; what is nearer is refused for another reason. */
const CLOCK_WRONG = 4 * 60_000;

export const signerOf = (
  { region }: Pick<AwsSettings, 'region'>,
  service: string,
  credentials: AwsCredentialIdentity,
) => new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: service !== 's3' });

/**
 * Repeats what was throttled, failed inside AWS or got no answer; every operation called this way may be repeated. When the
 * machine's clock is wrong it signs by the clock of AWS, as the SDK does.
 */
export async function signedCall(settings: AwsSettings, call: AwsCall): Promise<AwsAnswer> {
  let clockOff = 0;
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === ATTEMPTS;
    const answer = await attemptOnce(settings, call, clockOff).catch((cause: unknown) => {
      if (last) throw new Error(`${call.service} did not answer.`, { cause });
      return undefined;
    });
    if (answer && (last || !(isPassing(answer) || isOutOfTime(answer)))) return answer;
    clockOff = answer?.clockOff ?? clockOff;
    await wait(Math.random() * 50 * 2 ** attempt);
  }
}

const isPassing = ({ status, text }: AwsAnswer) =>
  status >= 500 || status === 429 || (status === 400 && /Throttl|TooManyRequests|LimitExceeded/.test(text));

const isOutOfTime = ({ status, text, clockOff }: Heard) =>
  (status === 400 || status === 403) &&
  Math.abs(clockOff) > CLOCK_WRONG &&
  /InvalidSignature|SignatureDoesNotMatch|RequestExpired|RequestTimeTooSkewed/.test(text);

async function attemptOnce(settings: AwsSettings, call: AwsCall, clockOff: number): Promise<Heard> {
  const url = new URL(settings.endpoint ?? `https://${call.service}.${settings.region}.amazonaws.com`);
  const request = new HttpRequest({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: '/',
    headers: { host: url.host, ...call.headers },
    body: call.body,
  });
  const signed = await signerOf(settings, call.service, call.credentials).sign(request, {
    signingDate: new Date(Date.now() + clockOff),
  });
  const { response } = await settings.http.handle(new HttpRequest({ ...request, headers: signed.headers }));
  const parts: Uint8Array[] = [];
  for await (const part of response.body) parts.push(part);
  const said = Date.parse(response.headers.date ?? '') - Date.now();
  return {
    status: response.statusCode,
    text: Buffer.concat(parts).toString('utf8'),
    clockOff: Number.isNaN(said) ? 0 : said,
  };
}

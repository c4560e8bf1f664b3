// The fault layer: stands where the SDK hands a request to the network, so that no product code knows of it. Calls are
// counted from `begin`; what is planned for a number happens to that call, all others pass.
import { Readable } from 'node:stream';
import { HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Fault, Plan } from './faults.ts';

export type Call = Parameters<NodeHttpHandler['handle']>;
type Answer = Awaited<ReturnType<NodeHttpHandler['handle']>>;
export type AwsRequest = Call[0];

export interface Scripted {
  readonly status: number;
  readonly body: string | Uint8Array;
}

/** What answers a call in this process; undefined where it goes over the network. */
export type InProcess = (request: AwsRequest) => Scripted | undefined;

const TEN_MINUTES = 600_000;

export const bodyOf = ({ body }: AwsRequest): string =>
  typeof body === 'string' ? body : body === undefined ? '' : Buffer.from(body).toString('utf8');

const targetOf = ({ headers }: AwsRequest): string => headers['x-amz-target'] ?? '';

export const scriptedAnswer = ({ status, body }: Scripted, date = new Date()): Answer => ({
  response: new HttpResponse({
    statusCode: status,
    headers: { 'content-type': 'application/x-amz-json-1.0', date: date.toUTCString() },
    body: Readable.from([Buffer.from(body)]),
  }),
});

/** As a person reads it: services that speak JSON name their operation, of the others the path tells. */
const nameOf = (request: AwsRequest): string => {
  const { method, path } = request;
  const target = targetOf(request).split('.').at(-1);
  if (target) return target;
  if (path === '/') return 'AssumeRole';
  if (isMail(request)) return 'SendEmail';
  return `${{ GET: 'Get', PUT: 'Put', DELETE: 'Delete' }[method] ?? method}Object`;
};

const isMail = ({ path }: AwsRequest): boolean => path.startsWith('/v2/email/');
const isObject = (request: AwsRequest): boolean =>
  targetOf(request) === '' && request.path !== '/' && !isMail(request);

const refusal = (type: string, more: object = {}): Scripted => ({
  status: 400,
  body: JSON.stringify({ __type: type, ...more }),
});

const throttled = (request: AwsRequest): Scripted =>
  targetOf(request).startsWith('DynamoDB')
    ? refusal('com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException')
    : isObject(request)
      ? { status: 503, body: '<Error><Code>SlowDown</Code><Message>Slow down</Message></Error>' }
      : nameOf(request) === 'AssumeRole'
        ? { status: 400, body: '<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>' }
        : refusal('ThrottlingException');

/** As many reasons as the transaction has items; one of them met somebody. */
const cancelled = (request: AwsRequest): Scripted => {
  if (!targetOf(request).endsWith('.TransactWriteItems')) return throttled(request);
  const { TransactItems }: { TransactItems: readonly unknown[] } = JSON.parse(bodyOf(request));
  const CancellationReasons = TransactItems.map((_item, at) => ({
    Code: at === TransactItems.length - 1 ? 'TransactionConflict' : 'None',
  }));
  return refusal('com.amazonaws.dynamodb.v20120810#TransactionCanceledException', { CancellationReasons });
};

const skewed = (request: AwsRequest): Scripted =>
  isObject(request)
    ? { status: 403, body: '<Error><Code>RequestTimeTooSkewed</Code><Message>Too skewed</Message></Error>' }
    : refusal('com.amazon.coral.service#InvalidSignatureException', { message: 'Signature expired' });

const looks = new Set([
  ...['GetItem', 'Query', 'BatchGetItem', 'TransactGetItems', 'Decrypt', 'GetPublicKey', 'AssumeRole'],
  ...['GenerateDataKeyWithoutPlaintext', 'Sign', 'AdminGetUser', 'AdminListGroupsForUser', 'GetObject'],
]);

/** Whether a call changes nothing anywhere. */
export const isLook = (name: string): boolean => looks.has(name);

const lost = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', name: 'ECONNRESET' });

export class FaultyHttp extends NodeHttpHandler {
  private readonly inProcess: InProcess;
  private plan: Plan = {};
  private readonly looked = new Set<string>();
  private dead = false;
  private late: Call[] = [];
  /** Calls since `begin`, as a person can read them. */
  readonly calls: string[] = [];
  /** What happened since `begin`. */
  readonly struck: string[] = [];

  constructor(inProcess: InProcess = () => undefined) {
    super({ connectionTimeout: 2_000, requestTimeout: 20_000 });
    this.inProcess = inProcess;
  }

  begin(plan: Plan = {}): void {
    this.plan = plan;
    this.dead = false;
    this.looked.clear();
    this.calls.length = 0;
    this.struck.length = 0;
  }

  /** Lets arrive what was under way all the time. */
  async letArrive(): Promise<void> {
    const late = this.late;
    this.late = [];
    for (const call of late) await drained(this.pass(call));
  }

  override async handle(...call: Call): Promise<Answer> {
    if (this.dead) throw lost();
    const [request] = call;
    this.calls.push(nameOf(request));
    const fault = this.faultOf(request);
    if (!fault) return this.pass(call);
    this.struck.push(`${fault} at call ${this.calls.length}, ${this.calls.at(-1)}`);
    switch (fault) {
      case 'throttled':
        return scriptedAnswer(throttled(request));
      case 'cancelled by another':
        return scriptedAnswer(cancelled(request));
      case 'dropped':
        throw lost();
      case 'acknowledgement lost':
        await drained(this.pass(call));
        throw lost();
      case 'sent twice':
        await drained(this.pass(call));
        return this.pass(call);
      case 'late':
        this.late.push(call);
        throw lost();
      case 'clock ahead':
        return scriptedAnswer(skewed(request), new Date(Date.now() - TEN_MINUTES));
      case 'clock behind':
        return scriptedAnswer(skewed(request), new Date(Date.now() + TEN_MINUTES));
      case 'died before':
        this.dead = true;
        throw lost();
      case 'died in flight':
        this.dead = true;
        this.late.push(call);
        throw lost();
      case 'died after':
        await drained(this.pass(call));
        this.dead = true;
        throw lost();
    }
  }

  private faultOf(request: AwsRequest): Fault | undefined {
    const planned = this.plan.at?.get(this.calls.length);
    if (planned || !this.plan.reads || !isLook(this.calls.at(-1) ?? '')) return planned;
    const asked = `${targetOf(request)} ${bodyOf(request)}`;
    if (this.looked.has(asked)) return undefined;
    this.looked.add(asked);
    return this.plan.reads;
  }

  private async pass(call: Call): Promise<Answer> {
    const scripted = this.inProcess(call[0]);
    return scripted ? scriptedAnswer(scripted) : super.handle(...call);
  }
}

async function drained(answer: Promise<Answer>): Promise<void> {
  const { response } = await answer;
  for await (const _ of response.body);
}

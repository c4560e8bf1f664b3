// What the AWS front offers the rest of the local host, and what it asks of it. The formation engine calls the
// management methods here and keeps the registry (cloud.ts); services keep only their own data.
import type { Readable } from 'node:stream';
import type { BusEvent, Cloud, Key } from '../cloud.ts';
import type { Store } from '../store.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** Who makes a call: a role's session, or an AWS service acting for itself. */
export interface SessionPrincipal {
  readonly kind: 'session';
  readonly roleArn: string;
  readonly sessionName: string;
  readonly tags: Readonly<Record<string, string>>;
}
export type Principal = SessionPrincipal | { readonly kind: 'service'; readonly name: string };

export type ContextKeys = Readonly<Record<string, string | readonly string[]>>;

export interface Decision {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly allowed: boolean;
  /** Session tags of the principal. */
  readonly tags: Readonly<Record<string, string>>;
  /** On a denial: the sentence the caller is told, which ends in the missing statement. */
  readonly message?: string;
}

/** CloudFormation, run by the formation engine. Failures are thrown as `AwsError` with CloudFormation's codes. */
export interface Formation {
  createStack(request: StackRequest): Promise<{ stackId: string }>;
  updateStack(request: StackRequest): Promise<{ stackId: string }>;
  deleteStack(request: { readonly stack: string; readonly roleArn?: string }): Promise<void>;
  /** By name or id; every stack without one. An unknown stack is an empty list. */
  describeStacks(stack?: string): Promise<readonly StackDescription[]>;
  /** Latest first. */
  describeStackEvents(stack: string): Promise<readonly StackEvent[]>;
}

export interface StackRequest {
  readonly name: string;
  /** The parsed template; absent on an update with UsePreviousTemplate. */
  readonly template?: unknown;
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameters that keep the value they had (updates only). */
  readonly keptParameters: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** Resources are made as this role: ask `front.authorize` for each. Without it, as the caller. */
  readonly roleArn?: string;
  readonly caller: Principal;
  readonly clientRequestToken?: string;
  /** OnFailure DO_NOTHING or DisableRollback: what was made before a failure stays, and an update goes on from there. */
  readonly keepsFailures?: boolean;
}

export interface StackDescription {
  readonly stackId: string;
  readonly name: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly creationTime: Date;
  readonly lastUpdatedTime?: Date;
  readonly roleArn?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly outputs: readonly { readonly key: string; readonly value: string; readonly exportName?: string }[];
}

export interface StackEvent {
  readonly eventId: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly timestamp: Date;
}

export interface FrontOptions {
  readonly cloud: Cloud;
  readonly store: Store;
  /** Where DynamoDB Local listens. */
  readonly dynamodbPort: number;
  /** The access key to whose eyes the tables are. */
  readonly dynamodbKey?: string;
  /** A function, because the engine is built on the front. */
  readonly formation: () => Formation;
  /** Called after an object is stored, in the same tick, for buckets with `events`. */
  readonly publish: (event: BusEvent) => void;
  /** Called after DynamoDB acknowledged a write. */
  readonly onTableWrite: (tableName: string) => void;
  readonly clock?: () => Date;
}

export interface Front {
  /** Listens on 127.0.0.1; 0 picks a free port. Resolves to the port. */
  listen(port: number): Promise<number>;
  close(): Promise<void>;
  /** `http://127.0.0.1:<port>`, for AWS_ENDPOINT_URL. */
  url(): string;
  /** Temporary keys of a role, for a function's worker or an engine acting as the stack role. */
  credentialsFor(roleArn: string, sessionName?: string): Credentials;
  /** Decides and records. Never throws on a denial: look at `allowed`. */
  authorize(principal: Principal, action: string, resource: string, context?: ContextKeys): Promise<Decision>;
  /** Every decision since the start, oldest first (the last 100,000). */
  readonly decisions: readonly Decision[];
  /** What of the roles' policies was ever made use of. */
  readonly used: ReadonlySet<string>;
  readonly services: {
    readonly dynamodb: TableManagement;
    readonly s3: BucketManagement;
    readonly kms: KeyManagement;
    readonly sqs: QueueManagement;
    readonly cognito: PoolManagement;
    readonly mailbox: Mailbox;
  };
}

export interface TableManagement {
  /** Properties of an AWS::DynamoDB::Table. Encryption, point-in-time recovery and deletion protection stay in the registry. */
  createTable(
    name: string,
    properties: Readonly<Record<string, unknown>>,
  ): Promise<{ arn: string; streamArn?: string }>;
  deleteTable(name: string): Promise<void>;
  /** Set from TimeToLiveSpecification by createTable already; for updates. */
  updateTimeToLive(name: string, attribute: string, enabled: boolean): Promise<void>;
  /** For reading streams: an endpoint, credentials, and the ARN by which DynamoDB Local knows the stream. */
  readonly local: {
    readonly endpoint: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    streamArn(arn: string): string;
  };
}

export interface BucketManagement {
  /** Objects by the host itself: assets, static sites, templates. No policy is asked. */
  putObject(bucket: string, key: string, body: Buffer | string, contentType?: string): Promise<void>;
  getObject(
    bucket: string,
    key: string,
  ): Promise<{ readonly contentType: string; readonly size: number; stream(): Readable } | undefined>;
  readText(bucket: string, key: string): Promise<string | undefined>;
  isEmpty(bucket: string): boolean;
  /** Removes every object of the bucket. */
  emptyBucket(bucket: string): Promise<void>;
}

export interface KeyManagement {
  /** Makes the material; the caller enters the key into `cloud.keys`. */
  createKey(spec: Key['spec']): { id: string; arn: string };
  /** From now on every use answers as for a key pending deletion. */
  scheduleDeletion(keyId: string): void;
}

export interface QueueMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly md5OfBody: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<
    Record<
      string,
      { readonly DataType: string; readonly StringValue?: string; readonly BinaryValue?: string }
    >
  >;
}

export interface QueueManagement {
  /** The address functions use: `<front>/<account>/<name>`. Only after `listen`. */
  queueUrl(name: string): string;
  deleteQueue(queueArn: string): void;
  /** For rules and schedules whose target is a queue. */
  send(queueArn: string, body: string): string;
  /** For event source mappings. Counts as a receive: visibility, receive count and redrive as for anyone. */
  receive(queueArn: string, maximum: number): readonly QueueMessage[];
  remove(queueArn: string, receiptHandle: string): void;
  /** Returns an unsubscribe function. Called when a message becomes visible, also after a timeout. */
  onMessage(listener: (queueArn: string) => void): () => void;
}

export interface PoolUser {
  readonly poolId: string;
  /** A UUID. */
  readonly sub: string;
  readonly username: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  readonly status: 'FORCE_CHANGE_PASSWORD' | 'CONFIRMED';
  readonly groups: readonly string[];
  readonly createdAt: string;
}

export interface PoolManagement {
  /** An id as Cognito makes them; the caller enters the pool into `cloud.pools`. */
  newPoolId(): string;
  newClientId(): string;
  /** Removes the users of a pool. */
  deletePool(poolId: string): void;
  users(poolId: string): readonly PoolUser[];
  /** By username, sub or e-mail address. */
  findUser(poolId: string, login: string): PoolUser | undefined;
  /** For seeding: as AdminCreateUser with the invitation suppressed, then AdminSetUserPassword permanent. */
  createUser(
    poolId: string,
    user: {
      readonly email: string;
      readonly name?: string;
      readonly password?: string;
      readonly groups?: readonly string[];
    },
  ): PoolUser;
  checkPassword(poolId: string, login: string, password: string): boolean;
  setPassword(poolId: string, login: string, password: string): void;
}

export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly sentAt: string;
}

export interface Mailbox {
  add(mail: Omit<Mail, 'id' | 'sentAt'>): Mail;
  /** Latest first. */
  list(): readonly Mail[];
}

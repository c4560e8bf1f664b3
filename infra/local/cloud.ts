// What exists in the local cloud: the one registry that the AWS front reads and the formation engine fills.
// Services keep their own data (objects, keys, messages); this says which resources there are and what guards them.

export const ACCOUNT = '000000000000';
export const REGION = 'ap-southeast-3';

/** An IAM policy document as it stands in a template, with every intrinsic resolved. */
export type PolicyDocument = { Version?: string; Statement: unknown };

export interface Role {
  readonly arn: string;
  readonly name: string;
  readonly trust: PolicyDocument;
  readonly policies: readonly { readonly name: string; readonly document: PolicyDocument }[];
  readonly boundary?: PolicyDocument;
  readonly boundaryArn?: string;
}

export interface Table {
  readonly arn: string;
  readonly name: string;
  readonly keyArn?: string;
  readonly streamArn?: string;
  /** Cannot be deleted until somebody says it may. */
  readonly protected?: boolean;
}

export interface Key {
  readonly arn: string;
  readonly id: string;
  readonly spec: 'SYMMETRIC_DEFAULT' | 'ECC_NIST_P256' | 'HMAC_256';
  readonly policy: PolicyDocument;
  readonly tags: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
  readonly enabled: boolean;
}

export interface Bucket {
  readonly arn: string;
  readonly name: string;
  readonly policy?: PolicyDocument;
  readonly cors: readonly {
    readonly origins: readonly string[];
    readonly methods: readonly string[];
    readonly headers: readonly string[];
  }[];
  /** Whether object events go to EventBridge. */
  readonly events: boolean;
  readonly defaultKeyArn?: string;
  /** What is written is locked for so many days. */
  readonly lockDays?: number;
}

export interface Queue {
  readonly arn: string;
  readonly name: string;
  readonly url: string;
  readonly policy?: PolicyDocument;
  readonly visibilityTimeoutSeconds: number;
  readonly deadLetter?: { readonly queueArn: string; readonly maxReceiveCount: number };
}

export interface LambdaFunction {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  /** Folder that holds the bundled code. */
  readonly codePath: string;
  /** `file.exportedName`, as in the template. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** The queue that takes events which the function failed to handle. */
  readonly deadLetterArn?: string;
}

export interface UserPool {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** The issuer; ends in `/<pool id>`. */
  readonly providerUrl: string;
  /** Subject and text of the invitation, with `{username}` and `{####}` in it. */
  readonly invitation?: { readonly subject: string; readonly body: string };
  readonly clients: readonly {
    readonly id: string;
    readonly name: string;
    readonly callbackUrls: readonly string[];
    readonly logoutUrls: readonly string[];
    readonly scopes: readonly string[];
    /** A refresh token is good for once, and brings the next. */
    readonly rotates: boolean;
  }[];
}

/** An event as it travels on the default bus, before rules pick it up. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[];
}

export interface Permission {
  readonly functionArn: string;
  readonly action: string;
  /** A service (`apigateway.amazonaws.com`) or an account. */
  readonly principal: string;
  readonly sourceArn?: string;
}

/** Feeds a stream or a queue into a function. */
export interface Mapping {
  readonly id: string;
  readonly sourceArn: string;
  readonly functionArn: string;
  readonly batchSize: number;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /** Patterns as EventBridge writes them; a record passes when one of them matches, or when there is none. */
  readonly filters: readonly unknown[];
  readonly reportsFailures: boolean;
  /** -1 tries for as long as the stream keeps the record. */
  readonly retries: number;
  readonly bisects: boolean;
  readonly onFailureArn?: string;
  readonly enabled: boolean;
}

export interface Rule {
  readonly arn: string;
  readonly name: string;
  readonly pattern?: unknown;
  readonly schedule?: string;
  readonly enabled: boolean;
  readonly targets: readonly {
    readonly id: string;
    readonly arn: string;
    readonly input?: string;
    readonly transformer?: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
  }[];
}

export interface RestApi {
  readonly id: string;
  readonly rootId: string;
  readonly name: string;
  readonly binaryMediaTypes: readonly string[];
  /** By resource id; the root is not among them. */
  readonly resources: Map<string, { readonly parentId: string; readonly pathPart: string }>;
  /** By logical place of the method: `resourceId VERB`. */
  readonly methods: Map<
    string,
    { readonly resourceId: string; readonly verb: string; readonly functionArn: string }
  >;
  readonly stages: Map<string, { readonly name: string; readonly limits: readonly Throttle[] }>;
  /** By CloudFormation's name of the type. */
  readonly answers: Map<string, GatewayAnswer>;
}

/** What a REST API answers by itself: for one type of refusal, or for all of a class. */
export interface GatewayAnswer {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, in which `$context.requestId` and `$context.error.messageString` are filled in. */
  readonly template?: string;
}

/** A stage's limit for one route; `*` stands for any method, `/*` for any resource. */
export interface Throttle {
  readonly verb: string;
  readonly resourcePath: string;
  readonly rate: number;
  readonly burst: number;
}

/** A static site: what CloudFront would serve from a bucket. */
export interface Distribution {
  readonly id: string;
  readonly bucketName: string;
  readonly rootObject: string;
  readonly errorPages: readonly { readonly code: number; readonly page: string; readonly answer: number }[];
  /** Headers that the distribution's policy adds to every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything that exists, by ARN. Written by the formation engine only. */
export interface Cloud {
  readonly roles: Map<string, Role>;
  readonly tables: Map<string, Table>;
  readonly keys: Map<string, Key>;
  readonly buckets: Map<string, Bucket>;
  readonly queues: Map<string, Queue>;
  readonly functions: Map<string, LambdaFunction>;
  readonly pools: Map<string, UserPool>;
  readonly managedPolicies: Map<string, PolicyDocument>;
  /** By the id of the statement. */
  readonly permissions: Map<string, Permission>;
  readonly mappings: Map<string, Mapping>;
  readonly rules: Map<string, Rule>;
  readonly apis: Map<string, RestApi>;
  readonly distributions: Map<string, Distribution>;
  readonly headerPolicies: Map<string, Readonly<Record<string, string>>>;
}

export function emptyCloud(): Cloud {
  return {
    roles: new Map(),
    tables: new Map(),
    keys: new Map(),
    buckets: new Map(),
    queues: new Map(),
    functions: new Map(),
    pools: new Map(),
    managedPolicies: new Map(),
    permissions: new Map(),
    mappings: new Map(),
    rules: new Map(),
    apis: new Map(),
    distributions: new Map(),
    headerPolicies: new Map(),
  };
}

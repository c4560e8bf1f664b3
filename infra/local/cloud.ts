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
}

export interface Table {
  readonly arn: string;
  readonly name: string;
  readonly keyArn?: string;
  readonly streamArn?: string;
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
}

export interface UserPool {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** The issuer; ends in `/<pool id>`. */
  readonly providerUrl: string;
  readonly clients: readonly {
    readonly id: string;
    readonly name: string;
    readonly callbackUrls: readonly string[];
    readonly logoutUrls: readonly string[];
    readonly scopes: readonly string[];
  }[];
}

/** An event as it travels on the default bus, before rules pick it up. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[];
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
  };
}

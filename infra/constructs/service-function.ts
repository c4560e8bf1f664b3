// House default for a Lambda function: one folder, one bundle, one role of the same name that may write its own log
// and nothing else until a stack says so.
import { AssetHashType, DockerImage, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeStars, ONE_POLICY_PER_ROLE } from './acknowledge.ts';
import { boundaryOf } from './boundary-of.ts';
import { bundle, sourceOf } from './bundle.ts';
import type { Audience, FunctionName, Names } from './names.ts';

export interface ServiceFunctionProps {
  readonly names: Names;
  readonly name: FunctionName;
  readonly memoryMegabytes: number;
  readonly timeout: Duration;
  /** A share of the account's 1,000 concurrent executions, so that no function can starve the others. */
  readonly reservedConcurrency: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logKey: IKey;
  /** Where an event goes that could not be handled; or why there is nothing to put there. */
  readonly deadLetters: IQueue | { readonly noneBecause: string };
}

export interface Permission {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export class ServiceFunction extends Construct {
  readonly role: Role;
  readonly fn: LambdaFunction;
  private readonly names: Names;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { names, name } = props;
    this.names = names;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: names.logGroup(name),
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: props.logKey,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.role = new Role(this, 'Role', {
      roleName: names.fn(name),
      description: `What ${names.fn(name)} may do.`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      permissionsBoundary: boundaryOf(this, names, 'functions'),
    });
    this.allow({
      sid: 'WriteItsOwnLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    this.fn = new LambdaFunction(this, 'Function', {
      functionName: names.fn(name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundledCode(name),
      role: this.role,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      reservedConcurrentExecutions: props.reservedConcurrency,
      logGroup,
      environment: { STAGE: names.stage, LOG_LEVEL: 'info', ...props.environment },
      ...('noneBecause' in props.deadLetters ? {} : { deadLetterQueue: props.deadLetters }),
    });
    acknowledge(this.role, ONE_POLICY_PER_ROLE);
    acknowledge(this.fn, {
      'NIST.800.53.R5-LambdaInsideVPC':
        'There is no network of ours to be inside of: the function reaches AWS interfaces only, each under its role.',
      'Serverless-LambdaTracing':
        'Traces carry addresses and cost a start-up; the request log and the figures say what is needed.',
      ...('noneBecause' in props.deadLetters
        ? {
            'Serverless-LambdaDLQ': props.deadLetters.noneBecause,
            'NIST.800.53.R5-LambdaDLQ': props.deadLetters.noneBecause,
          }
        : {}),
    });
  }

  allow({ sid, actions, resources, conditions }: Permission): this {
    this.role.addToPolicy(
      new PolicyStatement({
        sid,
        actions: [...actions],
        resources: [...resources],
        ...(conditions ? { conditions } : {}),
      }),
    );
    return this;
  }

  /** What an event source mapping from a table's stream asks of the function's role. */
  allowReadingStreams(streams: readonly string[]): this {
    acknowledgeStars(this.role, [
      {
        resources: ['*'],
        reason: 'Listing streams knows no narrower resource; it tells names, not records.',
      },
    ]);
    return this.allow({
      sid: 'ReadStreams',
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: streams,
    }).allow({ sid: 'ListStreams', actions: ['dynamodb:ListStreams'], resources: ['*'] });
  }

  /** The only way to a tenant's data: the function itself holds no right to any table, object or tenant key. */
  allowDataAccessAs(audience: Audience): this {
    return this.allow({
      sid: 'ActForOneTenant',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      resources: [this.names.dataRoleArn(audience)],
    });
  }
}

function bundledCode(name: FunctionName): Code {
  return Code.fromAsset(sourceOf(name), {
    assetHashType: AssetHashType.OUTPUT,
    // Only read when bundling is switched off, as in tests of the templates.
    exclude: ['node_modules'],
    bundling: {
      // Never used: the local bundler below always succeeds or throws.
      image: DockerImage.fromRegistry('unused'),
      local: {
        tryBundle(outputFolder: string) {
          bundle(name, outputFolder);
          return true;
        },
      },
    },
  });
}

// The work behind the counter: scans checked after upload, changes carried from every tenant's outbox to whoever
// follows them, and promises watched by the minute.
import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { DataAccessRole } from '../constructs/data-access-role.ts';
import { DocumentsBucket } from '../constructs/documents-bucket.ts';
import { DeadLetterQueue, GuardedQueue } from '../constructs/guarded-queue.ts';
import type { FunctionName, Names } from '../constructs/names.ts';
import { NOTIFIER_TIMEOUT, Notifier } from '../constructs/notifier.ts';
import { Relay } from '../constructs/relay.ts';
import { SealsBucket } from '../constructs/seals-bucket.ts';
import { SenderIdentity } from '../constructs/sender-identity.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { Settings } from '../constructs/settings.ts';

export interface CasesStackProps {
  readonly settings: Settings;
  readonly names: Names;
  readonly logKey: IKey;
  readonly controlTable: Table;
  readonly controlKey: IKey;
}

const PROJECTIONS_TIMEOUT = Duration.seconds(30);
const DEADLINES_TIMEOUT = Duration.seconds(60);

export class CasesStack extends Stack {
  private readonly names: Names;
  private readonly logKey: IKey;

  constructor(scope: Construct, id: string, props: CasesStackProps) {
    const { settings, names } = props;
    super(scope, id, {
      stackName: `${names.prefix}-cases`,
      env: { account: settings.account, region: settings.region },
      description: 'Layan: scans, changes, notices, deadlines.',
    });
    this.names = names;
    this.logKey = props.logKey;

    new DataAccessRole(this, 'DataWorker', {
      names,
      audience: 'worker',
      usedBy: ['provisioner', 'projections', 'deadlines'],
    });
    // Who parses what strangers send shares no rights with who signs.
    new DataAccessRole(this, 'DataScans', { names, audience: 'scans', usedBy: ['documents'] });
    new DataAccessRole(this, 'DataNotifier', { names, audience: 'notifier', usedBy: ['notifier'] });
    const { accessLogs } = new DocumentsBucket(this, 'Documents', { settings, names });
    new SealsBucket(this, 'Seals', { names, accessLogs });
    if (settings.auditorRole !== undefined)
      new DataAccessRole(this, 'DataAuditor', {
        names,
        audience: 'auditor',
        usedBy: { role: settings.auditorRole },
      });
    const changes = new GuardedQueue(this, 'Changes', {
      names,
      name: 'changes',
      consumerTimeout: PROJECTIONS_TIMEOUT,
    });
    const notices = new GuardedQueue(this, 'Notices', {
      names,
      name: 'notices',
      consumerTimeout: NOTIFIER_TIMEOUT,
    });
    const sweeps = new GuardedQueue(this, 'Sweeps', {
      names,
      name: 'sweeps',
      consumerTimeout: DEADLINES_TIMEOUT,
    });

    this.checkScans();
    new Relay(this, 'RelayFunction', {
      names,
      changes: changes.queue,
      notices: notices.queue,
      logKey: props.logKey,
    });
    this.followChanges(changes, settings);
    this.writeToCitizens(notices, settings);
    this.watchDeadlines(sweeps, props);
  }

  private worker(name: FunctionName, props: Omit<WorkerProps, 'names' | 'name' | 'logKey'>): ServiceFunction {
    const id = name.charAt(0).toUpperCase() + name.slice(1);
    return new ServiceFunction(this, `${id}Function`, {
      names: this.names,
      name,
      logKey: this.logKey,
      ...props,
    });
  }

  private checkScans(): void {
    const deadLetters = new DeadLetterQueue(this, 'DocumentsDeadLetters', this.names, 'documents');
    const documents = this.worker('documents', {
      // A scan of a large sheet is unpacked for its code.
      memoryMegabytes: 1536,
      timeout: Duration.seconds(60),
      reservedConcurrency: 40,
      deadLetters,
      environment: {
        TABLE_PREFIX: this.names.tablePrefix,
        DATA_ROLE_ARN: this.names.dataRoleArn('scans'),
        DOCUMENTS_BUCKET: this.names.documentsBucket,
      },
    }).allowDataAccessAs('scans');
    new Rule(this, 'ScanArrived', {
      ruleName: `${this.names.prefix}-scan-arrived`,
      description: 'A scan was uploaded and waits to be accepted or rejected.',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [this.names.documentsBucket] },
          object: { key: [{ prefix: 'incoming/' }] },
        },
      },
      targets: [new LambdaTarget(documents.fn, { deadLetterQueue: deadLetters, retryAttempts: 10 })],
    });
  }

  private followChanges(changes: GuardedQueue, { portalDomain }: Settings): void {
    const projections = this.worker('projections', {
      // Drawing a letter takes the processor that comes with so much memory.
      memoryMegabytes: 1024,
      timeout: PROJECTIONS_TIMEOUT,
      reservedConcurrency: 40,
      deadLetters: {
        noneBecause: 'The queue it consumes keeps what failed in a dead-letter queue of its own.',
      },
      environment: {
        TABLE_PREFIX: this.names.tablePrefix,
        DATA_ROLE_ARN: this.names.dataRoleArn('worker'),
        DOCUMENTS_BUCKET: this.names.documentsBucket,
        PORTAL_DOMAIN: portalDomain,
      },
    }).allowDataAccessAs('worker');
    this.consume('ChangesToProjections', changes, projections, 30);
  }

  private writeToCitizens(notices: GuardedQueue, settings: Settings): void {
    const { names, logKey } = this;
    new SenderIdentity(this, 'Sender', settings);
    const notifier = new Notifier(this, 'NotifierFunction', { settings, names, logKey });
    // SES takes a limited number of mails a second; a queue can wait, and citizens read on the page meanwhile.
    this.consume('NoticesToNotifier', notices, notifier, 10);
  }

  private watchDeadlines(
    sweeps: GuardedQueue,
    { settings, controlTable, controlKey }: CasesStackProps,
  ): void {
    const deadLetters = new DeadLetterQueue(this, 'DeadlinesDeadLetters', this.names, 'deadlines');
    const deadlines = this.worker('deadlines', {
      memoryMegabytes: 512,
      timeout: DEADLINES_TIMEOUT,
      reservedConcurrency: 40,
      deadLetters,
      environment: {
        CONTROL_TABLE: this.names.controlTable,
        TABLE_PREFIX: this.names.tablePrefix,
        DATA_ROLE_ARN: this.names.dataRoleArn('worker'),
        PORTAL_DOMAIN: settings.portalDomain,
        DOCUMENTS_BUCKET: this.names.documentsBucket,
        SEALS_BUCKET: this.names.sealsBucket,
        SWEEPS_QUEUE_URL: sweeps.queue.queueUrl,
      },
    })
      .allowDataAccessAs('worker')
      .allow({
        sid: 'ListTenants',
        actions: ['dynamodb:Query'],
        resources: [controlTable.tableArn],
      })
      .allow({
        sid: 'OpenTheControlTable',
        actions: ['kms:Decrypt'],
        resources: [controlKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${this.names.region}.amazonaws.com` } },
      })
      .allow({
        sid: 'GiveOutSweeps',
        actions: ['sqs:SendMessage'],
        resources: [sweeps.queue.queueArn],
      });
    new Rule(this, 'EveryMinute', {
      ruleName: `${this.names.prefix}-every-minute`,
      description: 'Looks for promises that are due, one sweep per tenant.',
      schedule: Schedule.rate(Duration.minutes(1)),
      // A missed minute is made up by the next one.
      targets: [new LambdaTarget(deadlines.fn, { deadLetterQueue: deadLetters, retryAttempts: 0 })],
    });
    this.consume('SweepsToDeadlines', sweeps, deadlines, 30);
  }

  private consume(id: string, from: GuardedQueue, by: ServiceFunction, maximumConcurrency: number): void {
    by.allow({
      sid: 'ConsumeItsQueue',
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [from.queue.queueArn],
    });
    const mapping = new CfnEventSourceMapping(this, id, {
      functionName: by.fn.functionArn,
      eventSourceArn: from.queue.queueArn,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: { maximumConcurrency },
    });
    mapping.node.addDependency(by.role);
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'A mapping from a queue has no destination: the queue hands what failed to its dead-letter queue.',
    });
  }
}

type WorkerProps = ConstructorParameters<typeof ServiceFunction>[2];

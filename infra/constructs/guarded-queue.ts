// House default for a queue: encrypted, over TLS only, and what cannot be handled waits two weeks for a person.
import { Duration } from 'aws-cdk-lib';
import { type IQueue, Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { FunctionName, Names, QueueName } from './names.ts';

const LONGEST_RETENTION = Duration.days(14);

/** Where messages wait that nobody could handle; an alarm says so. */
export class DeadLetterQueue extends Queue {
  constructor(
    scope: Construct,
    id: string,
    names: Names,
    of: FunctionName | QueueName,
    /** The one queue whose messages may be moved here; a function's dead letters come from no queue at all. */
    source?: string,
  ) {
    super(scope, id, {
      queueName: names.queue(names.deadLetters(of)),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: LONGEST_RETENTION,
      redriveAllowPolicy:
        source === undefined
          ? { redrivePermission: RedrivePermission.DENY_ALL }
          : { redrivePermission: RedrivePermission.BY_QUEUE, sourceQueues: [named(scope, source)] },
    });
    acknowledge(this, {
      'Serverless-SQSRedrivePolicy': 'The end of the line: from here a person takes over.',
    });
  }
}

/** A queue with its dead letters; a message is tried five times. */
export class GuardedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;

  constructor(
    scope: Construct,
    id: string,
    props: { names: Names; name: QueueName; consumerTimeout: Duration },
  ) {
    super(scope, id);
    this.deadLetters = new DeadLetterQueue(
      this,
      'DeadLetters',
      props.names,
      props.name,
      props.names.queueArn(props.name),
    );
    this.queue = new Queue(this, 'Queue', {
      queueName: props.names.queue(props.name),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // Six times the consumer's timeout, as Lambda asks for.
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }
}

/** By its name: the queue and its dead letters each speak of the other. */
const named = (scope: Construct, arn: string): IQueue => Queue.fromQueueArn(scope, 'Source', arn);

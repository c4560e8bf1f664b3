// House default for a queue: encrypted, over TLS only, and what cannot be handled waits two weeks for a person.
import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { FunctionName, Names, QueueName } from './names.ts';

const LONGEST_RETENTION = Duration.days(14);

/** Where messages wait that nobody could handle; an alarm says so. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, names: Names, of: FunctionName | QueueName) {
    super(scope, id, {
      queueName: names.queue(names.deadLetters(of)),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: LONGEST_RETENTION,
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
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', props.names, props.name);
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

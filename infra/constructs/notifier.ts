// The one function that writes to citizens. It reads a case and notes what it told; the right to send is its own and
// holds for one sender address only.
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Names } from './names.ts';
import { ServiceFunction } from './service-function.ts';
import type { Settings } from './settings.ts';

/** Well below the minute for which a run may claim a notice (application/notice). */
export const NOTIFIER_TIMEOUT = Duration.seconds(20);

export interface NotifierProps {
  readonly settings: Settings;
  readonly names: Names;
  readonly logKey: IKey;
}

export class Notifier extends ServiceFunction {
  constructor(scope: Construct, id: string, { settings, names, logKey }: NotifierProps) {
    super(scope, id, {
      names,
      name: 'notifier',
      memoryMegabytes: 512,
      timeout: NOTIFIER_TIMEOUT,
      reservedConcurrency: 20,
      logKey,
      deadLetters: {
        noneBecause: 'The queue it consumes keeps what failed in a dead-letter queue of its own.',
      },
      environment: {
        TABLE_PREFIX: names.tablePrefix,
        DATA_ROLE_ARN: names.dataRoleArn('notifier'),
        PORTAL_DOMAIN: settings.portalDomain,
        SENDER: settings.sender,
      },
    });
    this.allowDataAccessAs('notifier').allow({
      sid: 'WriteToCitizens',
      actions: ['ses:SendEmail'],
      resources: [names.senderIdentityArn(settings.domain)],
      conditions: { StringEquals: { 'ses:FromAddress': settings.sender } },
    });
  }
}

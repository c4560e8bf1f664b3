// Where alarms are told: encrypted, over TLS only, and CloudWatch of this account is the only publisher.
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Names } from './names.ts';

export function alarmTopic(
  scope: Construct,
  { names, key, email }: { names: Names; key: IKey; email?: string },
): Topic {
  const topic = new Topic(scope, 'Alarms', {
    topicName: `${names.prefix}-alarms`,
    displayName: 'Layan',
    masterKey: key,
    enforceSSL: true,
  });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
    }),
  );
  if (email) {
    const mail = topic.addSubscription(new EmailSubscription(email));
    acknowledge(mail, {
      'Serverless-SNSRedrivePolicy':
        'A letter to people: what does not arrive still stands red on the dashboard.',
    });
  }
  return topic;
}

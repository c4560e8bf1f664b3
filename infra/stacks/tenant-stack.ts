// One tenant: its keys, its table, and the mapping that lets the relay hear what left its outbox. Synthesized once per
// stage as a template; CloudFormation makes one stack of it per tenant.
import { CfnOutput, CfnParameter, Stack, Token } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Names } from '../constructs/names.ts';
import type { Settings } from '../constructs/settings.ts';
import { SigningKey } from '../constructs/signing-key.ts';
import { TenantKey } from '../constructs/tenant-key.ts';
import { TenantTable } from '../constructs/tenant-table.ts';

export class TenantStack extends Stack {
  constructor(scope: Construct, id: string, { settings, names }: { settings: Settings; names: Names }) {
    super(scope, id, {
      env: { account: settings.account, region: settings.region },
      description: 'One tenant of Layan: keys, table and outbox.',
    });
    const tenant = new CfnParameter(this, 'Tenant', {
      description: 'The slug: level and name, as in kota-probolinggo.',
      allowedPattern: '^(kota|kab)-[a-z]+(-[a-z]+)*$',
      maxLength: 40,
    }).valueAsString;
    const relay = new CfnParameter(this, 'RelayFunctionArn', {
      description: 'The function that forwards pointers from the outbox.',
    }).valueAsString;

    const { key } = new TenantKey(this, 'Key', { names, tenant });
    const { table } = new TenantTable(this, 'Table', { names, tenant, key });
    const { key: signingKey } = new SigningKey(this, 'Signing', { names, tenant });
    const streamArn = Token.asString(table.tableStreamArn);

    new CfnEventSourceMapping(this, 'Outbox', {
      functionName: relay,
      eventSourceArn: streamArn,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      filterCriteria: {
        // An outbox item that expires later must not travel a second time.
        filters: [
          {
            pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } },
            }),
          },
        ],
      },
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // Tried until the stream forgets it; the iterator-age alarm rings long before.
      destinationConfig: { onFailure: { destination: names.queueArn(names.deadLetters('relay')) } },
    });

    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'KeyArn', { value: key.keyArn });
    new CfnOutput(this, 'SigningKeyArn', { value: signingKey.keyArn });
    new CfnOutput(this, 'StreamArn', { value: streamArn });
  }
}

// DynamoDB tables. Encryption, backups and deletion protection are kept as facts: the engine behind has none of them.
import * as z from 'zod';
import { ACCOUNT, REGION } from '../../cloud.ts';
import { kind, tagList, truth } from '../kind.ts';

const Encryption = z.strictObject({
  SSEEnabled: truth,
  SSEType: z.string().optional(),
  KMSMasterKeyId: z.string().optional(),
});

export const table = kind({
  type: 'AWS::DynamoDB::Table',
  guarded: true,
  properties: z.looseObject({
    TableName: z.string().optional(),
    SSESpecification: Encryption.optional(),
    TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: truth }).optional(),
    DeletionProtectionEnabled: truth.default(false),
    Tags: tagList,
  }),
  ignored: ['PointInTimeRecoverySpecification', 'ContributorInsightsSpecification', 'TableClass'],
  fixed: ['TableName', 'KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes', 'StreamSpecification'],
  async put(properties, here) {
    const name = properties.TableName ?? here.name();
    const arn = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`;
    const keyArn = properties.SSESpecification?.KMSMasterKeyId;
    await here.permit(here.operation === 'create' ? 'dynamodb:CreateTable' : 'dynamodb:UpdateTable', arn);
    if (keyArn && here.operation === 'create') {
      await here.permit('kms:DescribeKey', keyArn);
      await here.permit('kms:CreateGrant', keyArn, { 'kms:ViaService': `dynamodb.${REGION}.amazonaws.com` });
    }
    const { Tags: _tags, TableName: _name, ...rest } = properties;
    const streamArn = here.previous
      ? here.previous.attributes.StreamArn
      : (await here.services.dynamodb.createTable(name, rest)).streamArn;
    const expiry = properties.TimeToLiveSpecification;
    if (here.operation === 'update' && expiry)
      await here.services.dynamodb.updateTimeToLive(name, expiry.AttributeName, expiry.Enabled);
    here.cloud.tables.set(arn, {
      arn,
      name,
      ...(keyArn && { keyArn }),
      ...(streamArn && { streamArn }),
      protected: properties.DeletionProtectionEnabled,
    });
    const guard = { deletionProtection: String(properties.DeletionProtectionEnabled) };
    return {
      physicalId: name,
      attributes: { Arn: arn, ...(streamArn && { StreamArn: streamArn }), ...guard },
    };
  },
  async remove(made, here) {
    await here.permit('dynamodb:DeleteTable', made.attributes.Arn ?? '');
    if (made.attributes.deletionProtection === 'true')
      throw new Error(`The table ${made.physicalId} is protected against deletion.`);
    await here.services.dynamodb.deleteTable(made.physicalId);
    here.cloud.tables.delete(made.attributes.Arn ?? '');
  },
});

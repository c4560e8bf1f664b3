// The tenant's own table: its key, restorable to any second of the last 35 days, not deletable by accident, with a
// stream that carries keys only.
import { RemovalPolicy, Tags } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledge, RESTORABLE_TABLE } from './acknowledge.ts';
import { BACKUP_TAG, type Names } from './names.ts';

// The inbox is shown from its index. What is due is only pointed at: a second copy of every open case would cost its size
// again at every write.
const INDEXES = [
  { indexName: 'inbox', projectionType: ProjectionType.ALL },
  { indexName: 'due', projectionType: ProjectionType.KEYS_ONLY },
] as const;
const text = (name: string) => ({ name, type: AttributeType.STRING });

export class TenantTable extends Construct {
  readonly table: Table;

  constructor(
    scope: Construct,
    id: string,
    { names, tenant, key }: { names: Names; tenant: string; key: IKey },
  ) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      tableName: names.tenantTable(tenant),
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: 'expiresAt',
      stream: StreamViewType.KEYS_ONLY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.table).add(BACKUP_TAG, names.stage);
    acknowledge(this.table, RESTORABLE_TABLE);
    for (const { indexName, projectionType } of INDEXES) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        projectionType,
        partitionKey: text(`${indexName}Pk`),
        sortKey: text(`${indexName}Sk`),
      });
    }
  }
}

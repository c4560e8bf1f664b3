// The register of tenants, for functions of the control plane.
import type { TenantRegister } from '@layan/application/ports/tenants';
import { dynamoClient } from './aws/dynamo-client.ts';
import type { AwsSettings } from './aws/settings.ts';
import { openTable } from './table/table.ts';
import { tenantRegister } from './tenant-register.ts';

export const openRegister = (aws: AwsSettings, controlTable: string): TenantRegister =>
  tenantRegister(openTable(dynamoClient(aws, aws.credentials), controlTable));

// What the control table holds, for functions of the control plane.
import type { AuditChains } from '@layan/application/ports/audit';
import type { CertificateStore } from '@layan/application/ports/certificates';
import type { EmergencyRegister } from '@layan/application/ports/emergencies';
import type { SignOuts } from '@layan/application/ports/sign-outs';
import type { TenantRegister } from '@layan/application/ports/tenants';
import { auditChains } from './audit-chains.ts';
import { dynamoClient } from './aws/dynamo-client.ts';
import type { AwsSettings } from './aws/settings.ts';
import { certificateStore } from './certificate-store.ts';
import { emergencyRegister } from './emergency-register.ts';
import { signOuts } from './sign-outs.ts';
import { openTable } from './table/table.ts';
import { tenantRegister } from './tenant-register.ts';

export const openRegister = (aws: AwsSettings, controlTable: string): TenantRegister =>
  tenantRegister(openTable(dynamoClient(aws, aws.credentials), controlTable));

export interface ControlPlane {
  readonly register: TenantRegister;
  readonly emergencies: EmergencyRegister;
  readonly chains: AuditChains;
  readonly certificates: CertificateStore;
  readonly signOuts: SignOuts;
}

export function openControlPlane(aws: AwsSettings, controlTable: string): ControlPlane {
  const table = openTable(dynamoClient(aws, aws.credentials), controlTable);
  return {
    register: tenantRegister(table),
    emergencies: emergencyRegister(table),
    chains: auditChains(table),
    certificates: certificateStore(table),
    signOuts: signOuts(table),
  };
}

// What CloudFormation may do when it builds a tenant: create and change, never read data and never destroy it.
// Removing a tenant is a different act, by a different role.
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeStars, ONE_POLICY_PER_ROLE } from './acknowledge.ts';
import { boundaryOf } from './boundary-of.ts';
import type { Names } from './names.ts';
import { starsOfTenantStacks, tenantStackStatements } from './tenant-stack-policy.ts';

export class TenantStackRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { names }: { names: Names }) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      roleName: names.tenantStackRole,
      description: 'Builds and updates tenant stacks for CloudFormation.',
      assumedBy: new ServicePrincipal('cloudformation.amazonaws.com'),
      permissionsBoundary: boundaryOf(this, names, 'builders'),
    });
    acknowledge(this.role, ONE_POLICY_PER_ROLE);
    acknowledgeStars(this.role, starsOfTenantStacks(names));
    for (const statement of tenantStackStatements(names)) this.role.addToPolicy(statement);
  }
}

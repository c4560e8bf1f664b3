// The one door to a tenant's data. A function assumes this role with the session tag `tenant`, and every statement
// names exactly that tenant's table, prefixes and keys: code that forgets a filter is refused, not another city read.
import { Duration } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement, PrincipalWithConditions, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeStars, ONE_POLICY_PER_ROLE } from './acknowledge.ts';
import { boundaryOf } from './boundary-of.ts';
import { dataStatements, starsOf } from './data-access-policy.ts';
import type { Audience, FunctionName, Names } from './names.ts';
import { onlyForOneTenant } from './one-tenant.ts';

export interface DataAccessRoleProps {
  readonly names: Names;
  readonly audience: Audience;
  /** Functions; or, for people, the role they work in. */
  readonly usedBy: readonly FunctionName[] | { readonly role: string };
}

export class DataAccessRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { names, audience, usedBy }: DataAccessRoleProps) {
    super(scope, id);
    const account = new AccountPrincipal(names.account);
    const onlyItsFunctionsWithOneTenant = onlyForOneTenant(
      'role' in usedBy ? [usedBy.role] : usedBy.map(names.functionRoleArn),
    );
    this.role = new Role(this, 'Role', {
      roleName: names.dataRole(audience),
      description: `Data of one tenant at a time, for the audience "${audience}".`,
      assumedBy: new PrincipalWithConditions(account, onlyItsFunctionsWithOneTenant),
      // One role assuming another may last an hour at most.
      maxSessionDuration: Duration.hours(1),
      permissionsBoundary: boundaryOf(this, names, 'data'),
    });
    this.role.assumeRolePolicy?.addStatements(
      new PolicyStatement({
        actions: ['sts:TagSession'],
        principals: [account],
        conditions: onlyItsFunctionsWithOneTenant,
      }),
    );
    acknowledge(this.role, ONE_POLICY_PER_ROLE);
    acknowledgeStars(this.role, starsOf(names, audience));
    for (const statement of dataStatements(names, audience)) this.role.addToPolicy(statement);
  }
}

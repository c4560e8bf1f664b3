// The ceiling of a role, by its name: it is made by the control plane's stack, which is deployed before all others.
import { type IManagedPolicy, ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { BoundaryName, Names } from './names.ts';

export const boundaryOf = (scope: Construct, names: Names, name: BoundaryName): IManagedPolicy =>
  ManagedPolicy.fromManagedPolicyArn(scope, 'Boundary', names.boundaryArn(name));

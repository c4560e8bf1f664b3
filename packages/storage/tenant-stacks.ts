// A tenant's stack: CloudFormation creates, repairs and rolls back; we ask for it and look.
import {
  AlreadyExistsException,
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import type { TenantStacks } from '@layan/application/ports/tenants';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { AwsSettings } from './aws/settings.ts';

export interface TenantStackSettings {
  readonly stage: string;
  readonly templateUrl: string;
  /** Role that CloudFormation makes the resources as. */
  readonly roleArn: string;
  readonly relayFunctionArn: string;
}

export function tenantStacks(
  { region, endpoint, http, credentials }: AwsSettings,
  { stage, templateUrl, roleArn, relayFunctionArn }: TenantStackSettings,
): TenantStacks {
  const client = new CloudFormationClient({
    region,
    credentials,
    requestHandler: http,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  const nameOf = (id: TenantId) => `layan-${stage}-tenant-${id}`;

  const find = async (id: TenantId): Promise<Stack | undefined> => {
    try {
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: nameOf(id) }));
      return Stacks?.[0];
    } catch (error) {
      // CloudFormation has no error of its own for a stack that is not there.
      if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
      throw error;
    }
  };

  return {
    create: async (id) => {
      try {
        await client.send(
          new CreateStackCommand({
            StackName: nameOf(id),
            TemplateURL: templateUrl,
            RoleARN: roleArn,
            Parameters: [
              { ParameterKey: 'Tenant', ParameterValue: id },
              { ParameterKey: 'RelayFunctionArn', ParameterValue: relayFunctionArn },
            ],
            Tags: [{ Key: 'tenant', Value: id }],
            ClientRequestToken: nameOf(id),
          }),
        );
      } catch (error) {
        if (!(error instanceof AlreadyExistsException)) throw error;
      }
    },
    state: async (id) => {
      const stack = await find(id);
      if (!stack) return { state: 'absent' };
      const status = stack.StackStatus ?? '';
      if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return { state: 'ready' };
      if (/ROLLBACK|FAILED|DELETE/.test(status))
        return { state: 'failed', reason: stack.StackStatusReason ?? status };
      return { state: 'running' };
    },
    keyArn: async (id) => {
      const stack = await find(id);
      const output = stack?.Outputs?.find(({ OutputKey }) => OutputKey === 'KeyArn')?.OutputValue;
      if (output === undefined) throw new Error(`The stack of ${id} has no key to show.`);
      return output;
    },
  };
}

// A tenant's stack: CloudFormation creates, repairs and rolls back; we ask for it and look.
import {
  AlreadyExistsException,
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  type Stack,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import type { TenantStacks } from '@layan/application/ports/tenants';
import type { TenantId } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import type { AwsSettings } from './aws/settings.ts';

export interface TenantStackSettings {
  readonly stage: string;
  readonly templateUrl: string;
  /** Role that CloudFormation makes the resources as. */
  readonly roleArn: string;
  readonly relayFunctionArn: string;
}

const HALFWAY = new Set(['CREATE_FAILED', 'UPDATE_FAILED']);

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

  const wanted = (id: TenantId) => ({
    StackName: nameOf(id),
    TemplateURL: templateUrl,
    RoleARN: roleArn,
    Parameters: [
      { ParameterKey: 'Tenant', ParameterValue: id },
      { ParameterKey: 'RelayFunctionArn', ParameterValue: relayFunctionArn },
    ],
    Tags: [{ Key: 'tenant', Value: id }],
  });

  return {
    create: async (id) => {
      const stack = await find(id);
      // A table is protected from deletion, so nothing is rolled back: what failed is repaired and gone on from there.
      if (HALFWAY.has(stack?.StackStatus ?? '')) {
        await client.send(new UpdateStackCommand({ ...wanted(id), DisableRollback: true }));
      } else if (!stack) {
        try {
          await client.send(new CreateStackCommand({ ...wanted(id), OnFailure: 'DO_NOTHING' }));
        } catch (error) {
          // Somebody else was faster, or our first request arrived after all.
          if (!(error instanceof AlreadyExistsException)) throw error;
        }
      }
    },
    state: async (id) => {
      const stack = await find(id);
      if (!stack) return { state: 'absent' };
      const status = stack.StackStatus ?? '';
      if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return { state: 'ready' };
      if (/ROLLBACK|FAILED|DELETE/.test(status)) {
        const startedAt = (stack.LastUpdatedTime ?? stack.CreationTime)?.getTime() ?? 0;
        return {
          state: 'failed',
          reason: stack.StackStatusReason ?? status,
          startedAt: toInstantText(startedAt),
        };
      }
      return { state: 'running' };
    },
    keyArns: async (id) => {
      const outputs = (await find(id))?.Outputs;
      const output = (name: string) => outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
      const [data, signing] = [output('KeyArn'), output('SigningKeyArn')];
      if (data === undefined) throw new Error(`The stack of ${id} has no key to show.`);
      return { data, ...(signing !== undefined && { signing }) };
    },
  };
}

// Central admins as Cognito knows them. A token says who acts; name and address are asked for here.
import type { CentralAdmins } from '@layan/application/ports/emergencies';
import * as z from 'zod/mini';
import { AwsRefusal, jsonService } from './aws/json-service.ts';
import type { AwsSettings } from './aws/settings.ts';

const Existing = z.object({
  Enabled: z.boolean(),
  UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string() })),
});

export function centralAdmins(aws: AwsSettings, userPoolId: string): CentralAdmins {
  const cognito = jsonService(aws, 'cognito-idp', async () => aws.credentials);
  return {
    find: async (id) => {
      try {
        const input = { UserPoolId: userPoolId, Username: id };
        const { Enabled, UserAttributes } = await cognito('AdminGetUser', input, Existing);
        const attribute = (name: string) => UserAttributes.find(({ Name }) => Name === name)?.Value;
        const email = attribute('email');
        return Enabled && email !== undefined
          ? { id, email: email.toLowerCase(), name: attribute('name') ?? email }
          : undefined;
      } catch (error) {
        if (error instanceof AwsRefusal && error.reason === 'UserNotFoundException') return undefined;
        throw error;
      }
    },
  };
}

// Accounts of staff in Cognito. A member's tenant is a group that only we can put people into.
import type { StaffAccounts } from '@layan/application/ports/staff';
import { StaffId, type TenantId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { AwsRefusal, type JsonService } from './aws/json-service.ts';

const Attributes = z.array(z.object({ Name: z.string(), Value: z.string() }));
const Created = z.object({ User: z.object({ Attributes }) });
const Existing = z.object({ UserAttributes: Attributes });
const Groups = z.object({ Groups: z.array(z.object({ GroupName: z.string() })) });
const Nothing = z.object({});

const PREFIX = 'tenant:';
const UNKNOWN = 'UserNotFoundException';

const subjectOf = (attributes: z.infer<typeof Attributes>) =>
  StaffId.parse(attributes.find(({ Name }) => Name === 'sub')?.Value);

async function unlessRefused<T>(reason: string, call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof AwsRefusal && error.reason === reason) return undefined;
    throw error;
  }
}

export function staffAccounts(tenant: TenantId, userPoolId: string, cognito: JsonService): StaffAccounts {
  const pool = { UserPoolId: userPoolId };
  const group = `${PREFIX}${tenant}`;

  const groupsOf = async (Username: string) =>
    (await cognito('AdminListGroupsForUser', { ...pool, Username }, Groups)).Groups.map(
      ({ GroupName }) => GroupName,
    ).filter((name) => name.startsWith(PREFIX));

  const groupsFound = async (Username: string) => (await unlessRefused(UNKNOWN, groupsOf(Username))) ?? [];

  /** Who was here once may work for another government by now, and is only theirs to let in or out. */
  const isOfOthers = async (Username: string) =>
    (await groupsFound(Username)).some((other) => other !== group);

  const create = (email: string, name: string) =>
    unlessRefused(
      'UsernameExistsException',
      cognito(
        'AdminCreateUser',
        {
          ...pool,
          Username: email,
          UserAttributes: Object.entries({ email, email_verified: 'true', name }).map(([Name, Value]) => ({
            Name,
            Value,
          })),
          DesiredDeliveryMediums: ['EMAIL'],
        },
        Created,
      ),
    );

  return {
    ensureGroup: async () => {
      await unlessRefused(
        'GroupExistsException',
        cognito('CreateGroup', { ...pool, GroupName: group }, Nothing),
      );
    },
    invite: async ({ email, name }) => {
      const Username = email.toLowerCase();
      const created = await create(Username, name);
      const attributes =
        created?.User.Attributes ??
        (await cognito('AdminGetUser', { ...pool, Username }, Existing)).UserAttributes;
      // Nobody is taken from another tenant; who has no group yet was left behind by an invitation that broke off.
      const groups = created ? [] : await groupsOf(Username);
      if (groups.some((other) => other !== group)) return err('belongs-to-other-tenant');
      if (groups.length === 0)
        await cognito('AdminAddUserToGroup', { ...pool, Username, GroupName: group }, Nothing);
      return ok(subjectOf(attributes));
    },
    find: async (email) => {
      const Username = email.toLowerCase();
      if (await isOfOthers(Username)) return undefined;
      const known = await unlessRefused(UNKNOWN, cognito('AdminGetUser', { ...pool, Username }, Existing));
      return known && subjectOf(known.UserAttributes);
    },
    disable: async (id) => {
      if (await isOfOthers(id)) return false;
      // Who has no account signs in nowhere.
      const call = cognito('AdminDisableUser', { ...pool, Username: id }, Nothing);
      return (await unlessRefused(UNKNOWN, call)) !== undefined;
    },
    enable: async (id) => {
      if (await isOfOthers(id)) return;
      await cognito('AdminEnableUser', { ...pool, Username: id }, Nothing);
    },
    leave: async (id) => {
      if (!(await groupsFound(id)).includes(group)) return;
      await cognito('AdminRemoveUserFromGroup', { ...pool, Username: id, GroupName: group }, Nothing);
    },
  };
}

// The administrative side of Cognito user pools. Signing in is the local OIDC provider's; both know the same users.
import * as z from 'zod';
import { ACCOUNT, type Cloud, REGION, type UserPool } from '../cloud.ts';
import type { Store } from '../store.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import { type Group, openDirectory, randomName, type User } from './cognito-users.ts';
import type { Mailbox, PoolManagement, SessionPrincipal } from './contract.ts';
import { type JsonService, type Operation, readInput } from './service-call.ts';

const Pool = z.object({ UserPoolId: z.string() });
const OneUser = Pool.extend({ Username: z.string().min(1) });
const Membership = OneUser.extend({ GroupName: z.string().min(1) });
const Attributes = z.array(z.object({ Name: z.string(), Value: z.string() })).default([]);
const CreateUser = OneUser.extend({
  UserAttributes: Attributes,
  TemporaryPassword: z.string().optional(),
  MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
  DesiredDeliveryMediums: z.array(z.string()).default(['SMS']),
});
const CreateGroup = Pool.extend({
  GroupName: z.string().regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u),
  Description: z.string().optional(),
  Precedence: z.int().optional(),
});
const ListUsers = Pool.extend({
  Filter: z.string().optional(),
  Limit: z.int().min(1).max(60).default(60),
  PaginationToken: z.string().default('0'),
});

export function createCognito(options: {
  readonly cloud: Cloud;
  readonly store: Store;
  readonly access: Authorizer;
  readonly mailbox: Mailbox;
  readonly clock: () => Date;
}): JsonService & PoolManagement {
  const { cloud, access, mailbox } = options;
  const directory = openDirectory(options.store, options.clock);

  const open = async (caller: SessionPrincipal, action: string, poolId: string): Promise<UserPool> => {
    const arn = `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${poolId}`;
    await access.require(caller, `cognito-idp:${action}`, arn);
    const pool = [...cloud.pools.values()].find(({ id }) => id === poolId);
    if (!pool) throw new AwsError('ResourceNotFoundException', `User pool ${poolId} does not exist.`);
    return pool;
  };
  /** An operation on one user of a pool. */
  const onUser =
    <T extends z.infer<typeof OneUser>>(
      action: string,
      schema: z.ZodType<T>,
      act: (user: User, input: T) => object,
    ): Operation =>
    async (raw, caller) => {
      const input = readInput(schema, raw);
      await open(caller, action, input.UserPoolId);
      return act(directory.getUser(input.UserPoolId, input.Username), input);
    };
  const changing = <T extends z.infer<typeof OneUser>>(
    action: string,
    schema: z.ZodType<T>,
    change: (user: User, input: T) => User,
  ) =>
    onUser(action, schema, (user, input) => {
      directory.save(change(user, input));
      return {};
    });
  const getGroup = (poolId: string, name: string): Group => {
    const group = directory.findGroup(poolId, name);
    if (!group) throw new AwsError('ResourceNotFoundException', 'Group not found.');
    return group;
  };
  const invite = (pool: UserPool, user: User, password: string) => {
    const { subject, body } = pool.invitation ?? INVITATION;
    const email = user.attributes.email;
    if (email === undefined) return;
    const html = body.replaceAll('{username}', email).replaceAll('{####}', password);
    const text = html.replace(/<\/p>|<br\s*\/?>/g, '\n').replace(/<[^>]+>/g, '');
    mailbox.add({ from: 'no-reply@verificationemail.com', to: [email], subject, text: text.trim(), html });
  };

  return {
    ...directory,
    target: 'AWSCognitoIdentityProviderService',
    version: '1.1',
    operations: {
      AdminCreateUser: async (raw, caller) => {
        const input = readInput(CreateUser, raw);
        const pool = await open(caller, 'AdminCreateUser', input.UserPoolId);
        const password = input.TemporaryPassword ?? `${randomName(12, SAFE)}-1aA`;
        const attributes = Object.fromEntries(input.UserAttributes.map(({ Name, Value }) => [Name, Value]));
        const resend = input.MessageAction === 'RESEND';
        const user = directory.withPassword(
          resend
            ? unconfirmed(directory.getUser(pool.id, input.Username))
            : directory.addUser(pool.id, input.Username, attributes),
          password,
          false,
        );
        if (input.MessageAction !== 'SUPPRESS' && input.DesiredDeliveryMediums.includes('EMAIL'))
          invite(pool, user, password);
        return { User: { ...presentUser(user), Attributes: presentAttributes(user) } };
      },
      AdminGetUser: onUser('AdminGetUser', OneUser, (user) => ({
        ...presentUser(user),
        UserAttributes: presentAttributes(user),
      })),
      AdminDisableUser: changing('AdminDisableUser', OneUser, (user) => ({ ...user, enabled: false })),
      AdminEnableUser: changing('AdminEnableUser', OneUser, (user) => ({ ...user, enabled: true })),
      AdminDeleteUser: onUser('AdminDeleteUser', OneUser, (user) => {
        directory.removeUser(user);
        return {};
      }),
      AdminUpdateUserAttributes: changing(
        'AdminUpdateUserAttributes',
        OneUser.extend({ UserAttributes: Attributes }),
        (user, { UserAttributes }) => ({
          ...user,
          attributes: {
            ...user.attributes,
            ...Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value])),
          },
        }),
      ),
      AdminSetUserPassword: onUser(
        'AdminSetUserPassword',
        OneUser.extend({ Password: z.string(), Permanent: z.boolean().default(false) }),
        (user, { Password, Permanent }) => {
          directory.withPassword(user, Password, Permanent);
          return {};
        },
      ),
      AdminAddUserToGroup: changing('AdminAddUserToGroup', Membership, (user, { GroupName }) => ({
        ...user,
        groups: [...new Set([...user.groups, getGroup(user.poolId, GroupName).name])],
      })),
      AdminRemoveUserFromGroup: changing('AdminRemoveUserFromGroup', Membership, (user, { GroupName }) => ({
        ...user,
        groups: user.groups.filter((name) => name !== getGroup(user.poolId, GroupName).name),
      })),
      AdminListGroupsForUser: onUser('AdminListGroupsForUser', OneUser, (user) => ({
        Groups: user.groups.map((name) => presentGroup(getGroup(user.poolId, name))),
      })),
      CreateGroup: async (raw, caller) => {
        const input = readInput(CreateGroup, raw);
        const pool = await open(caller, 'CreateGroup', input.UserPoolId);
        const { GroupName: name, Description: description, Precedence: precedence } = input;
        return {
          Group: presentGroup(directory.addGroup({ poolId: pool.id, name, description, precedence })),
        };
      },
      GetGroup: async (raw, caller) => {
        const { UserPoolId, GroupName } = readInput(Pool.extend({ GroupName: z.string() }), raw);
        await open(caller, 'GetGroup', UserPoolId);
        return { Group: presentGroup(getGroup(UserPoolId, GroupName)) };
      },
      ListUsers: async (raw, caller) => {
        const { UserPoolId, Filter, Limit, PaginationToken } = readInput(ListUsers, raw);
        await open(caller, 'ListUsers', UserPoolId);
        const found = directory.users(UserPoolId).filter(filterOf(Filter));
        const from = Number(PaginationToken);
        const page = found.slice(from, from + Limit);
        return {
          Users: page.map((user) => ({ ...presentUser(user), Attributes: presentAttributes(user) })),
          ...(from + Limit < found.length ? { PaginationToken: String(from + Limit) } : {}),
        };
      },
    },
  };
}

const SAFE = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const INVITATION = {
  subject: 'Kata sandi sementara Anda',
  body: 'Nama pengguna Anda {username} dan kata sandi sementara Anda {####}',
};

function unconfirmed(user: User): User {
  if (user.status === 'CONFIRMED')
    throw new AwsError(
      'UnsupportedUserStateException',
      'Resend is not possible due to the status of the user.',
    );
  return user;
}

function filterOf(filter: string | undefined): (user: User) => boolean {
  if (!filter) return () => true;
  const [, name = '', operator, value = ''] = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"(.*)"\s*$/.exec(filter) ?? [];
  if (operator === undefined) throw new AwsError('InvalidParameterException', 'Error while parsing filter.');
  const read = (user: User) => (name === 'username' ? user.username : (user.attributes[name] ?? ''));
  return (user) => (operator === '=' ? read(user) === value : read(user).startsWith(value));
}

const seconds = (iso: string) => Date.parse(iso) / 1000;

const presentAttributes = (user: User) =>
  Object.entries(user.attributes).map(([Name, Value]) => ({ Name, Value }));

function presentUser(user: User): object {
  return {
    Username: user.username,
    Enabled: user.enabled,
    UserStatus: user.status,
    UserCreateDate: seconds(user.createdAt),
    UserLastModifiedDate: seconds(user.modifiedAt),
  };
}

function presentGroup(group: Group): object {
  return {
    GroupName: group.name,
    UserPoolId: group.poolId,
    Description: group.description,
    Precedence: group.precedence,
    CreationDate: seconds(group.createdAt),
    LastModifiedDate: seconds(group.createdAt),
  };
}

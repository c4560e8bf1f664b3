import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  GetGroupCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, REGION } from '../cloud.ts';
import type { PoolManagement } from './contract.ts';
import { ADMIN, failure, PORTAL, startTestFront, type TestFront } from './test-front.ts';

let host: TestFront;
let pools: PoolManagement;
let cognito: CognitoIdentityProviderClient;
let UserPoolId: string;
beforeEach(async () => {
  host = await startTestFront();
  pools = host.front.services.cognito;
  cognito = new CognitoIdentityProviderClient(host.as(ADMIN));
  UserPoolId = pools.newPoolId();
  const arn = `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${UserPoolId}`;
  const invitation = { subject: 'Undangan', body: '<p>Masuk dengan <b>{username}</b> dan {####}.</p>' };
  host.cloud.pools.set(arn, { id: UserPoolId, arn, name: 'staff', providerUrl: '', clients: [], invitation });
});
afterEach(() => host.close());

const Username = 'warga.uji@contoh.test';
const GroupName = 'tenant:kota-a';
const create = (more = {}) =>
  cognito.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: 'Warga Uji Satu' },
      ],
      ...more,
    }),
  );
const get = () => cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
const group = () => cognito.send(new CreateGroupCommand({ UserPoolId, GroupName, Description: 'Kota A' }));

describe('inviting', () => {
  it('makes a user whose name is the sub, and who is found by address and sub alike', async () => {
    const { User } = await create();
    const sub = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value;
    expect(sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(User).toMatchObject({ Username: sub, Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
    const bySub = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: sub }));
    expect(bySub.UserAttributes).toEqual((await get()).UserAttributes);
    expect(pools.findUser(UserPoolId, Username)?.sub).toBe(sub);
  });

  it('mails a temporary password that opens the account', async () => {
    await create();
    const [mail] = host.front.services.mailbox.list();
    expect(mail).toMatchObject({ to: [Username], subject: 'Undangan' });
    const [, name, password = ''] = /^Masuk dengan (\S+) dan (\S+)\.$/.exec(mail?.text ?? '') ?? [];
    expect(name).toBe(Username);
    expect(mail?.html).toContain(`<b>${Username}</b>`);
    expect(pools.checkPassword(UserPoolId, Username, password)).toBe(true);
    expect(pools.checkPassword(UserPoolId, Username, `${password}x`)).toBe(false);
  });

  it('mails nothing when suppressed, nor when e-mail is not the medium', async () => {
    await create({ MessageAction: 'SUPPRESS' });
    await create({ Username: 'dua@contoh.test', DesiredDeliveryMediums: undefined });
    expect(host.front.services.mailbox.list()).toEqual([]);
  });

  it('can be repeated by resending only, with a new password, until the user has one', async () => {
    await create({ TemporaryPassword: 'Sementara-1' });
    expect((await failure(create())).name).toBe('UsernameExistsException');
    await create({ MessageAction: 'RESEND', TemporaryPassword: 'Sementara-2' });
    expect(pools.checkPassword(UserPoolId, Username, 'Sementara-1')).toBe(false);
    expect(host.front.services.mailbox.list()).toHaveLength(2);
    await cognito.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: 'Tetap-12345', Permanent: true }),
    );
    expect((await get()).UserStatus).toBe('CONFIRMED');
    expect((await failure(create({ MessageAction: 'RESEND' }))).name).toBe('UnsupportedUserStateException');
  });

  it('refuses short passwords', async () => {
    expect((await failure(create({ TemporaryPassword: 'a' }))).name).toBe('InvalidPasswordException');
  });
});

describe('a user', () => {
  it('is in the groups it was added to, once', async () => {
    await group();
    await create();
    const membership = { UserPoolId, Username, GroupName };
    await cognito.send(new AdminAddUserToGroupCommand(membership));
    await cognito.send(new AdminAddUserToGroupCommand(membership));
    const listed = await cognito.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    expect(listed.Groups?.map((one) => one.GroupName)).toEqual([GroupName]);
    expect(pools.findUser(UserPoolId, Username)?.groups).toEqual([GroupName]);
    await cognito.send(new AdminRemoveUserFromGroupCommand(membership));
    expect(pools.findUser(UserPoolId, Username)?.groups).toEqual([]);
    const other = new AdminAddUserToGroupCommand({ ...membership, GroupName: 'tenant:kota-b' });
    expect((await failure(cognito.send(other))).name).toBe('ResourceNotFoundException');
  });

  it('cannot sign in while disabled', async () => {
    await create({ TemporaryPassword: 'Sementara-1' });
    const signsIn = () => pools.checkPassword(UserPoolId, Username, 'Sementara-1');
    await cognito.send(new AdminDisableUserCommand({ UserPoolId, Username }));
    expect([(await get()).Enabled, signsIn()]).toEqual([false, false]);
    await cognito.send(new AdminEnableUserCommand({ UserPoolId, Username }));
    expect([(await get()).Enabled, signsIn()]).toEqual([true, true]);
  });

  it('can be changed and deleted', async () => {
    await create();
    const UserAttributes = [{ Name: 'name', Value: 'Warga Uji Dua' }];
    await cognito.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));
    expect(pools.findUser(UserPoolId, Username)?.attributes.name).toBe('Warga Uji Dua');
    await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
    expect((await failure(get())).name).toBe('UserNotFoundException');
  });

  it('is found by an exact filter, page by page', async () => {
    await create();
    await create({ Username: 'dua@contoh.test' });
    const list = (more = {}) => cognito.send(new ListUsersCommand({ UserPoolId, ...more }));
    expect((await list({ Filter: `email = "${Username}"` })).Users).toHaveLength(1);
    expect((await list({ Filter: 'email ^= "d"' })).Users).toHaveLength(1);
    const { Users, PaginationToken } = await list({ Limit: 1 });
    const next = await list({ Limit: 1, PaginationToken });
    expect(new Set([...(Users ?? []), ...(next.Users ?? [])].map((user) => user.Username)).size).toBe(2);
    expect(next.PaginationToken).toBeUndefined();
    expect((await failure(list({ Filter: 'email ~ x' }))).name).toBe('InvalidParameterException');
  });
});

describe('a pool', () => {
  it('has each group once', async () => {
    await group();
    const { Group } = await cognito.send(new GetGroupCommand({ UserPoolId, GroupName }));
    expect(Group).toMatchObject({ GroupName, Description: 'Kota A' });
    expect((await failure(group())).name).toBe('GroupExistsException');
  });

  it('is closed to those without a statement for it', async () => {
    const asPortal = new CognitoIdentityProviderClient(host.as(PORTAL));
    const { name, message } = await failure(asPortal.send(new AdminGetUserCommand({ UserPoolId, Username })));
    expect(name).toBe('AccessDeniedException');
    expect(message).toContain(`userpool/${UserPoolId}`);
  });

  it('keeps users, passwords and groups over a restart', async () => {
    pools.createUser(UserPoolId, {
      email: Username,
      name: 'Warga Uji',
      password: 'Rahasia-1',
      groups: [GroupName],
    });
    await host.close('keep');
    host = await startTestFront({ dir: host.dir, cloud: host.cloud });
    const again = host.front.services.cognito;
    expect(again.findUser(UserPoolId, Username)).toMatchObject({ status: 'CONFIRMED', groups: [GroupName] });
    expect(again.checkPassword(UserPoolId, Username, 'Rahasia-1')).toBe(true);
    again.deletePool(UserPoolId);
    expect(again.users(UserPoolId)).toEqual([]);
  });
});

// Users and groups of the pools. Passwords are kept as scrypt hashes; the sign-in page of the local OIDC provider
// asks here.
import { randomBytes, randomInt, randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { REGION } from '../cloud.ts';
import type { Store } from '../store.ts';
import { AwsError } from './aws-error.ts';
import type { PoolManagement } from './contract.ts';

export const User = z.object({
  poolId: z.string(),
  sub: z.uuid(),
  username: z.string(),
  attributes: z.record(z.string(), z.string()),
  enabled: z.boolean(),
  status: z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED']),
  groups: z.array(z.string()),
  createdAt: z.string(),
  modifiedAt: z.string(),
  password: z.string().optional(),
});
export type User = z.infer<typeof User>;
export const Group = z.object({
  poolId: z.string(),
  name: z.string(),
  description: z.string().optional(),
  precedence: z.number().optional(),
  createdAt: z.string(),
});
export type Group = z.infer<typeof Group>;

export interface Directory extends PoolManagement {
  users(poolId: string): readonly User[];
  findUser(poolId: string, login: string): User | undefined;
  getUser(poolId: string, login: string): User;
  /** A new user; a login that looks like an address is the user's e-mail, and the username is then the sub. */
  addUser(poolId: string, login: string, attributes: Readonly<Record<string, string>>): User;
  /** Saves with a new time of change. */
  save(user: User): User;
  withPassword(user: User, password: string, permanent: boolean): User;
  removeUser(user: User): void;
  findGroup(poolId: string, name: string): Group | undefined;
  addGroup(group: Omit<Group, 'createdAt'>): Group;
}

export function openDirectory(store: Store, clock: () => Date): Directory {
  const users = store.collection('cognito-users', User);
  const groups = store.collection('cognito-groups', Group);
  const idOf = (poolId: string, name: string) => `${poolId}/${name}`;
  const now = () => clock().toISOString();
  const of = (poolId: string) =>
    [...users.values()]
      .filter((user) => user.poolId === poolId)
      .sort((a, b) => `${a.createdAt}${a.sub}`.localeCompare(`${b.createdAt}${b.sub}`));
  const find = (poolId: string, login: string) =>
    of(poolId).find(({ username, sub, attributes }) => [username, sub, attributes.email].includes(login));
  const get = (poolId: string, login: string) => {
    const user = find(poolId, login);
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.');
    return user;
  };
  const save = (user: User) => {
    const saved = { ...user, modifiedAt: now() };
    users.set(idOf(user.poolId, user.sub), saved);
    return saved;
  };
  const addUser: Directory['addUser'] = (poolId, login, attributes) => {
    if (find(poolId, login)) throw new AwsError('UsernameExistsException', 'User account already exists');
    const sub = randomUUID();
    const byEmail = login.includes('@');
    return save({
      poolId,
      sub,
      username: byEmail ? sub : login,
      attributes: { ...attributes, ...(byEmail ? { email: login } : {}), sub },
      enabled: true,
      status: 'FORCE_CHANGE_PASSWORD',
      groups: [],
      createdAt: now(),
      modifiedAt: now(),
    });
  };
  const withPassword: Directory['withPassword'] = (user, password, permanent) => {
    if (password.length < 8)
      throw new AwsError(
        'InvalidPasswordException',
        'Password did not conform with policy: Password not long enough',
      );
    return save({
      ...user,
      password: hash(password, randomBytes(16)),
      status: permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    });
  };
  const addGroup: Directory['addGroup'] = (group) => {
    if (groups.get(idOf(group.poolId, group.name)))
      throw new AwsError('GroupExistsException', 'A group with the name already exists.');
    const made = { ...group, createdAt: now() };
    groups.set(idOf(group.poolId, group.name), made);
    return made;
  };

  return {
    users: of,
    findUser: find,
    getUser: get,
    save,
    addUser,
    withPassword,
    addGroup,
    removeUser: (user) => users.delete(idOf(user.poolId, user.sub)),
    findGroup: (poolId, name) => groups.get(idOf(poolId, name)),
    newPoolId: () => `${REGION}_${randomName(9, POOL)}`,
    newClientId: () => randomName(26, CLIENT),
    deletePool: (poolId) => {
      for (const user of of(poolId)) users.delete(idOf(poolId, user.sub));
      for (const [id, group] of [...groups.entries()]) if (group.poolId === poolId) groups.delete(id);
    },
    createUser: (poolId, { email, name, password, groups: wanted = [] }) => {
      const user = addUser(poolId, email, {
        email_verified: 'true',
        ...(name === undefined ? {} : { name }),
      });
      for (const group of wanted) if (!groups.get(idOf(poolId, group))) addGroup({ poolId, name: group });
      const grouped = save({ ...user, groups: [...wanted] });
      return password === undefined ? grouped : withPassword(grouped, password, true);
    },
    checkPassword: (poolId, login, password) => {
      const user = find(poolId, login);
      if (!user?.enabled || user.password === undefined) return false;
      const expected = Buffer.from(user.password);
      const actual = Buffer.from(hash(password, Buffer.from(user.password.split('.')[0] ?? '', 'hex')));
      return actual.length === expected.length && timingSafeEqual(actual, expected);
    },
    setPassword: (poolId, login, password) => void withPassword(get(poolId, login), password, true),
  };
}

const POOL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const CLIENT = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function randomName(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

const hash = (password: string, salt: Buffer) =>
  `${salt.toString('hex')}.${scryptSync(password, salt, 32).toString('hex')}`;

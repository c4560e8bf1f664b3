// KMS, STS, Cognito, S3 and SES in this process, as far as product code asks them: behind the fault layer, over no network.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { type AwsRequest, bodyOf, type InProcess, type Scripted } from './faulty-http.ts';
import { type Objects, onObject } from './in-process-s3.ts';

interface Account {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly groups: readonly string[];
}

/** Accounts by the address they sign in with. */
export type Pool = Map<string, Account>;
/** What was sent, in the order in which it was. */
export type Mails = string[];

const answered = (value: object): Scripted => ({ status: 200, body: JSON.stringify(value) });
const refused = (type: string): Scripted => ({ status: 400, body: JSON.stringify({ __type: type }) });

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const secret = createPrivateKey(privateKey);
const spki = createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64');

const subOf = (email: string): string => {
  const hex = createHash('sha256').update(email).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

type Input = Readonly<Record<string, unknown>>;
const text = (input: Input, name: string): string => String(input[name] ?? '');

/** A wrapped key is the key and whom it was wrapped for; what matters here is that another one is refused. */
const kms: Readonly<Record<string, (input: Input) => Scripted>> = {
  GenerateDataKeyWithoutPlaintext: ({ EncryptionContext }) => {
    const wrapped = { key: randomBytes(32).toString('base64'), context: EncryptionContext };
    return answered({ CiphertextBlob: Buffer.from(JSON.stringify(wrapped)).toString('base64') });
  },
  Decrypt: (input) => {
    const { key, context } = JSON.parse(Buffer.from(text(input, 'CiphertextBlob'), 'base64').toString());
    return JSON.stringify(context) === JSON.stringify(input.EncryptionContext)
      ? answered({ Plaintext: key })
      : refused('InvalidCiphertextException');
  },
  GetPublicKey: () => answered({ PublicKey: spki }),
  Sign: (input) => {
    const message = Buffer.from(text(input, 'Message'), 'base64');
    return answered({ Signature: sign('sha256', message, secret).toString('base64') });
  },
};

const attributesOf = ({ sub, email, name }: Account) =>
  Object.entries({ sub, email, name }).map(([Name, Value]) => ({ Name, Value }));

export function cognito(pool: Pool): Readonly<Record<string, (input: Input) => Scripted>> {
  const find = (input: Input): Account | undefined => {
    const name = text(input, 'Username');
    return pool.get(name) ?? [...pool.values()].find(({ sub }) => sub === name);
  };
  const change = (input: Input, to: (account: Account) => Account): Scripted => {
    const account = find(input);
    if (!account) return refused('UserNotFoundException');
    pool.set(account.email, to(account));
    return answered({});
  };
  return {
    CreateGroup: () => refused('GroupExistsException'),
    AdminCreateUser: (input) => {
      const email = text(input, 'Username');
      if (pool.has(email)) return refused('UsernameExistsException');
      const account: Account = { sub: subOf(email), email, name: '', enabled: true, groups: [] };
      pool.set(email, account);
      return answered({ User: { Attributes: attributesOf(account) } });
    },
    AdminGetUser: (input) => {
      const account = find(input);
      return account ? answered({ UserAttributes: attributesOf(account) }) : refused('UserNotFoundException');
    },
    AdminListGroupsForUser: (input) => {
      const account = find(input);
      if (!account) return refused('UserNotFoundException');
      return answered({ Groups: account.groups.map((GroupName) => ({ GroupName })) });
    },
    AdminAddUserToGroup: (input) =>
      change(input, (account) => ({
        ...account,
        groups: [...new Set([...account.groups, text(input, 'GroupName')])],
      })),
    AdminRemoveUserFromGroup: (input) =>
      change(input, (account) => ({
        ...account,
        groups: account.groups.filter((group) => group !== text(input, 'GroupName')),
      })),
    AdminDisableUser: (input) => change(input, (account) => ({ ...account, enabled: false })),
    AdminEnableUser: (input) => change(input, (account) => ({ ...account, enabled: true })),
  };
}

const role = `<AssumeRoleResponse><Credentials><AccessKeyId>tenant</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
<SessionToken>session</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResponse>`;

/** DynamoDB alone goes over the network, to DynamoDB Local. */
export function inProcessAws(pool: Pool, objects: Objects, mails: Mails): InProcess {
  const pools = cognito(pool);
  return (request: AwsRequest) => {
    const target: string = request.headers['x-amz-target'] ?? '';
    const [service = '', operation = ''] = target.split('.');
    if (service.startsWith('DynamoDB')) return undefined;
    if (request.path.startsWith('/v2/email/')) {
      mails.push(bodyOf(request));
      return answered({ MessageId: `mail-${mails.length}` });
    }
    if (target === '') return request.path === '/' ? { status: 200, body: role } : onObject(objects, request);
    const handle = (service === 'TrentService' ? kms : pools)[operation];
    if (!handle) throw new Error(`Nobody here answers ${target}.`);
    return handle(JSON.parse(bodyOf(request)));
  };
}

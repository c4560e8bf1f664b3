// Code that mixes up whose table, whose key or whose prefix it works on.
import { tenantKeysKey } from '@layan/storage/keys';
import { systemClock as clock } from '@layan/storage/surroundings';
import { parseBody } from '@layan/storage/table/item';
import { openStores } from '@layan/storage/tenant-ports';
import { contextOf, tenantSecrets, WrappedKeys } from '@layan/storage/tenant-secrets';
import { createVault } from '@layan/storage/vault/vault';
import * as z from 'zod/mini';
import {
  everythingAllowed,
  keyPolicyWithoutTheRole,
  keyPolicyWithoutTheTag,
  noBucketPolicy,
  noCeiling,
  starInTheCeiling,
  starInThePolicy,
} from './bugs.ts';
import { type Lab, NEIGHBOUR, OWN } from './lab.ts';
import { bare, kmsBy, scanBy, sessionOf, tableBy } from './sessions.ts';
import type { Attack, Wall } from './wall.ts';

const staffOf = (lab: Lab) => sessionOf(lab, { fn: 'staff-api', audience: 'staff', tenant: OWN });

/** What stands between a session and the table, the objects and the keys of another tenant. */
const role: Wall = {
  layer: 'role',
  refuses: /no identity-based policy allows/,
  bug: 'A star stands where the policy should name the tenant of its session.',
  remove: starInThePolicy('staff'),
};
const ceiling: Wall = {
  layer: 'ceiling',
  refuses: /no permissions boundary allows/,
  bug: 'The same star stands in the boundary.',
  remove: starInTheCeiling('staff'),
};
const key: Wall = {
  layer: 'key',
  refuses: /no resource-based policy allows the kms:Decrypt/,
  bug: 'The policy of the key forgets to ask whose session it is.',
  remove: keyPolicyWithoutTheTag,
};
export const walls = { role, ceiling, key };

export const forgottenFilter: Attack = {
  name: 'A use case asks for a case of the neighbour, whose id somebody guessed, and the code forgets whose table it is.',
  walls: [
    {
      layer: 'ports',
      refuses: /^no such case$/,
      bug: 'The stores are opened on the table of the neighbour.',
      remove: 'table',
    },
    role,
    ceiling,
    key,
    {
      layer: 'sealed',
      refuses: /^unreadable$/,
      bug: 'The data keys of the neighbour are taken for one’s own.',
      remove: 'keys',
    },
    {
      layer: 'context',
      refuses: /InvalidCiphertext/,
      bug: 'KMS is given the name of the neighbour as encryption context.',
      remove: 'context',
    },
    {
      layer: 'place',
      refuses: /^unreadable$/,
      bug: 'Values are opened as if they were of the neighbour’s place.',
      remove: 'place',
    },
  ],
  attempt: async (lab) => {
    const session = staffOf(lab);
    const table = tableBy(session, lab.bugs.has('table') ? NEIGHBOUR : OWN);
    const { caseId } = lab.neighbour.receipt;
    const found = await openStores(table, { clock })(table).cases.find(caseId);
    const sealed = found?.snapshot.facts.nik;
    if (!found || typeof sealed !== 'object' || !('sealed' in sealed)) return 'no such case';
    const keysIn = lab.bugs.has('keys') ? table : tableBy(session, OWN);
    const secrets = tenantSecrets(lab.bugs.has('context') ? NEIGHBOUR : OWN, {
      ...{ table: keysIn, clock },
      kms: kmsBy(session),
    });
    const vault = createVault(lab.bugs.has('place') ? NEIGHBOUR : OWN, secrets);
    const opened = await vault.open(found.key, { caseId, field: 'nik' }, sealed);
    return opened.ok ? opened.value : opened.error;
  },
  through: /^"\d{16}"$/,
};

const Plain = z.object({ Plaintext: z.base64() });

export const swappedKey: Attack = {
  name: 'A session of one tenant is given the wrapped data key of the neighbour, from a backup perhaps, and asks KMS to open it.',
  walls: [
    { ...key, refuses: /kms:Decrypt/ },
    role,
    ceiling,
    {
      layer: 'context',
      refuses: /InvalidCiphertext/,
      bug: 'The name of the neighbour is given with it.',
      remove: 'context',
    },
  ],
  attempt: async (lab) => {
    const stolen = await tableBy(
      sessionOf(lab, { fn: 'staff-api', audience: 'staff', tenant: NEIGHBOUR }),
      NEIGHBOUR,
    ).get(tenantKeysKey);
    const [first] = stolen ? parseBody(WrappedKeys, stolen).dataKeys : [];
    if (!first) throw new Error('The neighbour has no keys.');
    const input = { KeyId: lab.neighbour.keyArn, CiphertextBlob: first.wrapped };
    const context = contextOf(lab.bugs.has('context') ? NEIGHBOUR : OWN);
    const { Plaintext } = await kmsBy(staffOf(lab))('Decrypt', { ...input, ...context }, Plain);
    return `a key of ${Buffer.from(Plaintext, 'base64').length} bytes`;
  },
  through: /^a key of 32 bytes$/,
};

export const foreignObject: Attack = {
  name: 'A link to a scan is signed with the prefix of the neighbour.',
  walls: [
    {
      layer: 'ports',
      refuses: /^40[34] \| no policy refused$/,
      bug: 'The prefix is the neighbour’s.',
      remove: 'prefix',
    },
    { ...role, refuses: /no identity-based policy allows the s3:GetObject/ },
    { ...ceiling, refuses: /no permissions boundary allows the s3:GetObject/ },
    key,
  ],
  attempt: (lab) => scanBy(staffOf(lab), lab, lab.bugs.has('prefix') ? NEIGHBOUR : OWN),
  through: /^200 /,
};

export const objectWithoutSession: Attack = {
  name: 'A function reads a scan with its own credentials, in no tenant’s session at all.',
  walls: [
    {
      layer: 'bucket',
      refuses: /explicit deny in a resource-based policy/,
      bug: 'The bucket has no policy.',
      remove: noBucketPolicy,
    },
    {
      layer: 'ceiling',
      refuses: /explicit deny in a permissions boundary/,
      bug: 'It has no boundary.',
      remove: noCeiling({ fn: 'portal' }),
    },
    {
      layer: 'function',
      refuses: /no identity-based policy allows the s3:GetObject/,
      bug: 'Its policy allows everything.',
      remove: everythingAllowed({ fn: 'portal' }),
    },
    {
      ...key,
      bug: 'The policy of the key asks neither whose session it is nor which role’s.',
      remove: keyPolicyWithoutTheRole,
    },
  ],
  attempt: (lab) => scanBy(bare(lab.settingsOf('portal')), lab, NEIGHBOUR),
  through: /^200 /,
};

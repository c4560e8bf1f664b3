// KMS keys and their aliases.
import * as z from 'zod';
import { ACCOUNT, type Key, REGION } from '../../cloud.ts';
import { type Here, kind, policyDocument, tagList, truth } from '../kind.ts';

export const key = kind({
  type: 'AWS::KMS::Key',
  guarded: true,
  properties: z.strictObject({
    KeyPolicy: policyDocument,
    KeySpec: z.enum(['SYMMETRIC_DEFAULT', 'ECC_NIST_P256', 'HMAC_256']).default('SYMMETRIC_DEFAULT'),
    Enabled: truth.default(true),
    Tags: tagList,
  }),
  ignored: [
    'Description',
    'EnableKeyRotation',
    'RotationPeriodInDays',
    'PendingWindowInDays',
    'KeyUsage',
    'MultiRegion',
  ],
  fixed: ['KeySpec'],
  async put(properties, here) {
    const tags = { ...here.tags, ...properties.Tags };
    const requested: Record<string, string> = Object.fromEntries(
      Object.entries(tags).map(([name, value]) => [`aws:RequestTag/${name}`, value]),
    );
    if (here.operation === 'create')
      await here.permit('kms:CreateKey', '*', { ...requested, 'kms:KeySpec': properties.KeySpec });
    const id = here.previous?.physicalId ?? here.services.kms.createKey(properties.KeySpec).id;
    const arn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`;
    if (here.operation === 'update') await here.permit('kms:PutKeyPolicy', arn);
    here.cloud.keys.set(arn, {
      arn,
      id,
      tags,
      spec: properties.KeySpec,
      policy: properties.KeyPolicy,
      aliases: here.cloud.keys.get(arn)?.aliases ?? [],
      enabled: properties.Enabled,
    });
    return { physicalId: id, attributes: { Arn: arn, KeyId: id } };
  },
  async remove(made, here) {
    const arn = made.attributes.Arn ?? '';
    await here.permit('kms:ScheduleKeyDeletion', arn);
    here.services.kms.scheduleDeletion(made.physicalId);
    const gone = here.cloud.keys.get(arn);
    if (gone) here.cloud.keys.set(arn, { ...gone, enabled: false });
  },
});

export const alias = kind({
  type: 'AWS::KMS::Alias',
  guarded: true,
  properties: z.strictObject({ AliasName: z.string(), TargetKeyId: z.string() }),
  fixed: ['AliasName'],
  async put({ AliasName, TargetKeyId }, here) {
    const target = keyOf(TargetKeyId, here);
    const action = here.operation === 'create' ? 'kms:CreateAlias' : 'kms:UpdateAlias';
    await here.permit(action, `arn:aws:kms:${REGION}:${ACCOUNT}:${AliasName}`);
    await here.permit(action, target.arn);
    drop(AliasName, here);
    const bare = keyOf(TargetKeyId, here);
    here.cloud.keys.set(bare.arn, { ...bare, aliases: [...bare.aliases, AliasName] });
    return { physicalId: AliasName, attributes: {} };
  },
  async remove(made, here) {
    await here.permit('kms:DeleteAlias', `arn:aws:kms:${REGION}:${ACCOUNT}:${made.physicalId}`);
    drop(made.physicalId, here);
  },
});

function keyOf(reference: string, here: Here): Key {
  const found =
    here.cloud.keys.get(reference) ?? [...here.cloud.keys.values()].find((each) => each.id === reference);
  if (!found) throw new Error(`The key ${reference} does not exist.`);
  return found;
}

function drop(name: string, here: Here): void {
  for (const each of here.cloud.keys.values())
    if (each.aliases.includes(name))
      here.cloud.keys.set(each.arn, { ...each, aliases: each.aliases.filter((other) => other !== name) });
}

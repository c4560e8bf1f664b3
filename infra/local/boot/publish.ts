// Puts built files where the stacks look for them: template assets and the console's files into their buckets.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { BucketManagement } from '../aws/contract.ts';
import type { Cloud } from '../cloud.ts';
import type { Asset } from '../formation/assembly.ts';
import { contentTypeOf } from '../runtime/content-type.ts';

/** Folders are bundles of functions, which run from where they lie. */
export async function publishAssets(
  assets: readonly Asset[],
  cloud: Cloud,
  s3: BucketManagement,
): Promise<void> {
  for (const { bucket, key, path, isFolder } of assets) {
    if (isFolder) continue;
    const arn = `arn:aws:s3:::${bucket}`;
    if (!cloud.buckets.has(arn)) cloud.buckets.set(arn, { arn, name: bucket, cors: [], events: false });
    await s3.putObject(bucket, key, readFileSync(path), contentTypeOf(key));
  }
}

export async function publishSite(
  folder: string | undefined,
  config: Readonly<Record<string, unknown>>,
  cloud: Cloud,
  s3: BucketManagement,
): Promise<void> {
  const [site] = cloud.distributions.values();
  if (!site) return;
  await s3.emptyBucket(site.bucketName);
  const files = folder === undefined ? [] : readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile() || folder === undefined) continue;
    const path = join(file.parentPath, file.name);
    const key = relative(folder, path).split(sep).join('/');
    await s3.putObject(site.bucketName, key, readFileSync(path), contentTypeOf(key));
  }
  await s3.putObject(site.bucketName, 'config.json', JSON.stringify(config), 'application/json');
}

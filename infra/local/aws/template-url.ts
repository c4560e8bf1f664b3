// The address of a template, as bucket and key: path-style, virtual-hosted, or the local front's own.
import { AwsError } from './aws-error.ts';

export function templateLocation(address: string): { bucket: string; key: string } {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const path = decodeURIComponent(url?.pathname.slice(1) ?? '');
  const virtual = /^(.+)\.s3[.-]/.exec(url?.hostname ?? '')?.[1];
  const bucket = virtual ?? path.split('/')[0] ?? '';
  const key = virtual ? path : path.slice(bucket.length + 1);
  if (bucket === '' || key === '')
    throw new AwsError('ValidationError', 'TemplateURL must be a supported URL of an S3 object.');
  return { bucket, key };
}

// Where a tenant's scans lie. The prefixes are what its session may touch.
import type { CaseId, DocumentId, TenantId } from '@layan/domain/kernel/ids';
import type { AwsSettings } from '../aws/settings.ts';

export interface TenantBucket {
  readonly name: string;
  readonly tenant: TenantId;
}

export const objectKey = (
  { tenant }: TenantBucket,
  prefix: 'incoming' | 'accepted',
  caseId: CaseId,
  documentId: DocumentId,
) => `${prefix}/${tenant}/${caseId}/${documentId}`;

/** Address of the bucket, without a slash at its end. */
export const bucketUrl = ({ region, endpoint }: AwsSettings, { name }: TenantBucket) =>
  endpoint === undefined
    ? `https://${name}.s3.${region}.amazonaws.com`
    : `${endpoint.replace(/\/$/, '')}/${name}`;

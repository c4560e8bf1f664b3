// Where a tenant's scans lie. The prefixes are what its session may touch.
import type { CaseId, DocumentId, TenantId } from '@layan/domain/kernel/ids';
import type { ContentHash } from '@layan/domain/standard/content-hash';
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

/** Official documents lie with their case, under the hash of their bytes: what two cases have alike goes with neither but its own. */
export const letterKey = ({ tenant }: TenantBucket, caseId: CaseId, sha256: ContentHash) =>
  `letters/${tenant}/${caseId}/${sha256}.pdf`;

/** Address of the bucket, without a slash at its end. */
export const bucketUrl = ({ region, endpoint }: AwsSettings, { name }: TenantBucket) =>
  endpoint === undefined
    ? `https://${name}.s3.${region}.amazonaws.com`
    : `${endpoint.replace(/\/$/, '')}/${name}`;

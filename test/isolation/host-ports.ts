// What a function of a running host would open of a tenant, opened here: with its credentials, as its audience.
import type { TenantId } from '@layan/domain/kernel/ids';
import type { Host } from '@layan/infra/local/boot/host';
import { awsSettings } from '@layan/storage/aws/settings';
import { lateBooks } from '@layan/storage/late-books';
import { lateImports } from '@layan/storage/late-imports';
import { caseFiles } from '@layan/storage/scans/case-files';
import { scanObjects } from '@layan/storage/scans/scan-objects';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { seededRandom } from '@layan/testing/seeded-random';

const roleArn = (name: string) => `arn:aws:iam::000000000000:role/layan-local-${name}`;

export function hostPorts(
  host: Host,
  { fn, audience, tenant }: { readonly fn: string; readonly audience: string; readonly tenant: TenantId },
) {
  const { accessKeyId, secretAccessKey, sessionToken } = host.front.credentialsFor(roleArn(fn));
  const aws = awsSettings({
    ...{ AWS_REGION: 'ap-southeast-3', AWS_ENDPOINT_URL: host.addresses.aws },
    ...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    AWS_SESSION_TOKEN: sessionToken,
  });
  const opened = openTenants({
    ...{ aws, clock, tablePrefix: 'layan.local.', dataRoleArn: roleArn(`data-${audience}`) },
    ...{ documentsBucket: 'layan-local-documents-000000000000', staffPoolId: host.pool('-staff').id },
    ...{ sealsBucket: 'layan-local-seals-000000000000', scanObjects, caseFiles },
    ...{ imports: lateImports, books: lateBooks, signer: kmsSigner },
  })(tenant);
  return { ...opened, clock, random: seededRandom(`${fn} ${tenant}`) };
}

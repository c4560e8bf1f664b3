// Signs certificates with the key of the control plane, which never leaves KMS.
import { createHash } from 'node:crypto';
import type { CertificateSigner } from '@layan/application/ports/certificates';
import { compactForm, rawSignature, signingInput } from '@layan/domain/product/jws';
import * as z from 'zod/mini';
import { jsonService } from './aws/json-service.ts';
import type { AwsSettings } from './aws/settings.ts';

const Signed = z.object({ Signature: z.base64() });
const Published = z.object({ PublicKey: z.base64() });

export function certificateSigner(aws: AwsSettings, keyArn: string): CertificateSigner {
  const kms = jsonService(aws, 'kms', async () => aws.credentials);
  return {
    sign: async (certificate) => {
      const { PublicKey: publicKey } = await kms('GetPublicKey', { KeyId: keyArn }, Published);
      const kid = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
      const input = signingInput({ kid, typ: 'layan-certificate' }, certificate);
      // Longer than what KMS would hash itself.
      const Message = createHash('sha256').update(input).digest('base64');
      const request = { KeyId: keyArn, SigningAlgorithm: 'ECDSA_SHA_256', Message, MessageType: 'DIGEST' };
      const { Signature } = await kms('Sign', request, Signed);
      return { jws: compactForm(input, rawSignature(Buffer.from(Signature, 'base64'))), publicKey };
    },
  };
}

// The simulator knows the variable part of a context key behind a slash only, and would drop
// `kms:EncryptionContext:<name>`. Policies and requests are rewritten alike before it sees them, and its words back.
import type { PolicyDocument } from '../cloud.ts';

const KMS = 'kms:EncryptionContext:';
// A tag of the caller can never be called so: `#` is no letter of a tag key.
const STAND_IN = 'aws:PrincipalTag/#encryption-context:';

export const rewriteKeys = (text: string) => text.replace(/kms:EncryptionContext:/gi, STAND_IN);

export function rewritePolicy(document: PolicyDocument): PolicyDocument {
  return JSON.parse(rewriteKeys(JSON.stringify(document)));
}

export const restoreText = (text: string) => text.replaceAll(STAND_IN, KMS);

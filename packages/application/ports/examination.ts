// Somebody who looks into an upload that is to be the signed copy of a document.
import type { ExaminedUpload } from '@layan/domain/document/examined-upload';

/** Never fails on what somebody sent: what cannot be read is said in the answer. `prepared`: what was to be signed. */
export type Examine = (upload: {
  readonly bytes: Uint8Array;
  readonly contentType: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly prepared?: Uint8Array;
}) => Promise<ExaminedUpload>;

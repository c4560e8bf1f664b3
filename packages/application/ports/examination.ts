// Somebody who looks into an upload: into packed parts of any PDF, and closely into what is to be a signed copy.
import type { ExaminedUpload } from '@layan/domain/document/examined-upload';
import type { ScanRejection } from '@layan/domain/document/scan-rejection';

/** Never fails on what somebody sent: what cannot be read is said in the answer. `prepared`: what was to be signed. */
export type Examine = (upload: {
  readonly bytes: Uint8Array;
  readonly contentType: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly prepared?: Uint8Array;
}) => Promise<ExaminedUpload>;

/** Why a PDF is not kept for what its packed parts hold; undefined when nothing speaks against it. Never fails on content. */
export type LookInside = (pdf: Uint8Array) => Promise<ScanRejection | undefined>;

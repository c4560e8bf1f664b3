// The one hash of the product: of standards and of the events of a case.
import { createHash } from 'node:crypto';
import { ContentHash } from '@layan/domain/standard/content-hash';

/** SHA-256 of bytes, or of a text in UTF-8; lower-case hex. */
export const sha256 = (content: string | Uint8Array): ContentHash =>
  ContentHash.parse(createHash('sha256').update(content).digest('hex'));

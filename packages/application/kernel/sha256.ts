// The one hash of the product: of standards and of the events of a case.
import { createHash } from 'node:crypto';
import { ContentHash } from '@layan/domain/standard/content-hash';

/** SHA-256 of a text, lower-case hex. */
export const sha256 = (text: string): ContentHash =>
  ContentHash.parse(createHash('sha256').update(text, 'utf8').digest('hex'));

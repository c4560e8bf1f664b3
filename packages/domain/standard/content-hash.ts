// What a standard is known by: equal standards hash equally, however their JSON was written.
import * as z from 'zod/mini';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Standard } from './standard.ts';

/** SHA-256 of the canonical JSON, lower-case hex. */
export const ContentHash = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/))
  .brand<'ContentHash'>();
export type ContentHash = z.infer<typeof ContentHash>;

export type HashText = (canonical: string) => ContentHash;

export const contentHash = (standard: Standard, hash: HashText): ContentHash => hash(canonicalJson(standard));

// A version with its document parsed: what is saved, and what tests make.
import * as z from 'zod/mini';
import { KeptVersion } from './kept-version.ts';
import { Standard } from './standard.ts';

/** A version as it is kept: the document, its life, and who confirmed which reading. Published, its text never changes. */
export const StandardVersion = z.extend(KeptVersion, { standard: Standard });
export type StandardVersion = z.infer<typeof StandardVersion>;

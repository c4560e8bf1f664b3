// A standard as a file for others: canonical JSON, so that equal standards are equal bytes.
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Standard } from './standard.ts';

/**
 * What `parseStandard` reads back as the same standard; exported again, the same bytes.
 *
 * @example parseStandard(JSON.parse(exportStandard(standard)))
 */
export const exportStandard = (standard: Standard): string => canonicalJson(standard);

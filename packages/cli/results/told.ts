// What several answers have in common: moments, findings, the standard they are about.
import * as z from 'zod/mini';

export const Instant = z.iso.datetime().check(z.describe('Instant in UTC.'));

export const Local = z.string().check(z.describe('The same in the zone of the tenant, as people read it.'));

export const At = z.strictObject({ at: Instant, local: Local });

export const ToldFinding = z.strictObject({
  code: z.string().check(z.describe('Stable code: layan check --codes. "format": not as the format asks.')),
  severity: z
    .enum(['error', 'warning', 'note'])
    .check(z.describe('error blocks publishing, warning asks, note informs.')),
  place: z.string().check(z.describe('Path in the standard; empty for the document as a whole.')),
  cites: z.array(z.string()).check(z.describe('Ids of the sentences concerned.')),
  message: z.string().check(z.describe('What was found.')),
  advice: z.string().check(z.describe('What to do.')),
});

export const Named = z
  .strictObject({ id: z.string(), title: z.string(), agency: z.string() })
  .check(z.describe('The standard.'));

// Where the API and the identity provider are: written beside the page when the console is deployed.
import * as z from 'zod/mini';

const door = { issuer: z.url(), clientId: z.string().check(z.minLength(1)) };
const Config = z.object({
  apiUrl: z.url(),
  ...door,
  admin: z.optional(z.object(door)).check(z.describe('Where central admins sign in.')),
});
export type Config = z.infer<typeof Config>;

/** @throws when the file is missing or malformed: the console cannot start then. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  return Config.parse(await response.json());
}

// What the relay needs from its environment.
import * as z from 'zod/mini';

const Config = z.object({
  AWS_REGION: z.string().check(z.minLength(1)),
  CHANGES_QUEUE_URL: z.url(),
  NOTICES_QUEUE_URL: z.url(),
});

export const readConfig = () => Config.parse(process.env);

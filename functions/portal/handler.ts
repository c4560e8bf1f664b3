// Entry of the portal.
import { defaultIsContentTypeBinary, handle } from 'hono/aws-lambda';
import { container } from './container.ts';

// A signed list is text, and the gateway would hand anything else on as base64.
const isContentTypeBinary = (type: string) =>
  type !== 'application/statuslist+jwt' && defaultIsContentTypeBinary(type);

export const handler = handle(container(), { isContentTypeBinary });

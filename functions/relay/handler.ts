// Entry of the relay: tenant streams in, pointers to the queue out.
import { container } from './container.ts';

export const handler = container();

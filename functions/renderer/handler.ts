// Entry of the renderer.
import { handle } from 'hono/aws-lambda';
import { container } from './container.ts';

export const handler = handle(container());

// Entry of the projections: pointers in, figures written.
import { container } from './container.ts';

export const handler = container();

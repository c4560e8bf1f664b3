// Entry of the checking of scans: an object arrived, and is accepted or rejected.
import { container } from './container.ts';

export const handler = container();

// Entry of the notifier: pointers in, mail to citizens out.
import { container } from './container.ts';

export const handler = container();

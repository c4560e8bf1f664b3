// Entry of the deadlines function: the clock in, timers fired and promises marked.
import { container } from './container.ts';

export const handler = container();

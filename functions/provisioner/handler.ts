// Entry of the provisioner: a registration or its stack changed, the next step is done.
import { container } from './container.ts';

export const handler = container();

// The door of a government that has closed (decision 0104): what is there can be read until it is destroyed, its manager takes
// the data home, and nothing changes any more.
import { type ProblemBody, problem } from './problem.ts';

const readOnly = problem(
  403,
  'tenant-closed',
  'Hanya untuk dibaca',
  'Daerah ini sudah berhenti memakai Layan. Berkas masih dapat dibaca, tetapi tidak dapat diubah lagi. Lanjutkan pekerjaan di tempat yang ditetapkan dinas.',
);

const OPEN: readonly RegExp[] = [/^\/staff\/me\/sign-out$/, /^\/staff\/export\/files\/[^/]+\/fetch$/];

/** Why it goes no further; undefined when it may. */
export const closedDoor = ({
  method,
  path,
}: {
  readonly method: string;
  readonly path: string;
}): ProblemBody | undefined =>
  method === 'GET' || OPEN.some((pattern) => pattern.test(path)) ? undefined : readOnly;

// Requests of staff that are done once: the use case gets ports that record it. Loaded by the first that changes something.
import { makeRunOnce, type OnceFailure } from '@layan/application/recorded/run-once';
import { type AdministrativeAct, isAdministrativeAct } from '@layan/domain/access/administrative-acts';
import { err, type Result } from '@layan/domain/kernel/result';
import { type ProblemBody, problem } from './problem.ts';
import type { OnceRequest } from './register.ts';
import type { StaffContext } from './staff-admission.ts';
import { staffProblem } from './staff-problems.ts';

const problemOf = ({ code }: OnceFailure): ProblemBody =>
  code === 'idempotency-mismatch'
    ? staffProblem({ code })
    : problem(
        409,
        code,
        'Sudah diterima sebelumnya',
        'Permintaan ini sudah kami terima dan kerjakan. Muat ulang halaman untuk melihat keadaannya sekarang.',
      );

/** Where an act names what it is about in its body; a parameter of its path says so otherwise. */
const named = {
  'add-closure': 'date',
  'add-special-hours': 'from',
} as const satisfies { readonly [Act in AdministrativeAct]?: string };
const nameIn: ReadonlyMap<string, string> = new Map(Object.entries(named));

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const fieldOf = (body: unknown, field: string | undefined): string | undefined =>
  field !== undefined && typeof body === 'object' && body !== null
    ? asText(new Map<string, unknown>(Object.entries(body)).get(field))
    : undefined;

const aboutOf = (name: string, { params, body }: OnceRequest): string | undefined => {
  const ids = Object.values(params).filter((value) => typeof value === 'string');
  return ids.length > 0 ? ids.join('/') : fieldOf(body, nameIn.get(name));
};

export async function doOnce<S extends StaffContext>(
  staff: S,
  request: OnceRequest,
  work: (recorded: S) => Promise<Result<string, ProblemBody>>,
): Promise<Result<string, ProblemBody>> {
  const { name, repeats, takesAway, key, params, query, body } = request;
  const about = aboutOf(name, request);
  const [of] = Object.values(params).filter((value) => typeof value === 'string');
  const done = await makeRunOnce(staff.ports)<ProblemBody>(
    {
      operation: name,
      member: staff.member,
      key,
      body: { params, query, body },
      resumes: repeats === 'resumed',
      ...(of !== undefined && { of }),
      ...(isAdministrativeAct(name) && { act: about === undefined ? {} : { about } }),
    },
    {
      work: (ports) => work({ ...staff, ports: { ...staff.ports, ...ports } }),
      isOfRights: ({ status }) => status === 403 || (status === 404 && !takesAway),
    },
  );
  if (done.ok) return done;
  return err('status' in done.error ? done.error : problemOf(done.error));
}

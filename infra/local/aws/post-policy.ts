// The policy of a browser upload: it must be alive, and cover every field of the form.
import * as z from 'zod';
import { AwsError } from './aws-error.ts';

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  z.record(z.string(), z.string()).refine((one) => Object.keys(one).length === 1),
]);
const Policy = z.object({ expiration: z.iso.datetime({ offset: true }), conditions: z.array(Condition) });

const denied = (message: string) =>
  new AwsError('AccessDenied', `Invalid according to Policy: ${message}`, 403);

/** Throws unless the fields (names in lower case) are exactly what the policy allows; gives the size range. */
export function checkPostPolicy(
  encoded: string,
  fields: ReadonlyMap<string, string>,
  bucket: string,
  now: Date,
): { minimum: number; maximum: number } {
  const policy = readPolicy(encoded);
  if (Date.parse(policy.expiration) <= now.getTime()) throw denied('Policy expired.');
  const covered = new Set<string>();
  let range = { minimum: 0, maximum: 5 * 1024 ** 3 };
  for (const condition of policy.conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      range = { minimum: condition[1], maximum: condition[2] };
      continue;
    }
    const [kind, name, wanted] = normal(condition);
    const actual = name === 'bucket' ? bucket : fields.get(name);
    const holds =
      kind === 'eq' ? actual === wanted : actual !== undefined && startsWith(name, actual, wanted);
    if (!holds) throw denied(`Policy Condition failed: ${JSON.stringify([kind, `$${name}`, wanted])}`);
    covered.add(name);
  }
  const extra = [...fields.keys()].find((name) => !isExempt(name) && !covered.has(name));
  if (extra !== undefined) throw denied(`Extra input fields: ${extra}`);
  return range;
}

const isExempt = (name: string) =>
  ['policy', 'x-amz-signature', 'file'].includes(name) || name.startsWith('x-ignore-');

function normal(condition: Exclude<z.infer<typeof Condition>, [string, number, number]>) {
  if (Array.isArray(condition)) {
    const [kind, name, wanted] = condition;
    return [kind, name.replace(/^\$/, '').toLowerCase(), wanted] as const;
  }
  const [[name, wanted] = ['', '']] = Object.entries(condition);
  return ['eq', name.toLowerCase(), wanted] as const;
}

function startsWith(name: string, actual: string, prefix: string): boolean {
  // S3 reads a list of types as several values, each of which must begin so.
  const values = name === 'content-type' ? actual.split(',').map((type) => type.trim()) : [actual];
  return values.every((value) => value.startsWith(prefix));
}

function readPolicy(encoded: string): z.infer<typeof Policy> {
  try {
    return Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AwsError('InvalidPolicyDocument', `The policy of the form cannot be read: ${why}`);
  }
}

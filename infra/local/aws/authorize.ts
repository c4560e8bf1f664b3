// Decides a call by the synthesized policies: identity policies and boundary of the role, policy of the resource,
// and the keys of the request context. Every decision is recorded; a denial names the statement that is missing.
import {
  createValidatedPolicy,
  type ValidatedPolicy,
  type ValidationError,
  validateIdentityPolicy,
  validateResourcePolicy,
  validateTrustPolicy,
} from '@cloud-copilot/iam-policy';
import {
  type RequestAnalysis,
  type RunSimulationResults,
  runSimulation,
  type Simulation,
} from '@cloud-copilot/iam-simulate';
import { ACCOUNT, type Cloud, type PolicyDocument, type Role } from '../cloud.ts';
import { LEADING_KEYS, partitionsIn, usedBy } from '../permissions/permission-lines.ts';
import { AwsError } from './aws-error.ts';
import type { ContextKeys, Decision, Principal } from './contract.ts';
import { explainDenial } from './denial.ts';
import { restoreText, rewriteKeys, rewritePolicy } from './encryption-context.ts';
import { principalArn, requestContext } from './request-context.ts';
import { undecidableIn } from './undecidable.ts';

export interface Authorizer {
  decide(principal: Principal, action: string, resource: string, context?: ContextKeys): Promise<Decision>;
  /** As `decide`, without a record: for a service that only asks what it may reveal. */
  probe(principal: Principal, action: string, resource: string, context?: ContextKeys): Promise<boolean>;
  /** Throws AccessDenied; each protocol writes it its own way. */
  require(principal: Principal, action: string, resource: string, context?: ContextKeys): Promise<void>;
  readonly decisions: readonly Decision[];
  /** What of the roles' policies was ever made use of, a line each (permissions/permission-lines.ts). */
  readonly used: ReadonlySet<string>;
}

interface Prepared {
  readonly id: number;
  readonly validated: ValidatedPolicy;
  /** The document in lower case, to see which context keys it can ask for. */
  readonly text: string;
  /** Whether it tells partitions apart by what stands before their first `#`, and by nothing after it. */
  readonly asksForFamilies: boolean;
}

interface Answer {
  readonly allowed: boolean;
  readonly why?: string;
  /** What of the role's policies the call makes use of. */
  readonly uses: readonly string[];
}

const KEPT = 100_000;
const MEMO = 20_000;

export function createAuthorizer(cloud: Cloud): Authorizer {
  const decisions: Decision[] = [];
  const used = new Set<string>();
  const memo = new Map<string, Promise<Answer>>();
  const prepare = createPreparer();

  const evaluate = (principal: Principal, action: string, resource: string, context: ContextKeys) => {
    const role = principal.kind === 'session' ? cloud.roles.get(principal.roleArn) : undefined;
    const identity = role
      ? role.policies.map(({ document }) => prepare(document, validateIdentityPolicy))
      : [];
    const boundary = role?.boundary ? prepare(role.boundary, validateIdentityPolicy) : undefined;
    const guard = resourcePolicyOf(cloud, action, resource);
    const resourcePolicy = guard && prepare(guard.document, guard.validate);
    const documents = [
      ...identity,
      ...(boundary ? [boundary] : []),
      ...(resourcePolicy ? [resourcePolicy] : []),
    ];
    const asked = Object.entries({ ...requestContext(cloud, principal, resource), ...context })
      .map(([key, value]) => [rewriteKeys(key), value] as const)
      .filter(([key]) => documents.some(({ text }) => text.includes(key.toLowerCase())))
      .map(([key, value]) => [key, key === LEADING_KEYS ? familiesOf(value, documents) : value] as const);
    const who = principalArn(principal);
    const id = JSON.stringify([documents.map((d) => d.id), boundary?.id, who, action, resource, asked]);
    const known = memo.get(id);
    if (known) return known;
    if (memo.size >= MEMO) memo.clear();
    const simulation: Simulation = {
      request: {
        principal: who,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: Object.fromEntries(
          asked.map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
        ),
      },
      identityPolicies: identity.map(({ validated }, i) => ({
        name: role?.policies[i]?.name ?? '',
        policy: validated,
      })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: resourcePolicy?.validated,
      ...(boundary ? { permissionBoundaryPolicies: [{ name: 'boundary', policy: boundary.validated }] } : {}),
    };
    const answer = runSimulation(simulation, {}).then(
      (result) => {
        const undecided = analysesOf(result).map(undecidableIn).find(Boolean);
        if (undecided)
          return { allowed: false, why: `because this host cannot decide ${undecided}.`, uses: [] };
        return isAllowed(result)
          ? { allowed: true, uses: role ? usesOf(result, role, principal, action, resource, context) : [] }
          : {
              allowed: false,
              why: restoreText(explainDenial(result, principal, action, resource, context)),
              uses: [],
            };
      },
      (error: unknown) => ({
        allowed: false,
        why: `because the call cannot be evaluated: ${error}`,
        uses: [],
      }),
    );
    memo.set(id, answer);
    return answer;
  };

  const decide = async (
    principal: Principal,
    action: string,
    resource: string,
    context: ContextKeys = {},
  ) => {
    const missing = principal.kind === 'session' && !cloud.roles.has(principal.roleArn);
    const { allowed, why, uses } = missing
      ? { allowed: false, why: `because the role ${principal.roleArn} does not exist.`, uses: [] }
      : await evaluate(principal, action, resource, context);
    const who = principalArn(principal);
    const decision: Decision = {
      principal: who,
      action,
      resource,
      allowed,
      tags: principal.kind === 'session' ? principal.tags : {},
      ...(allowed
        ? {}
        : {
            message: `User: ${who} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
          }),
    };
    return { decision, uses };
  };

  const record = async (...call: Call) => {
    const { decision, uses } = await decide(...call);
    if (decisions.length >= KEPT) decisions.splice(0, KEPT / 10);
    decisions.push(decision);
    for (const line of uses) used.add(line);
    return decision;
  };

  return {
    decisions,
    used,
    decide: record,
    probe: async (...call) => (await decide(...call)).decision.allowed,
    require: async (...call) => {
      const { allowed, message } = await record(...call);
      if (!allowed) throw new AwsError('AccessDenied', message ?? '', 403);
    },
  };
}

/** One stands for all of its family where no policy tells them apart: else every case would be decided anew. */
const familiesOf = (keys: string | readonly string[], documents: readonly Prepared[]): readonly string[] =>
  [keys]
    .flat()
    .map((key) =>
      documents.every(({ asksForFamilies }) => asksForFamilies) ? key.replace(/#.*$/s, '#~') : key,
    );

type Call = Parameters<Authorizer['decide']>;

function usesOf(
  result: RunSimulationResults,
  role: Role,
  principal: Principal,
  action: string,
  resource: string,
  context: ContextKeys,
): string[] {
  const call = {
    action,
    resource,
    tags: principal.kind === 'session' ? principal.tags : {},
    leadingKeys: [context[LEADING_KEYS] ?? []].flat(),
  };
  return analysesOf(result)
    .flatMap(({ identityAnalysis }) => identityAnalysis?.allowStatements ?? [])
    .flatMap(({ statement }) => usedBy(role, statement.toJSON(), call));
}

function analysesOf(result: RunSimulationResults): RequestAnalysis[] {
  if (result.resultType === 'error') return [];
  return (result.resultType === 'single' ? [result.result] : result.results).map(({ analysis }) => analysis);
}

const isAllowed = (result: RunSimulationResults) =>
  result.resultType !== 'error' && result.overallResult === 'Allowed';

type Validate = (policy: PolicyDocument) => ValidationError[];

/** Validates a document once. Documents are never changed in place, so the object is its identity. */
function createPreparer() {
  const prepared = new WeakMap<object, Prepared>();
  let last = 0;
  return (document: PolicyDocument, validate: Validate): Prepared => {
    const known = prepared.get(document);
    if (known) return known;
    last += 1;
    const policy = rewritePolicy(document);
    const made = {
      id: last,
      validated: createValidatedPolicy(policy, validate),
      text: JSON.stringify(policy).toLowerCase(),
      asksForFamilies: partitionsIn(policy).every((pattern) => /^([^#*?]*|[^#*?]+#\*)$/.test(pattern)),
    };
    prepared.set(document, made);
    return made;
  };
}

function resourcePolicyOf(
  cloud: Cloud,
  action: string,
  resource: string,
): { document: PolicyDocument; validate: Validate } | undefined {
  const service = resource.split(':')[2];
  const guard = (document: PolicyDocument | undefined, validate: Validate = validateResourcePolicy) =>
    document && { document, validate };
  switch (service) {
    case 's3':
      return guard(cloud.buckets.get(resource.split('/')[0] ?? '')?.policy);
    case 'kms':
      return guard(cloud.keys.get(resource)?.policy);
    case 'sqs':
      return guard(cloud.queues.get(resource)?.policy);
    case 'iam':
      return action.startsWith('sts:')
        ? guard(trustOf(cloud.roles.get(resource)), validateTrustPolicy)
        : undefined;
    default:
      return undefined;
  }
}

const trustOf = (role: Role | undefined) => role?.trust;

// Says why a call was denied, in AWS's words, and which statement would have allowed it.
import type { EvaluationResult, RequestAnalysis, RunSimulationResults } from '@cloud-copilot/iam-simulate';
import type { ContextKeys, Principal } from './contract.ts';

export function explainDenial(
  result: RunSimulationResults,
  principal: Principal,
  action: string,
  resource: string,
  context: ContextKeys,
): string {
  if (result.resultType === 'error')
    return `because the call cannot be evaluated: ${JSON.stringify(result.errors)}`;
  const analysis = result.resultType === 'single' ? result.result.analysis : undefined;
  const denied = analysis && denyingStatement(analysis);
  if (denied) return `with an explicit deny in ${denied}`;
  const side = analysis ? lackingSide(analysis, principal) : 'identity-based policy';
  const near = analysis ? nearMiss(analysis) : '';
  return `because no ${side} allows the ${action} action.${near} Missing statement: ${missingStatement(side, principal, action, resource, context)}`;
}

type Side = 'identity-based policy' | 'resource-based policy' | 'permissions boundary';

function lackingSide(analysis: RequestAnalysis, principal: Principal): Side {
  if (analysis.blockedBy?.includes('pb')) return 'permissions boundary';
  if (principal.kind === 'service') return 'resource-based policy';
  const identity: EvaluationResult | undefined = analysis.identityAnalysis?.result;
  return identity === 'Allowed' ? 'resource-based policy' : 'identity-based policy';
}

function missingStatement(
  side: Side,
  principal: Principal,
  action: string,
  resource: string,
  context: ContextKeys,
): string {
  const who = principal.kind === 'service' ? { Service: principal.name } : { AWS: principal.roleArn };
  const trust = action.startsWith('sts:');
  const via = context['kms:ViaService'];
  return JSON.stringify({
    Effect: 'Allow',
    ...(side === 'resource-based policy' ? { Principal: who } : {}),
    Action: action,
    ...(side === 'resource-based policy' && trust ? {} : { Resource: resource }),
    ...(via === undefined ? {} : { Condition: { StringEquals: { 'kms:ViaService': via } } }),
  });
}

function denyingStatement(analysis: RequestAnalysis): string | undefined {
  const found = [
    ['an identity-based policy', analysis.identityAnalysis],
    ['a resource-based policy', analysis.resourceAnalysis],
    ['a permissions boundary', analysis.permissionBoundaryAnalysis],
  ] as const;
  for (const [side, part] of found) {
    const [first] = part?.denyStatements ?? [];
    if (first) return `${side}. Denying statement: ${JSON.stringify(first.statement.toJSON())}`;
  }
  return undefined;
}

/** A statement that names action and resource and fails by its conditions is what one is looking for first. */
function nearMiss(analysis: RequestAnalysis): string {
  const unmatched = [
    ...(analysis.identityAnalysis?.unmatchedStatements ?? []),
    ...(analysis.resourceAnalysis?.unmatchedStatements ?? []),
  ];
  const near = unmatched.find((s) => s.actionMatch && s.resourceMatch && s.statement.isAllow());
  return near
    ? ` The conditions of this statement are not met: ${JSON.stringify(near.statement.toJSON())}.`
    : '';
}

// The checker: what keeps a standard from being published (errors), what should be asked (warnings), what is worth knowing.
import { checkConditions } from './checks/conditions.ts';
import { checkExamples } from './checks/examples.ts';
import { checkFacts } from './checks/facts.ts';
import { checkIdentities } from './checks/identities.ts';
import { checkLoops } from './checks/loops.ts';
import { checkNotices } from './checks/notices.ts';
import { checkObjections } from './checks/objections.ts';
import { checkOutcomes } from './checks/outcomes.ts';
import { checkProducts } from './checks/products.ts';
import { checkPromises } from './checks/promises.ts';
import { checkReferences } from './checks/references.ts';
import { checkScores } from './checks/scores.ts';
import { checkSoundness } from './checks/soundness.ts';
import { checkText } from './checks/text.ts';
import { checkUse } from './checks/use.ts';
import type { Finding, Severity } from './finding.ts';
import type { Standard } from './standard.ts';
import type { TenantFacts } from './tenant-facts.ts';

/** These must find nothing grave before the others can make sense of the process. */
const formal = [checkIdentities, checkText, checkReferences];

const meaning = [
  checkFacts,
  checkConditions,
  checkOutcomes,
  checkUse,
  checkProducts,
  checkPromises,
  checkObjections,
  checkNotices,
  checkScores,
  checkLoops,
];

/** These run the process; it must be sound in itself first. */
const running = [checkSoundness, checkExamples];

const rank = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/**
 * All findings, the gravest first. Errors of one stage hide the later stages: what only follows from them would bury them.
 *
 * @example checkStandard(standard).filter(({ severity }) => severity === 'error')
 */
export const checkStandard = (standard: Standard, _tenant?: TenantFacts): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const stage of [formal, meaning, running]) {
    findings.push(...stage.flatMap((check) => check(standard)));
    if (findings.some(({ severity, code }) => severity === 'error' && code !== 'component-missing')) break;
  }
  return findings.sort((a, b) => rank[a.severity] - rank[b.severity]);
};

// The checker: what keeps a standard from being published (errors), what should be asked (warnings), what is worth knowing.
import { checkAbbreviations } from './checks/abbreviations.ts';
import { checkBatches } from './checks/batches.ts';
import { checkChannels } from './checks/channels.ts';
import { checkClocks } from './checks/clocks.ts';
import { checkComplaints } from './checks/complaints.ts';
import { checkConditions } from './checks/conditions.ts';
import { checkConfidentialWork } from './checks/confidential-work.ts';
import { checkContacts } from './checks/contacts.ts';
import { checkExamples } from './checks/examples.ts';
import { checkFacts } from './checks/facts.ts';
import { checkGuarantees } from './checks/guarantees.ts';
import { checkIdentities } from './checks/identities.ts';
import { checkIdentity } from './checks/identity.ts';
import { checkKnownFacts } from './checks/known-facts.ts';
import { checkLetterNumbers } from './checks/letter-numbers.ts';
import { checkLetterValues } from './checks/letter-values.ts';
import { checkLetters } from './checks/letters.ts';
import { checkLines } from './checks/lines.ts';
import { checkLoops } from './checks/loops.ts';
import { checkNextServices } from './checks/next-services.ts';
import { checkNorms } from './checks/norms.ts';
import { checkNotices } from './checks/notices.ts';
import { checkObjections } from './checks/objections.ts';
import { checkOutcomes } from './checks/outcomes.ts';
import { checkProducts } from './checks/products.ts';
import { checkPromises } from './checks/promises.ts';
import { checkReferences } from './checks/references.ts';
import { checkReviews } from './checks/reviews.ts';
import { checkRevocations } from './checks/revocations.ts';
import { checkScores } from './checks/scores.ts';
import { checkServices } from './checks/services.ts';
import { checkSoundness } from './checks/soundness.ts';
import { checkStaffing } from './checks/staffing.ts';
import { checkStandIns } from './checks/stand-ins.ts';
import { checkStatedPromises } from './checks/stated-promises.ts';
import { checkSubcases } from './checks/subcases.ts';
import { checkTenantFacts } from './checks/tenant.ts';
import { checkTerms } from './checks/terms.ts';
import { checkText } from './checks/text.ts';
import { checkUse } from './checks/use.ts';
import type { Finding, Severity } from './finding.ts';
import type { Standard } from './standard.ts';
import type { TenantFacts } from './tenant-facts.ts';

type Check = (standard: Standard, tenant: TenantFacts | undefined) => readonly Finding[];

/** These must find nothing grave before the others can make sense of the process. */
const formal: readonly Check[] = [checkIdentities, checkText, checkReferences];

const text: readonly Check[] = [
  checkAbbreviations,
  checkChannels,
  checkComplaints,
  checkContacts,
  checkGuarantees,
  checkStaffing,
  checkStatedPromises,
];

const process: readonly Check[] = [
  checkFacts,
  checkConditions,
  checkOutcomes,
  checkSubcases,
  checkServices,
  checkKnownFacts,
  checkUse,
  checkIdentity,
  checkConfidentialWork,
  checkStandIns,
  checkReviews,
  checkProducts,
  checkLetters,
  checkLetterNumbers,
  checkBatches,
  checkLines,
  checkNextServices,
  checkRevocations,
  checkPromises,
  checkTerms,
  checkObjections,
  checkNotices,
  checkScores,
  checkLoops,
  checkTenantFacts,
];

/** These run the process; it must be sound in itself first. */
const running: readonly Check[] = [checkSoundness, checkLetterValues, checkNorms, checkClocks, checkExamples];

const rank = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** The same thing come to in several ways is told once. */
const onlyOnce = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((one) => [`${one.code} ${one.place} ${one.message}`, one])).values(),
];

/**
 * All findings, the gravest first. Errors of one stage hide the later stages: what only follows from them would bury them.
 * Where the tenant is known, so is what only hangs on its people, its opening hours and its other services.
 *
 * @example checkStandard(standard).filter(({ severity }) => severity === 'error')
 */
export const checkStandard = (standard: Standard, tenant?: TenantFacts): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const stage of [formal, [...text, ...process], running]) {
    findings.push(...stage.flatMap((check) => check(standard, tenant)));
    if (findings.some(({ severity, code }) => severity === 'error' && code !== 'component-missing')) break;
  }
  return onlyOnce(findings).sort((a, b) => rank[a.severity] - rank[b.severity]);
};

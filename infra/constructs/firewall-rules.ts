// The rules of the web firewall, in the order they are tried.
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Rule = CfnWebACL.RuleProperty;
type Statement = CfnWebACL.StatementProperty;

// Whole villages share one address behind a mobile carrier, so the limits per address are generous; guessing a
// ticket at this rate is hopeless all the same.
const REQUESTS_PER_ADDRESS = 3000;
const FORMS_PER_ADDRESS = 600;
/** Per person signed in: the token stands for the person. */
const REQUESTS_PER_TOKEN = 1500;
/** Per tenant, by its host: a tenant that overruns this is slowed alone. */
const REQUESTS_PER_TENANT = 30_000;
const WINDOW_SECONDS = 300;

export function firewallRules(apiHost: string): Rule[] {
  const towardsApi = equals({ singleHeader: { Name: 'host' } }, apiHost);
  const comparison: Statement = {
    regexMatchStatement: {
      fieldToMatch: { uriPath: {} },
      regexString: '^/v/[0-9A-Za-z]{26}/berkas$',
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
  const rules: (Omit<Rule, 'priority' | 'visibilityConfig'> & { name: string })[] = [
    blocking('rate-address', rate(REQUESTS_PER_ADDRESS, { aggregateKeyType: 'IP' })),
    blocking(
      'rate-address-forms',
      rate(FORMS_PER_ADDRESS, {
        aggregateKeyType: 'IP',
        scopeDownStatement: equals({ method: {} }, 'post'),
      }),
    ),
    blocking(
      'rate-tenant',
      rate(REQUESTS_PER_TENANT, {
        ...byHeader('host', 'LOWERCASE'),
        scopeDownStatement: { notStatement: { statement: towardsApi } },
      }),
    ),
    blocking(
      'rate-person',
      rate(REQUESTS_PER_TOKEN, { ...byHeader('authorization', 'NONE'), scopeDownStatement: towardsApi }),
    ),
    blocking('form-too-large', {
      andStatement: {
        statements: [
          {
            sizeConstraintStatement: {
              fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
              comparisonOperator: 'GT',
              size: 64 * 1024,
              textTransformations: [{ priority: 0, type: 'NONE' }],
            },
          },
          { notStatement: { statement: towardsApi } },
          // A file that is compared with a letter; the function takes two megabytes of it at most.
          { notStatement: { statement: comparison } },
        ],
      },
    }),
    managed('AWSManagedRulesAmazonIpReputationList'),
    // Its limit of 8 KB would refuse an ordinary form with a long story; the rule above sets ours.
    managed('AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']),
    managed('AWSManagedRulesKnownBadInputsRuleSet'),
  ];
  return rules.map((rule, priority) => ({
    ...rule,
    priority,
    visibilityConfig: {
      cloudWatchMetricsEnabled: true,
      metricName: rule.name,
      sampledRequestsEnabled: false,
    },
  }));
}

function blocking(name: string, statement: Statement) {
  return { name, statement, action: { block: {} } };
}

function rate(limit: number, by: Omit<CfnWebACL.RateBasedStatementProperty, 'limit'>): Statement {
  return { rateBasedStatement: { limit, evaluationWindowSec: WINDOW_SECONDS, ...by } };
}

function byHeader(name: string, type: 'NONE' | 'LOWERCASE') {
  return {
    aggregateKeyType: 'CUSTOM_KEYS',
    customKeys: [{ header: { name, textTransformations: [{ priority: 0, type }] } }],
  };
}

/** The search string in lower case, whatever case the request came in. */
function equals(fieldToMatch: CfnWebACL.FieldToMatchProperty, searchString: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch,
      positionalConstraint: 'EXACTLY',
      searchString,
      textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
    },
  };
}

function managed(name: string, countOnly: readonly string[] = []) {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}

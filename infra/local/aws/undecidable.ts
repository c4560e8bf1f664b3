// What this host cannot decide it refuses: the simulator takes an operator it does not know as a condition that is not met,
// and a key nobody supplies as absent. In a statement that denies, either would open the door it was to close.
import type { RequestAnalysis } from '@cloud-copilot/iam-simulate';
import { restoreText, rewriteKeys } from './encryption-context.ts';

type StatementAnalysis = NonNullable<RequestAnalysis['identityAnalysis']>['allowStatements'][number];

const OPERATORS = new Set(
  [
    ...['Equals', 'NotEquals', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', 'Like', 'NotLike'].map(
      (kind) => `String${kind}`,
    ),
    ...['Numeric', 'Date'].flatMap((type) =>
      ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
        (kind) => type + kind,
      ),
    ),
    ...['Equals', 'NotEquals', 'Like', 'NotLike'].map((kind) => `Arn${kind}`),
    ...['Bool', 'BinaryEquals', 'Null'],
  ].map((name) => name.toLowerCase()),
);

/** The context keys that the front and the engine state with a request, each wherever it applies. */
const KEYS = new Set(
  [
    'aws:PrincipalAccount',
    'aws:PrincipalArn',
    'aws:PrincipalIsAWSService',
    'aws:PrincipalServiceName',
    'aws:PrincipalType',
    'aws:RequestedRegion',
    'aws:ResourceAccount',
    'aws:SecureTransport',
    'aws:SourceAccount',
    'aws:SourceArn',
    'aws:TagKeys',
    'aws:userid',
    'cloudformation:RoleArn',
    'cloudformation:TemplateUrl',
    'dynamodb:Attributes',
    'dynamodb:EnclosingOperation',
    'dynamodb:FullTableScan',
    'dynamodb:LeadingKeys',
    'dynamodb:Select',
    'iam:PassedToService',
    'kms:CallerAccount',
    'kms:EncryptionContextKeys',
    'kms:KeySpec',
    'kms:MessageType',
    'kms:RequestAlias',
    'kms:ResourceAliases',
    'kms:ScheduleKeyDeletionPendingWindowInDays',
    'kms:SigningAlgorithm',
    'kms:ViaService',
    'lambda:FunctionArn',
    's3:authType',
    's3:if-none-match',
    's3:prefix',
    's3:signatureAge',
    's3:signatureversion',
    's3:TlsVersion',
    's3:x-amz-server-side-encryption',
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    'ses:FromAddress',
    'ses:Recipients',
    'sts:RoleSessionName',
  ].map((name) => name.toLowerCase()),
);
const FAMILIES = ['aws:PrincipalTag/', 'aws:RequestTag/', 'aws:ResourceTag/', 'kms:EncryptionContext:'].map(
  (prefix) => rewriteKeys(prefix).toLowerCase(),
);

/** The first statement about this call that cannot be decided here, and what it is about it. */
export function undecidableIn(analysis: RequestAnalysis): string | undefined {
  const parts = [
    analysis.identityAnalysis,
    analysis.resourceAnalysis,
    analysis.permissionBoundaryAnalysis,
  ].flatMap((part) =>
    part ? [...part.allowStatements, ...part.denyStatements, ...part.unmatchedStatements] : [],
  );
  for (const part of parts) {
    const [unknown] = concerns(part) ? unknownIn(part) : [];
    if (unknown) return `${unknown} in ${JSON.stringify(part.statement.toJSON())}`;
  }
  return undefined;
}

const concerns = ({ actionMatch, resourceMatch, principalMatch }: StatementAnalysis) =>
  actionMatch && resourceMatch && principalMatch !== 'NoMatch';

function unknownIn({ statement }: StatementAnalysis): string[] {
  return statement.conditions().flatMap((condition) => {
    const operator = condition.operation().value();
    const key = condition.conditionKey();
    return [
      ...(knowsOperator(operator) ? [] : [`the operator ${operator}`]),
      ...(knowsKey(key.toLowerCase()) ? [] : [`the condition key ${restoreText(key)}`]),
    ];
  });
}

const knowsOperator = (operator: string) =>
  OPERATORS.has(
    operator
      .toLowerCase()
      .replace(/^for(any|all)values?:/, '')
      .replace(/ifexists$/, ''),
  );

const knowsKey = (key: string) => KEYS.has(key) || FAMILIES.some((family) => key.startsWith(family));

// Puts the stacks of one stage together. The same stacks run on one machine and in the cloud.
import { type App, Aws, DefaultStackSynthesizer, Tags } from 'aws-cdk-lib';
import { namesOf } from './constructs/names.ts';
import { account, REGION, type Settings } from './constructs/settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { BackupCopiesStack } from './stacks/backup-copies-stack.ts';
import { BackupStack } from './stacks/backup-stack.ts';
import { CasesStack } from './stacks/cases-stack.ts';
import { ControlPlaneStack } from './stacks/control-plane-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

/** Without a question to the bootstrap stack: one machine has none, and synthesis must say the same everywhere. */
export function synthesizer(): DefaultStackSynthesizer {
  return new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
}

export function addStacks(app: App, settings: Settings) {
  const names = namesOf(settings);
  const controlPlane = new ControlPlaneStack(app, 'ControlPlane', { settings, names });
  const { operationsKey, controlTable, controlKey, staff, admins } = controlPlane;
  const shared = { settings, names, logKey: operationsKey, controlTable, controlKey };
  const cases = new CasesStack(app, 'Cases', shared);
  const api = new ApiStack(app, 'Api', { ...shared, staff, admins });
  const web = new WebStack(app, 'Web', { settings, names });
  const observability = new ObservabilityStack(app, 'Observability', { settings, names, key: operationsKey });
  const backup = new BackupStack(app, 'Backup', { settings, names });
  Tags.of(app).add('stage', settings.stage);
  return { controlPlane, cases, api, web, observability, backup };
}

/** What is deployed in the second account, for the stage that runs in the account `from`. */
export function addBackupCopies(app: App, from: string, env: { readonly CDK_DEFAULT_ACCOUNT?: string }) {
  const stage: unknown = app.node.tryGetContext('stage');
  const names = namesOf({
    stage: String(stage),
    account: env.CDK_DEFAULT_ACCOUNT ?? Aws.ACCOUNT_ID,
    region: REGION,
  });
  const copies = new BackupCopiesStack(app, 'BackupCopies', { names, from: account('copiesFrom', from) });
  Tags.of(app).add('stage', names.stage);
  return copies;
}

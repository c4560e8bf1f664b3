// Puts the stacks of one stage together. The same stacks run on one machine and in the cloud.
import { type App, DefaultStackSynthesizer, Tags } from 'aws-cdk-lib';
import { namesOf } from './constructs/names.ts';
import type { Settings } from './constructs/settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
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
  Tags.of(app).add('stage', settings.stage);
  return { controlPlane, cases, api, web, observability };
}

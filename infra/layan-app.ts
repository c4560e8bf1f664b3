// Puts the stacks of one stage together. The same stacks run on one machine and in the cloud.
import type { App } from 'aws-cdk-lib';
import { namesOf } from './constructs/names.ts';
import type { Settings } from './constructs/settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { CasesStack } from './stacks/cases-stack.ts';
import { ControlPlaneStack } from './stacks/control-plane-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

export function addStacks(app: App, settings: Settings) {
  const names = namesOf(settings);
  const controlPlane = new ControlPlaneStack(app, 'ControlPlane', { settings, names });
  const { operationsKey, controlTable, controlKey, staff, admins } = controlPlane;
  const shared = { settings, names, logKey: operationsKey, controlTable, controlKey };
  const cases = new CasesStack(app, 'Cases', shared);
  const api = new ApiStack(app, 'Api', { ...shared, staff, admins });
  const web = new WebStack(app, 'Web', { settings, names });
  const observability = new ObservabilityStack(app, 'Observability', { settings, names, key: operationsKey });
  return { controlPlane, cases, api, web, observability };
}

// Entry of `cdk`: one stage, chosen by the context (`-c stage=prod -c domain=...`), becomes its stacks.
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { readSettings } from './constructs/settings.ts';
import { addBackupCopies, addStacks, synthesizer } from './layan-app.ts';

const app = new App({ analyticsReporting: false, defaultStackSynthesizer: synthesizer() });
const copiesFrom: unknown = app.node.tryGetContext('copiesFrom');
if (copiesFrom === undefined) addStacks(app, readSettings(app.node, process.env));
else addBackupCopies(app, String(copiesFrom), process.env);
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app),
  new ServerlessChecks(app),
  new NIST80053R5Checks(app),
);

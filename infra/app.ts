// Entry of `cdk`: one stage, chosen by the context (`-c stage=prod -c domain=...`), becomes its stacks.
import { App, DefaultStackSynthesizer, Tags } from 'aws-cdk-lib';
import { readSettings } from './constructs/settings.ts';
import { addStacks } from './layan-app.ts';

const app = new App({
  analyticsReporting: false,
  // Synthesis must say the same on every machine, and one machine has no bootstrap stack to ask.
  defaultStackSynthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
});
const settings = readSettings(app.node, process.env);
addStacks(app, settings);
Tags.of(app).add('stage', settings.stage);

// The stacks of a stage as their tests read them: the same app, with the functions' code left out.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { IConstruct } from 'constructs';
import { REPOSITORY } from './constructs/bundle.ts';
import { namesOf } from './constructs/names.ts';
import { readSettings } from './constructs/settings.ts';
import { tenantApp } from './constructs/tenant-template.ts';
import { addStacks, synthesizer } from './layan-app.ts';

export const LOCAL = { stage: 'local' };
export const CLOUD = {
  stage: 'prod',
  domain: 'layan.example',
  hostedZoneId: 'Z0000000000EXAMPLE',
  consoleCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/example',
  alarmEmail: 'siaga@layan.example',
  backupAccount: '444455556666',
  auditorRole: 'arn:aws:iam::111122223333:role/auditors',
};

/** A resource as it stands in a template. */
export type Resource = ReturnType<Template['findResources']>[string];

type Stage = ReturnType<typeof synthesizeAnew>;
const made = new Map<string, Stage>();

/** The files that a test process runs one after the other share what they only read. */
export function synthesize(context: Readonly<Record<string, string>>): Stage {
  const id = JSON.stringify(context);
  const stage = made.get(id) ?? synthesizeAnew(context);
  made.set(id, stage);
  return stage;
}

function synthesizeAnew(context: Readonly<Record<string, string>>) {
  const { context: flags } = JSON.parse(readFileSync(join(REPOSITORY, 'cdk.json'), 'utf8'));
  const outdir = mkdtempSync(join(tmpdir(), 'layan-synth-'));
  const app = new App({
    outdir,
    analyticsReporting: false,
    stackTraces: false,
    treeMetadata: false,
    defaultStackSynthesizer: synthesizer(),
    context: {
      ...flags,
      ...context,
      'aws:cdk:bundling-stacks': [],
      'aws:cdk:disable-asset-staging': true,
    },
  });
  const settings = readSettings(app.node, { CDK_DEFAULT_ACCOUNT: '111122223333' });
  const names = namesOf(settings);
  const stacks = addStacks(app, settings);
  const tenants = tenantApp(join(outdir, 'tenant'), {
    settings,
    names,
    context: app.node.getAllContext(),
  });
  const templates = {
    controlPlane: Template.fromStack(stacks.controlPlane),
    cases: Template.fromStack(stacks.cases),
    api: Template.fromStack(stacks.api),
    web: Template.fromStack(stacks.web),
    observability: Template.fromStack(stacks.observability),
    backup: Template.fromStack(stacks.backup),
    tenant: Template.fromStack(onlyStackOf(tenants)),
  };
  // Templates are in memory by now.
  rmSync(outdir, { recursive: true });
  return { app, tenants, settings, names, stacks, templates };
}

/** Every resource of a type, in all stacks and the tenant template, by `stack/logical id`. */
export function resourcesOf(
  templates: Readonly<Record<string, Template>>,
  type?: string,
): [id: string, resource: Resource][] {
  return Object.entries(templates).flatMap(([stack, template]) => {
    const resources: Record<string, Resource> = template.toJSON().Resources;
    return Object.entries(resources)
      .filter(([, resource]) => type === undefined || resource.Type === type)
      .map(([id, resource]): [string, Resource] => [`${stack}/${id}`, resource]);
  });
}

function onlyStackOf(scope: IConstruct): Stack {
  const stack = scope.node.children.find((child) => Stack.isStack(child));
  if (!Stack.isStack(stack)) throw new Error('There is no stack to test.');
  return stack;
}

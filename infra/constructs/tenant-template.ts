// The tenant stack as a template that CloudFormation can instantiate at any time. It is synthesized by an app of its
// own, because a stack of the main app would be deployed with the rest, once, instead of once per tenant.
import { join } from 'node:path';
import { App, BootstraplessSynthesizer, Stage } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { TenantStack } from '../stacks/tenant-stack.ts';
import type { Names } from './names.ts';
import type { Settings } from './settings.ts';

const STACK = 'layan-tenant';

export class TenantTemplate extends Construct {
  readonly url: string;
  private readonly asset: Asset;

  constructor(scope: Construct, id: string, { settings, names }: { settings: Settings; names: Names }) {
    super(scope, id);
    const outdir = join(Stage.of(this)?.outdir ?? 'cdk.out', 'tenant-template');
    const app = tenantApp(outdir, { settings, names, context: this.node.getAllContext() });
    const template = app.synth().getStackByName(STACK).templateFullPath;
    this.asset = new Asset(this, 'Template', { path: template });
    this.url = this.asset.httpUrl;
  }

  /** CloudFormation fetches the template with the rights of whoever asks for the stack. */
  readStatement(): PolicyStatement {
    return new PolicyStatement({
      sid: 'ReadTheTenantTemplate',
      actions: ['s3:GetObject'],
      resources: [this.asset.bucket.arnForObjects(this.asset.s3ObjectKey)],
    });
  }
}

export function tenantApp(
  outdir: string,
  { settings, names, context }: { settings: Settings; names: Names; context: Record<string, unknown> },
): App {
  const app = new App({
    outdir,
    // The same switches of the toolkit as the rest, or the two would synthesize differently.
    context,
    autoSynth: false,
    analyticsReporting: false,
    treeMetadata: false,
    defaultStackSynthesizer: new BootstraplessSynthesizer(),
  });
  new TenantStack(app, STACK, { settings, names });
  return app;
}

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { guardReasons } from './guard-reasons.ts';
import { CLOUD, synthesize } from './synthesized.ts';

// Each folder is read by a run of its own: those of services that we do not deploy would find nothing, slowly.
const SERVICES = [
  'apigateway',
  'certificatemanager',
  'cloudfront',
  'cloudwatch',
  'dynamodb',
  'identityandaccessmanagement',
  'keymanagementservice',
  'lambda',
  's3',
  'sqs',
  'waf',
];
const installed = dirname(
  createRequire(import.meta.url).resolve('@cdklabs/cdk-validator-cfnguard/package.json'),
);
const rules = join(installed, 'rules/control-tower/cfn-guard');

function findingsIn(templates: Readonly<Record<string, object>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'layan-guard-'));
  const templatePaths = Object.entries(templates).map(([name, template]) => {
    // It takes files for templates by their names.
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(template));
    return path;
  });
  const guard = new CfnGuardValidator({
    controlTowerRulesEnabled: false,
    rules: SERVICES.map((service) => join(rules, service)),
    maxBuffer: 100_000_000,
  });
  const { violations } = guard.validate({ templatePaths, appConstruct: new App() });
  rmSync(folder, { recursive: true });
  return [
    ...new Set(
      violations.flatMap(({ description, violatingResources }) =>
        violatingResources
          // A check of a whole template names no resource, besides those that it names.
          .filter(({ resourceLogicalId }) => resourceLogicalId !== undefined)
          .map(
            ({ resourceLogicalId, templatePath }) =>
              `${/\[(CT\.[^\]]+)\]/.exec(description)?.[1]} ${basename(templatePath, '.json')}/${resourceLogicalId}`,
          ),
      ),
    ),
  ];
}

describe('the rules of AWS Control Tower', () => {
  it('are all there, folder by folder', () => {
    expect(readdirSync(rules)).toEqual(expect.arrayContaining(SERVICES));
  });

  it('find what is wrong with a bucket that is open to all', () => {
    const open = {
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: { Open: { Type: 'AWS::S3::Bucket', Properties: {} } },
    };
    expect(findingsIn({ open })).toContain('CT.S3.PR.1 open/Open');
  }, 120_000);

  it('leave no finding in any stack without a reason, and no reason without a finding', () => {
    const { templates } = synthesize(CLOUD);
    const findings = findingsIn(
      Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, template.toJSON()])),
    );
    const explains = (finding: string) =>
      guardReasons.filter(({ rule, of }) => {
        const [about = '', resource = ''] = finding.split(' ');
        return about === rule && of.test(resource);
      });
    expect(findings.filter((finding) => explains(finding).length === 0)).toEqual([]);
    const used = new Set(findings.flatMap(explains));
    console.log(
      `R13: ${findings.length} findings of cfn-guard, each with one of ${guardReasons.length} reasons.`,
    );
    expect(guardReasons.filter((reason) => !used.has(reason))).toEqual([]);
  }, 300_000);
});

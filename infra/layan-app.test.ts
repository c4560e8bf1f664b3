import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it, vi } from 'vitest';
import { sourceOf } from './constructs/bundle.ts';
import { FUNCTIONS } from './constructs/names.ts';
import { CLOUD, LOCAL, type Resource, resourcesOf, synthesize } from './synthesized.ts';

const stages = { local: synthesize(LOCAL), cloud: synthesize(CLOUD) };
const each = Object.entries(stages);
const packs = () => [new AwsSolutionsChecks(), new ServerlessChecks(), new NIST80053R5Checks()];

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

const statementsOf = (resource: Resource): Statement[] => [
  ...(resource.Properties.PolicyDocument?.Statement ?? []),
  ...(resource.Properties.KeyPolicy?.Statement ?? []),
  ...(resource.Properties.AssumeRolePolicyDocument?.Statement ?? []),
];
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

describe.each(each)(
  'the stacks of the stage "%s"',
  (_stage, { app, tenants, templates, names, settings }) => {
    const identityStatements = resourcesOf(templates, 'AWS::IAM::Policy').flatMap(([id, resource]) =>
      statementsOf(resource).map((statement) => ({ id, ...statement })),
    );
    const everyStatement = resourcesOf(templates).flatMap(([id, resource]) =>
      statementsOf(resource).map((statement) => ({ id, ...statement })),
    );

    it('leaves no finding of three rule packs without a reason', () => {
      const findings = packs().flatMap((pack) =>
        [app, tenants].flatMap((scope) =>
          pack
            .validateScope(scope)
            .violations.map(
              ({ ruleName, violatingResources }) =>
                `${ruleName} at ${violatingResources.map(({ constructPath }) => constructPath).join(', ')}`,
            ),
        ),
      );
      expect(findings).toEqual([]);
    });

    it('gives every function its own role of the same name', () => {
      const functions = resourcesOf(templates, 'AWS::Lambda::Function');
      const roleNames = new Map(
        resourcesOf(templates, 'AWS::IAM::Role').map(([id, { Properties }]) => [
          id.split('/')[1],
          Properties.RoleName,
        ]),
      );
      const pairs = functions.map(([, { Properties }]) => [
        Properties.FunctionName,
        roleNames.get(Properties.Role['Fn::GetAtt'][0]),
      ]);
      expect(pairs.map(([name]) => name).sort()).toEqual(FUNCTIONS.map(names.fn).sort());
      for (const [fn, role] of pairs) expect(role).toBe(fn);
    });

    it('names the resource of every permission, save where no narrower one exists', () => {
      const stars = identityStatements
        .filter(({ Effect, Resource }) => Effect === 'Allow' && list(Resource).includes('*'))
        .map(({ id, Sid, Action, Condition }) => [id.split('/')[0], Sid, Action, Condition !== undefined]);
      expect(stars).toEqual([
        ['controlPlane', 'CreateTaggedKeys', 'kms:CreateKey', true],
        ['controlPlane', 'ReadAliases', 'kms:ListAliases', false],
        ['controlPlane', 'MapOutboxesToTheRelay', 'lambda:CreateEventSourceMapping', true],
        ['controlPlane', 'ListStreams', 'dynamodb:ListStreams', false],
        ['cases', 'ListStreams', 'dynamodb:ListStreams', false],
        ['backup', 'MeasureAndListRules', ['cloudwatch:GetMetricData', 'events:ListRules'], false],
      ]);
    });

    it('allows no action by a pattern', () => {
      const patterns = identityStatements.flatMap(({ Action }) =>
        list(Action).filter((action) => action.includes('*')),
      );
      expect(patterns).toEqual([]);
    });

    it('lets nobody scan a table or ask it in PartiQL, but who hands over a tenant that leaves', () => {
      const actions = new Set(
        everyStatement
          // A ceiling grants nothing.
          .filter(({ id, Effect }) => Effect === 'Allow' && !/Boundaries/.test(id))
          .filter(({ Sid }) => Sid !== 'ReadAllOfOwnTableToHandItOver')
          .flatMap(({ Action }) => list(Action))
          .map((action) => action.toLowerCase()),
      );
      expect([...actions].filter((action) => /scan|partiql|dynamodb:\*/.test(action))).toEqual([]);
    });

    it('pairs every ForAllValues with a refusal of the absent key', () => {
      const forAll = everyStatement.flatMap(({ id, Condition = {} }) =>
        Object.entries(Condition)
          .filter(([operator]) => operator.startsWith('ForAllValues:'))
          .flatMap(([, keys]) =>
            Object.keys(keys).map((key) => ({ id, key, present: Condition.Null?.[key] })),
          ),
      );
      expect(forAll.length).toBeGreaterThan(0);
      for (const { present } of forAll) expect(present).toBe('false');
    });

    it('keeps every stack in Jakarta', () => {
      for (const { region } of Object.values(stages.cloud.stacks)) expect(region).toBe('ap-southeast-3');
      const regions = new Set(
        JSON.stringify(Object.values(templates).map((template) => template.toJSON())).match(
          /\b(?:af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\d\b/g,
        ),
      );
      // CloudFront takes its certificate from us-east-1 only.
      expect([...regions].sort()).toEqual(
        settings.publicDomain ? ['ap-southeast-3', 'us-east-1'] : ['ap-southeast-3'],
      );
      const certificates = resourcesOf(templates, 'AWS::CloudFront::Distribution').map(
        ([, { Properties }]) => Properties.DistributionConfig.ViewerCertificate?.AcmCertificateArn,
      );
      expect(certificates).toEqual([settings.publicDomain?.consoleCertificateArn]);
    });

    it('stays far from the 500 resources a stack may hold', () => {
      for (const template of Object.values(templates))
        expect(Object.keys(template.toJSON().Resources).length).toBeLessThan(250);
    });

    it('needs no custom resource, which one machine could not run', () => {
      const types = new Set(resourcesOf(templates).map(([, { Type }]) => Type));
      expect([...types].filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([]);
    });

    it('keeps what holds data when a stack is deleted', () => {
      const holders = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Cognito::UserPool'];
      for (const [, resource] of holders.flatMap((type) => resourcesOf(templates, type))) {
        expect(resource.DeletionPolicy).toBe('RetainExceptOnCreate');
        expect(resource.UpdateReplacePolicy).toBe('Retain');
      }
    });

    it('acknowledges nothing that is not found', () => {
      const found = new Set<string>();
      const everything = vi
        .spyOn(Object.getPrototypeOf(AwsSolutionsChecks.prototype), 'isAcknowledged')
        .mockReturnValue(false);
      for (const pack of packs()) {
        for (const { ruleName, path } of findingsOf(pack, app, tenants)) found.add(`${ruleName} ${path}`);
      }
      everything.mockRestore();
      const stale = [app, tenants].flatMap((scope) =>
        acknowledgementsIn(scope).filter(
          ({ rule, path }) => ![...found].some((finding) => finding.startsWith(`${rule} ${path}`)),
        ),
      );
      expect(stale).toEqual([]);
    });
  },
);

describe('one app for every stage', () => {
  const shape = ({ templates }: (typeof stages)['local']) =>
    resourcesOf(templates)
      .map(([id, { Type }]) => `${id.split('/')[0]} ${Type}`)
      .filter(
        (line) =>
          !/Route53|CertificateManager|ApiGateway::(DomainName|BasePathMapping)|SNS::Subscription/.test(line),
      )
      .sort();

  it('deploys in the cloud what it runs on one machine, but for host names, certificates and an e-mail', () => {
    expect(shape(stages.cloud)).toEqual(shape(stages.local));
  });

  it('has the source of every function it deploys', () => {
    for (const name of FUNCTIONS) expect(existsSync(join(sourceOf(name), 'handler.ts'))).toBe(true);
  });
});

function findingsOf(pack: NagPack, ...scopes: IConstruct[]): { ruleName: string; path: string }[] {
  return scopes.flatMap((scope) =>
    pack
      .validateScope(scope)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ ruleName, path: constructPath })),
      ),
  );
}

function acknowledgementsIn(scope: IConstruct): { rule: string; path: string }[] {
  return scope.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data))
      .map((id) => ({ rule: id.replace(/^Annotation::/, ''), path: node.path })),
  );
}

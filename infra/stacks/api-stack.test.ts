import { describe, expect, it } from 'vitest';
import { firewallRules } from '../constructs/firewall-rules.ts';
import { CLOUD, LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

const local = synthesize(LOCAL);
const cloud = synthesize(CLOUD);
const inApi = (type: string, stage = cloud) => resourcesOf({ api: stage.templates.api }, type);
const only = (type: string, stage = cloud) => {
  const [found, ...others] = inApi(type, stage);
  if (!found || others.length > 0) throw new Error(`There is not exactly one ${type}.`);
  return found[1].Properties;
};

describe('the routes', () => {
  const routes = () => {
    const resources = new Map(
      inApi('AWS::ApiGateway::Resource').map(([id, { Properties }]) => [id.split('/')[1], Properties]),
    );
    const pathOf = (reference: { Ref?: string }): string => {
      const resource = resources.get(reference.Ref);
      return resource ? `${pathOf(resource.ParentId)}/${resource.PathPart}` : '';
    };
    return inApi('AWS::ApiGateway::Method').map(([, { Properties }]) => {
      const [target] = JSON.stringify(Properties.Integration.Uri).match(/\w+Function(?=[0-9A-F]{8})/) ?? [];
      return [`${Properties.HttpMethod} ${pathOf(Properties.ResourceId) || '/'}`, target];
    });
  };

  it('lead each audience to its own function, the root included', () => {
    expect(routes().sort()).toEqual([
      ['ANY /', 'portalFunction'],
      ['ANY /admin/{proxy+}', 'adminapiFunction'],
      ['ANY /print/{proxy+}', 'rendererFunction'],
      ['ANY /staff/{proxy+}', 'staffapiFunction'],
      ['ANY /{proxy+}', 'portalFunction'],
    ]);
  });
});

describe('the gateway', () => {
  const stage = only('AWS::ApiGateway::Stage');
  const limits: { ResourcePath: string; ThrottlingRateLimit: number }[] = stage.MethodSettings;

  it('logs neither addresses nor paths, queries, agents or bodies', () => {
    const logged = Object.values(JSON.parse(stage.AccessLogSetting.Format));
    expect(logged).toContain('$context.resourcePath');
    const personal = /\$context\.(identity|path\b|authorizer|requestOverride)|\$input|querystring/;
    expect(logged.filter((field) => personal.test(String(field)))).toEqual([]);
  });

  it.each(limits)('logs errors without data and holds back floods at $ResourcePath', (settings) => {
    expect(settings).toMatchObject({ LoggingLevel: 'ERROR', DataTraceEnabled: false });
    expect(settings.ThrottlingRateLimit).toBeGreaterThan(0);
    // Jakarta allows an account 2,500 requests a second.
    expect(settings.ThrottlingRateLimit).toBeLessThanOrEqual(1000);
  });

  it('is regional, speaks TLS 1.2, and answers under our domain only', () => {
    expect(only('AWS::ApiGateway::RestApi')).toMatchObject({
      EndpointConfiguration: { Types: ['REGIONAL'] },
      DisableExecuteApiEndpoint: true,
    });
    expect(only('AWS::ApiGateway::DomainName')).toMatchObject({
      DomainName: '*.layan.example',
      SecurityPolicy: 'TLS_1_2',
    });
  });

  it('has no host names to look after on one machine', () => {
    expect(inApi('AWS::ApiGateway::DomainName', local)).toEqual([]);
  });

  it('forgets its logs after ninety days, the firewall after thirty', () => {
    const retentions = inApi('AWS::Logs::LogGroup').map(([, { Properties }]) => [
      JSON.stringify(Properties.LogGroupName),
      Properties.RetentionInDays,
    ]);
    for (const [name, days] of retentions) expect(days).toBe(name.includes('aws-waf-logs') ? 30 : 90);
    expect(retentions.filter(([name]) => name.includes('API-Gateway-Execution-Logs_'))).toHaveLength(1);
  });

  it.each(inApi('AWS::ApiGateway::GatewayResponse').map(([, { Properties }]) => Properties))(
    'explains itself in Indonesian when it answers alone: $ResponseType',
    ({ StatusCode, ResponseTemplates, ResponseParameters }) => {
      const problem = JSON.parse(ResponseTemplates['application/json']);
      expect(problem).toEqual({
        type: 'about:blank',
        title: expect.any(String),
        status: Number(StatusCode),
        code: expect.stringMatching(/^[a-z-]+$/),
        detail: expect.stringContaining('Silakan'),
        reference: '$context.requestId',
      });
      expect(ResponseParameters['gatewayresponse.header.Content-Type']).toBe("'application/problem+json'");
    },
  );
});

describe('the firewall', () => {
  const acl = only('AWS::WAFv2::WebACL');
  const rules = firewallRules('api.layan.example');
  const rule = (name: string) => rules.find((each) => each.name === name);

  it('stands before the gateway', () => {
    expect(only('AWS::WAFv2::WebACLAssociation').WebACLArn['Fn::GetAtt'][0]).toMatch(/^FirewallAcl/);
    expect(acl.Rules).toHaveLength(rules.length);
  });

  it('slows one address, one person and one tenant, each apart', () => {
    const keys = rules.flatMap(({ statement }) =>
      'rateBasedStatement' in statement ? [JSON.stringify(statement.rateBasedStatement)] : [],
    );
    expect(keys.filter((key) => key.includes('"aggregateKeyType":"IP"'))).toHaveLength(2);
    expect(keys.filter((key) => key.includes('"name":"host"'))).toHaveLength(1);
    expect(keys.filter((key) => key.includes('"name":"authorization"'))).toHaveLength(1);
  });

  it('does not count the staff of all tenants as one tenant', () => {
    expect(JSON.stringify(rule('rate-tenant'))).toContain(
      '"notStatement":{"statement":{"byteMatchStatement":{"fieldToMatch":{"singleHeader":{"Name":"host"}}',
    );
  });

  it('lets a form of more than 8 KB pass, and none of more than 64', () => {
    expect(JSON.stringify(rule('AWSManagedRulesCommonRuleSet'))).toContain(
      '"ruleActionOverrides":[{"name":"SizeRestrictions_BODY","actionToUse":{"count":{}}}]',
    );
    expect(JSON.stringify(rule('form-too-large'))).toContain('"size":65536');
    expect(acl.AssociationConfig.RequestBody.API_GATEWAY.DefaultSizeInspectionLimit).toBe('KB_64');
  });

  it('lets a larger file pass to where it is compared with a letter, unaltered, and nowhere else', () => {
    const pattern = /"regexString":"([^"]+)"/.exec(JSON.stringify(rule('form-too-large')))?.[1] ?? '';
    const path = new RegExp(pattern);
    expect(path.test(`/v/${'k'.repeat(26)}/berkas`)).toBe(true);
    for (const other of ['/permohonan/periksa', `/v/${'k'.repeat(26)}`, `/x/v/${'k'.repeat(26)}/berkas`])
      expect(path.test(other)).toBe(false);
    expect(only('AWS::ApiGateway::RestApi').BinaryMediaTypes).toEqual(['multipart/form-data']);
  });

  it('tries the rules in an order without gaps', () => {
    expect(rules.map(({ priority }) => priority)).toEqual(rules.map((_, index) => index));
  });

  it('remembers refused requests only, without paths, queries, tokens and cookies', () => {
    const { LoggingFilter, RedactedFields } = only('AWS::WAFv2::LoggingConfiguration');
    expect(LoggingFilter.DefaultBehavior).toBe('DROP');
    expect(RedactedFields).toEqual([
      { UriPath: {} },
      { QueryString: {} },
      { SingleHeader: { Name: 'authorization' } },
      { SingleHeader: { Name: 'cookie' } },
    ]);
  });
});

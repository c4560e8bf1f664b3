import { describe, expect, it } from 'vitest';
import { CLOUD, LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

const local = synthesize(LOCAL);
const cloud = synthesize(CLOUD);
const inWeb = (type: string, stage = cloud) =>
  resourcesOf({ web: stage.templates.web }, type).map(([, { Properties }]) => Properties);
const contentSecurityPolicy = (stage: typeof cloud) => {
  const [policy] = inWeb('AWS::CloudFront::ResponseHeadersPolicy', stage);
  const { ContentSecurityPolicy } =
    policy.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy;
  return typeof ContentSecurityPolicy === 'string'
    ? ContentSecurityPolicy
    : JSON.stringify(ContentSecurityPolicy);
};

describe('the console', () => {
  const [{ DistributionConfig: distribution }] = inWeb('AWS::CloudFront::Distribution');

  it('has one origin, the bucket of static files: no API and no portal passes CloudFront', () => {
    expect(distribution.Origins).toHaveLength(1);
    expect(JSON.stringify(distribution.Origins[0].DomainName)).toContain('RegionalDomainName');
    expect(distribution.CacheBehaviors).toBeUndefined();
  });

  it('is read by this distribution only', () => {
    const allows = inWeb('AWS::S3::BucketPolicy')[0].PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allows).toHaveLength(1);
    expect(allows[0].Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
    expect(JSON.stringify(allows[0].Condition)).toContain('AWS:SourceArn');
  });

  it('comes by TLS 1.2 or later', () => {
    expect(distribution.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    expect(distribution.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  it('answers every path inside it with its first page', () => {
    expect(
      distribution.CustomErrorResponses.map(
        ({ ErrorCode, ResponseCode, ResponsePagePath }: Record<string, unknown>) => [
          ErrorCode,
          ResponseCode,
          ResponsePagePath,
        ],
      ),
    ).toEqual([
      [403, 200, '/index.html'],
      [404, 200, '/index.html'],
    ]);
  });
});

describe("the console's security headers", () => {
  it('run scripts of its own only, and are framed by nobody', () => {
    expect(contentSecurityPolicy(cloud)).toContain("default-src 'none'; script-src 'self';");
    expect(contentSecurityPolicy(cloud)).toContain("frame-ancestors 'none'");
    expect(contentSecurityPolicy(cloud)).not.toContain('unsafe-eval');
  });

  it('hold to TLS, to the type that is said, and to this origin', () => {
    const [policy] = inWeb('AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      policy.ResponseHeadersPolicyConfig;
    expect(security.StrictTransportSecurity).toMatchObject({
      AccessControlMaxAgeSec: 63_072_000,
      IncludeSubdomains: true,
      Override: true,
    });
    expect(security.ContentTypeOptions).toEqual({ Override: true });
    expect(security.ReferrerPolicy.ReferrerPolicy).toBe('no-referrer');
    const others = new Map(custom.Items.map(({ Header, Value }: Record<string, string>) => [Header, Value]));
    expect(others.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(others.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(others.get('Permissions-Policy')).toContain('microphone=()');
    // Styles of the component library are the one exception: no script is ever inline.
    expect(contentSecurityPolicy(cloud).match(/[^;]*unsafe[^;]*/g)).toEqual([
      " style-src 'self' 'unsafe-inline'",
    ]);
  });

  it('let it talk to the API, the sign-in and the scans of this stage, and to no one else', () => {
    const [connect] = contentSecurityPolicy(cloud).match(/connect-src [^;]+/) ?? [];
    expect(connect?.split(' ').slice(1)).toEqual([
      "'self'",
      'https://api.layan.example',
      'https://layan-prod-documents-111122223333.s3.ap-southeast-3.amazonaws.com',
      'https://cognito-idp.ap-southeast-3.amazonaws.com',
      'https://layan-prod-staff-111122223333.auth.ap-southeast-3.amazoncognito.com',
      'https://layan-prod-admin-111122223333.auth.ap-southeast-3.amazoncognito.com',
    ]);
  });

  it('name the addresses of one machine there', () => {
    const [connect] = contentSecurityPolicy(local).match(/connect-src [^;]+/) ?? [];
    expect(connect).toBe(
      "connect-src 'self' http://api.localhost:4400 http://127.0.0.1:4401 http://127.0.0.1:4402",
    );
  });
});

// CloudFront, as far as it hands out a static site from a bucket.
import * as z from 'zod';
import { kind, number } from '../kind.ts';

const ErrorResponse = z.looseObject({
  ErrorCode: number,
  ResponseCode: number.optional(),
  ResponsePagePath: z.string().optional(),
});

const Config = z.looseObject({
  Origins: z.array(z.looseObject({ Id: z.string(), DomainName: z.string() })),
  DefaultCacheBehavior: z.looseObject({ ResponseHeadersPolicyId: z.string().optional() }),
  DefaultRootObject: z.string().default('index.html'),
  CustomErrorResponses: z.array(ErrorResponse).default([]),
});

export const distribution = kind({
  type: 'AWS::CloudFront::Distribution',
  properties: z.strictObject({ DistributionConfig: Config }),
  ignored: ['Tags'],
  put({ DistributionConfig: config }, here) {
    const id = `E${here.digits(13).toUpperCase()}`;
    const bucketName = /^(.+)\.s3[.-]/.exec(config.Origins[0]?.DomainName ?? '')?.[1];
    if (!bucketName) throw new Error('Only a bucket can be the origin of a site here.');
    const policyId = config.DefaultCacheBehavior.ResponseHeadersPolicyId;
    here.cloud.distributions.set(id, {
      id,
      bucketName,
      rootObject: config.DefaultRootObject,
      errorPages: config.CustomErrorResponses.flatMap(({ ErrorCode, ResponseCode, ResponsePagePath }) =>
        ResponsePagePath
          ? { code: ErrorCode, page: ResponsePagePath, answer: ResponseCode ?? ErrorCode }
          : [],
      ),
      headers: (policyId && here.cloud.headerPolicies.get(policyId)) || {},
    });
    return { physicalId: id, attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` } };
  },
  remove: (made, here) => void here.cloud.distributions.delete(made.physicalId),
});

const Security = z.looseObject({
  ContentSecurityPolicy: z.looseObject({ ContentSecurityPolicy: z.string() }).optional(),
  ContentTypeOptions: z.looseObject({}).optional(),
  FrameOptions: z.looseObject({ FrameOption: z.string() }).optional(),
  ReferrerPolicy: z.looseObject({ ReferrerPolicy: z.string() }).optional(),
  // A plain HTTP host cannot demand HTTPS.
  StrictTransportSecurity: z.unknown().optional(),
});

export const responseHeadersPolicy = kind({
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  properties: z.strictObject({
    ResponseHeadersPolicyConfig: z.looseObject({
      SecurityHeadersConfig: Security.default({}),
      CustomHeadersConfig: z
        .looseObject({ Items: z.array(z.looseObject({ Header: z.string(), Value: z.string() })) })
        .default({ Items: [] }),
    }),
  }),
  put({ ResponseHeadersPolicyConfig: config }, here) {
    const id = here.digits(32);
    const security = config.SecurityHeadersConfig;
    const headers = {
      'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
      'x-content-type-options': security.ContentTypeOptions && 'nosniff',
      'x-frame-options': security.FrameOptions?.FrameOption,
      'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
      ...Object.fromEntries(
        config.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value]),
      ),
    };
    here.cloud.headerPolicies.set(
      id,
      Object.fromEntries(
        Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
    );
    return { physicalId: id, attributes: { Id: id } };
  },
  remove: (made, here) => void here.cloud.headerPolicies.delete(made.physicalId),
});

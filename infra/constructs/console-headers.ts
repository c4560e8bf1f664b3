// What the console's pages may load and talk to. Everything not named here is refused by the browser.
import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { Names } from './names.ts';
import type { Settings } from './settings.ts';

export function consoleHeaders(
  scope: Construct,
  { settings, names }: { settings: Settings; names: Names },
): ResponseHeadersPolicy {
  const { scans, signIn } = origins(settings, names);
  const contentSecurityPolicy = [
    "default-src 'none'",
    "script-src 'self'",
    // The component library writes its variables, and the rules of responsive props, into style elements. A static page has no
    // nonce that is new for each answer, and the rules differ from page to page, so no list of hashes holds them.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src 'self' blob: data: ${scans}`,
    // Drafts of letters come with the answer of the API and are shown from memory.
    `frame-src blob: ${scans}`,
    `connect-src 'self' ${[settings.apiOrigin, scans, ...signIn].join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: `${names.prefix}-console`,
    comment: 'Layan console: what its pages may load and talk to.',
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: 'Permissions-Policy',
          // Facilitators photograph houses and note where they stand.
          value: 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
          override: true,
        },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
        { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override: true },
      ],
    },
  });
}

function origins({ localOrigins }: Settings, names: Names) {
  if (localOrigins) return { scans: localOrigins.scans, signIn: [localOrigins.signIn] };
  return {
    scans: `https://${names.documentsBucket}.s3.${names.region}.amazonaws.com`,
    signIn: [
      `cognito-idp.${names.region}.amazonaws.com`,
      names.signInHost('staff'),
      names.signInHost('admin'),
    ].map((host) => `https://${host}`),
  };
}

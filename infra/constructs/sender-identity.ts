// The domain that mail to citizens comes from. With a public domain its keys (DKIM) and its return address stand in the
// zone, so that receivers can tell our mail from a forged one; whoever forges is to be refused.

import { PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity, MailFromBehaviorOnMxFailure } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

export class SenderIdentity extends Construct {
  constructor(scope: Construct, id: string, { domain, publicDomain }: Settings) {
    super(scope, id);
    if (!publicDomain) {
      new EmailIdentity(this, 'Domain', { identity: Identity.domain(domain) });
      return;
    }
    const { hostedZoneId } = publicDomain;
    const zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId,
      zoneName: domain,
    });
    new EmailIdentity(this, 'Domain', {
      identity: Identity.publicHostedZone(zone),
      mailFromDomain: `surel.${domain}`,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
    });
    new TxtRecord(this, 'RefuseForgeries', {
      zone,
      recordName: '_dmarc',
      values: ['v=DMARC1; p=reject; adkim=s'],
      comment: 'What is not signed by this domain did not come from it.',
    });
  }
}

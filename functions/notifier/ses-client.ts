// The client that sends mail. A mail whose answer is lost may have been sent: rather leave it to the queue, which waits, than
// send at once again.
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { AwsSettings } from '@layan/storage/aws/settings';

/** @param through where calls go instead of straight to the network */
export const sesClient = ({ region, credentials, endpoint }: AwsSettings, through?: AwsSettings['http']) =>
  new SESv2Client({
    ...{ region, credentials, maxAttempts: 1 },
    ...(endpoint !== undefined && { endpoint }),
    ...(through && { requestHandler: through }),
  });

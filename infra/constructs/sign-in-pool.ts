// A user pool for people who work with Layan: invited, never self-registered, a second factor always, short sessions.
// Both pools serve public browser clients, so the code exchange is bound by PKCE and there is no secret to leak.
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Names } from './names.ts';
import type { Settings } from './settings.ts';

export interface SignInPoolProps {
  readonly settings: Settings;
  readonly names: Names;
  readonly audience: 'staff' | 'admin';
  /** Where the browser returns after signing in, below the console's address. */
  readonly callbackPath: string;
  /** How long somebody stays signed in without signing in again. */
  readonly session: Duration;
}

export class SignInPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, props: SignInPoolProps) {
    super(scope, id);
    const { settings, names, audience } = props;
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: names.userPool(audience),
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        // Long, of whatever signs people like (decision 0113): what is made up by rules of signs is guessed by them.
        minLength: 15,
        requireDigits: false,
        requireLowercase: false,
        requireUppercase: false,
        requireSymbols: false,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      userInvitation: {
        emailSubject: 'Undangan ke Layan',
        emailBody:
          '<p>Yth. Bapak/Ibu,</p><p>Anda diundang memakai Layan. Masuklah dengan nama pengguna <b>{username}</b> dan kata sandi sementara <b>{####}</b>, lalu buat kata sandi Anda sendiri. Kata sandi sementara berlaku tiga hari.</p>' +
          `<p>Alamat: ${settings.consoleOrigin}</p>`,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });

    this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: names.signInDomain(audience) },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });

    this.client = this.pool.addClient('Console', {
      userPoolClientName: `${names.userPool(audience)}-console`,
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [settings.consoleOrigin + props.callbackPath],
        logoutUrls: [`${settings.consoleOrigin}/`],
      },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: props.session,
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
    const { defaultChild } = this.client.node;
    if (!(defaultChild instanceof CfnUserPoolClient)) throw new Error('The client has no resource.');
    // The only way in is the code of the sign-in page, which takes passwords by SRP. Left out, Cognito would add others;
    // a flow for refresh tokens beside the rotation is refused by it.
    defaultChild.explicitAuthFlows = ['ALLOW_USER_SRP_AUTH'];
    // A few seconds for an answer that was lost on its way.
    defaultChild.refreshTokenRotation = { feature: 'ENABLED', retryGracePeriodSeconds: 10 };
    acknowledge(this.pool, {
      'AwsSolutions-COG1':
        'Fifteen characters of any kind, checked against stolen passwords, with a second factor (decision 0113): ASVS 5.0 V6.2.5 and NIST SP 800-63B refuse rules of composition.',
    });
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
}

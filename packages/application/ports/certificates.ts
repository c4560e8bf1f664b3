// The certificate that a tenant was destroyed: signed by the operator's own key, laid out as a document, and kept.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { Certificate } from './offboarding.ts';

export interface Signature {
  /** JWS in compact form, ES256, over the JSON of the certificate. */
  readonly jws: string;
  /** SubjectPublicKeyInfo, base64: who has it checks the signature without us. */
  readonly publicKey: string;
}

export interface KeptCertificate extends Signature {
  readonly certificate: Certificate;
  readonly pdf: Uint8Array;
}

export interface CertificateSigner {
  sign(payload: Certificate): Promise<Signature>;
}

export interface CertificateStore {
  find(tenant: string): Promise<KeptCertificate | undefined>;
  /** The first stays: a repeat changes nothing. */
  keep(tenant: string, certificate: KeptCertificate): Promise<void>;
}

export interface CertificatePorts {
  readonly signer: CertificateSigner;
  readonly certificates: CertificateStore;
  readonly drawCertificate: (artwork: LetterArtwork) => Promise<Uint8Array>;
}

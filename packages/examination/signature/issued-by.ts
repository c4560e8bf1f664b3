// Whether a certificate says it was issued by a known authority, as far as the file itself lets that be followed.
import { X509Certificate } from 'node:crypto';
import type { Certificate } from 'pkijs';
import type { KnownIssuer } from './bsre.ts';
import { nameParts } from './certificate-name.ts';

const LONGEST_CHAIN = 6;

const bearsName = (certificate: Certificate, { organisations, names }: KnownIssuer): boolean => {
  const parts = nameParts(certificate.issuer);
  return (
    parts.some(({ key, value }) => key === 'O' && organisations.includes(value)) &&
    parts.some(
      ({ key, value }) =>
        (key === 'CN' || key === 'OU') && names.some((name) => value.toLowerCase().startsWith(name)),
    )
  );
};

const opened = (certificate: Certificate): X509Certificate =>
  new X509Certificate(Buffer.from(certificate.toSchema(true).toBER()));

/** The certificate that issued this one, if it lies beside it. */
const issuerOf = (
  certificate: X509Certificate,
  others: readonly X509Certificate[],
): X509Certificate | undefined =>
  others.find((other) => certificate.checkIssued(other) && certificate.verify(other.publicKey));

const leadsTo = (
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): boolean => {
  let current: X509Certificate | undefined = certificate;
  for (let step = 0; current && step < LONGEST_CHAIN; step += 1) {
    if (issuerOf(current, roots)) return true;
    current = issuerOf(current, others);
  }
  return false;
};

/** With roots, the chain must end at one of them. Without, the name is all there is; but a false one is seen through when the issuer lies beside it. */
export function isIssuedBy(
  certificate: Certificate,
  others: readonly Certificate[],
  issuer: KnownIssuer,
): boolean {
  if (!bearsName(certificate, issuer)) return false;
  const own = opened(certificate);
  const beside = others.map(opened);
  if (issuer.roots.length > 0)
    return leadsTo(
      own,
      beside,
      issuer.roots.map((root) => new X509Certificate(root)),
    );
  const named = beside.filter(({ subject }) => subject === own.issuer);
  return named.length === 0 || issuerOf(own, named) !== undefined;
}

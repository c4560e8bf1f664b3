// By which names the issuer of a certificate is known to be BSrE, the certification authority of the government, and its
// root certificates where somebody has put them in. The names are the same for every tenant.
//
// Source of the names: issuers of signed government documents as verification services print them, e.g.
// "C=ID, O=Lembaga Sandi Negara, CN=OSD LU Kelas 2" (until the agency was renamed) and, since then, "Badan Siber dan
// Sandi Negara" (BSSN), whose unit is Balai (Besar) Sertifikasi Elektronik.

export interface KnownIssuer {
  /** Organisation (O) of the issuer, as one of these. */
  readonly organisations: readonly string[];
  /** Beginning of its common name (CN) or of its unit (OU), in small letters. */
  readonly names: readonly string[];
  /** PEM. While there are none, the chain of a certificate is shown and not judged: a name can be borrowed. */
  readonly roots: readonly string[];
}

export const BSRE: KnownIssuer = {
  organisations: ['Lembaga Sandi Negara', 'Badan Siber dan Sandi Negara', 'BSSN'],
  names: ['osd lu kelas', 'bsre', 'balai sertifikasi elektronik', 'balai besar sertifikasi elektronik'],
  roots: [],
};

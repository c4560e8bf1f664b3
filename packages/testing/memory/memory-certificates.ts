// Certificates of destroyed tenants, in memory, signed by nobody.
import type { CertificatePorts, KeptCertificate } from '@layan/application/ports/certificates';

export function memoryCertificates(): CertificatePorts {
  const kept = new Map<string, KeptCertificate>();
  return {
    signer: {
      sign: async ({ hash }) => ({ jws: `kepala.${hash}.tandatangan`, publicKey: 'kunci' }),
    },
    drawCertificate: async ({ text }) => new TextEncoder().encode(JSON.stringify(text)),
    certificates: {
      find: async (tenant) => kept.get(tenant),
      keep: async (tenant, certificate) => {
        if (!kept.has(tenant)) kept.set(tenant, certificate);
      },
    },
  };
}

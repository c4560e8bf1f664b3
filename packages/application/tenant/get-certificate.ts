// The certificate of destruction, to look at and to hand over.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { CertificateStore } from '../ports/certificates.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { findRegistration } from './find-registration.ts';
import { certificateFile } from './leaving/certificate-mail.ts';

export interface CertificateFiles {
  /** Base64. */
  readonly pdf: string;
  readonly data: string;
}

export const makeGetCertificate =
  ({
    register,
    certificates,
  }: Pick<ControlPorts, 'register'> & { readonly certificates: Pick<CertificateStore, 'find'> }) =>
  async ({
    id,
  }: {
    readonly id: string;
  }): Promise<Result<CertificateFiles, TenantFailure<'tenant-not-found' | 'offboarding-not-possible'>>> => {
    const found = await findRegistration(register, id);
    if (!found.ok) return found;
    const kept = await certificates.find(id);
    if (!kept) return err({ code: 'offboarding-not-possible' });
    return ok({ pdf: Buffer.from(kept.pdf).toString('base64'), data: certificateFile(kept) });
  };

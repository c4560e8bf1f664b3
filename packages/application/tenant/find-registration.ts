// Looks a tenant up by what stood in a path; what cannot be a tenant's id is simply not found.
import { TenantId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { TenantRegister, TenantRegistration } from '../ports/tenants.ts';
import type { TenantFailure } from './errors.ts';

export const findRegistration = async (
  register: TenantRegister,
  id: string,
): Promise<Result<TenantRegistration, TenantFailure<'tenant-not-found'>>> => {
  const known = TenantId.safeParse(id);
  const registration = known.success ? await register.find(known.data) : undefined;
  return registration ? ok(registration) : err({ code: 'tenant-not-found' });
};

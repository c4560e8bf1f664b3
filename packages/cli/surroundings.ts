// What the command sees of the machine: files, the two outputs, and the audit trail of a tenant. Tests put their own in
// its place.
import type { VerifyingPorts } from '@layan/application/audit/verify-seal';
import type { TenantId } from '@layan/domain/kernel/ids';

export interface AuditTrail extends VerifyingPorts {
  /** Numbers of what lies among the seals, page by page; undefined for what is not named like one. */
  listed(): AsyncIterable<readonly (number | undefined)[]>;
}

/** role-unfit: no role of auditors is named; no-credentials: nobody says who asks. */
export type OpenTrail = (where: {
  readonly tenant: TenantId;
  readonly role?: string | undefined;
  readonly endpoint?: string | undefined;
}) => Promise<AuditTrail | 'role-unfit' | 'no-credentials'>;

export interface Surroundings {
  /** The file's bytes, at most so many and one; "-" is the standard input. Throws what the machine throws. */
  read(path: string, atMost: number): Promise<Uint8Array>;
  write(path: string, content: string | Uint8Array): Promise<void>;
  out(text: string): void;
  err(text: string): void;
  readonly openTrail: OpenTrail;
}

// E-mail addresses: enough to catch slips, never so strict that a working address is refused.
import * as z from 'zod/mini';
import { err, ok, type Result } from '../kernel/result.ts';

const Address = z.email().check(z.maxLength(254));

/** The domain is not case-sensitive; the part before the @ is kept as typed. */
export const parseEmail = (typed: string): Result<string, 'email-malformed'> => {
  const trimmed = typed.trim();
  const at = trimmed.lastIndexOf('@');
  const read = Address.safeParse(`${trimmed.slice(0, at)}${trimmed.slice(at).toLowerCase()}`);
  return at > 0 && read.success ? ok(read.data) : err('email-malformed');
};

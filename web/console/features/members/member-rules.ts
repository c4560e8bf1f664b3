// What still keeps an invitation or a change from being sent, per field.
import type { MemberDraft } from './use-save-member.ts';

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function lacksOf({ email, name, roles }: MemberDraft, isNew: boolean): ReadonlyMap<string, string> {
  const found: [string, string][] = [];
  if (isNew && !address.test(email.trim()))
    found.push(['email', 'Tulis alamat surel yang lengkap, misalnya nama@dinas.go.id.']);
  if (name.trim() === '') found.push(['name', 'Tulis nama lengkap.']);
  if (roles.length === 0) found.push(['roles', 'Pilih paling sedikit satu peran.']);
  return new Map(found);
}

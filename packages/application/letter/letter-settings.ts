// How an agency writes official documents: read and changed by its manager. What is frozen stays as it was.
import { mayUse } from '@layan/domain/access/operations';
import type { SigningMethod } from '@layan/domain/case/event';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Agency, Tenant } from '@layan/domain/tenant/tenant';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from '../staff/errors.ts';

export interface LetterSettings {
  readonly unitCode?: string | undefined;
  readonly place?: string | undefined;
  readonly letterhead: readonly string[];
  readonly signing: SigningMethod;
  readonly bsre: boolean;
}

export interface LetterSettingsView extends LetterSettings {
  readonly revision: number;
  /** What stands above the lines of the letterhead: it belongs to the tenant. */
  readonly head: {
    readonly government: string;
    readonly agency: string;
    readonly address: string;
    readonly contact?: string;
    readonly place: string;
  };
}

type Refusal = 'member-deactivated' | 'role-missing';
export type LetterSettingsError = StaffFailure<Refusal | 'settings-changed' | 'bsre-without-certificate'>;

const load = async ({ directory }: Pick<Ports, 'directory'>, { agency: id }: Membership) => {
  const found = await directory.findForChange();
  const agency = found?.tenant.agencies.find((one) => one.id === id);
  if (!found || !agency) throw new Error('a member of staff without an agency');
  return { ...found, agency };
};

const headOf = (tenant: Tenant, { name, address, phone, email }: Agency): LetterSettingsView['head'] => {
  const contact = [phone && `Telepon ${phone}`, email && `Surel ${email}`].filter(Boolean).join(' · ');
  return {
    government: tenant.governmentName,
    agency: name,
    address,
    ...(contact !== '' && { contact }),
    place: tenant.name.replace(/^(kota|kabupaten)\s+/i, ''),
  };
};

const viewOf = (tenant: Tenant, agency: Agency, revision: number): LetterSettingsView => {
  const { unitCode, place, letterhead = [], signing = 'ink', bsre = false } = agency.letters ?? {};
  return {
    ...(unitCode !== undefined && { unitCode }),
    ...(place !== undefined && { place }),
    ...{ letterhead, signing, bsre, revision },
    head: headOf(tenant, agency),
  };
};

export const makeGetLetterSettings =
  (ports: Pick<Ports, 'directory'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<LetterSettingsView, StaffFailure<Refusal>>> => {
    const allowed = mayUse(member, 'get-letter-settings');
    if (!allowed.ok) return allowed;
    const { tenant, agency, revision } = await load(ports, member);
    return ok(viewOf(tenant, agency, revision));
  };

const read = ({ unitCode = '', place = '', letterhead, signing, bsre }: LetterSettings) => ({
  ...(unitCode.trim() !== '' && { unitCode: unitCode.trim() }),
  ...(place.trim() !== '' && { place: place.trim() }),
  letterhead: letterhead.map((line) => line.trim()).filter((line) => line !== ''),
  signing,
  ...(bsre && { bsre: true as const }),
});

export const makeChangeLetterSettings =
  (ports: Pick<Ports, 'directory'>) =>
  async ({
    member,
    revision,
    ...settings
  }: LetterSettings & { readonly member: Membership; readonly revision: number }): Promise<
    Result<LetterSettingsView, LetterSettingsError>
  > => {
    const allowed = mayUse(member, 'change-letter-settings');
    if (!allowed.ok) return allowed;
    // The sentence about BSrE stands on documents that carry such a signature, and on no other.
    if (settings.bsre && settings.signing !== 'certificate') return err({ code: 'bsre-without-certificate' });
    const loaded = await load(ports, member);
    if (loaded.revision !== revision) return err({ code: 'settings-changed' });
    const agency: Agency = { ...loaded.agency, letters: read(settings) };
    const agencies = loaded.tenant.agencies.map((one) => (one.id === agency.id ? agency : one));
    const changed = await ports.directory.change({ ...loaded.tenant, agencies }, revision);
    return changed.ok ? ok(viewOf(loaded.tenant, agency, revision + 1)) : err({ code: 'settings-changed' });
  };

// The terms on which an agency processes personal data: the officer states new ones, and every version stays.
import { mayUse } from '@layan/domain/access/operations';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type StatedTerms, termsNow, withTerms } from '@layan/domain/privacy/terms';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { PrivacyFailure } from './errors.ts';

export interface TermsView extends StatedTerms {
  readonly version: number;
  readonly since?: string;
}

type TermsPorts = Pick<Ports, 'directory' | 'clock'>;

const load = async ({ directory }: TermsPorts, { agency: id }: Membership) => {
  const found = await directory.findForChange();
  const agency = found?.tenant.agencies.find((one) => one.id === id);
  if (!found || !agency) throw new Error('a member of no agency');
  return { ...found, agency };
};

const view = (loaded: Awaited<ReturnType<typeof load>>): TermsView => {
  const { since, ...terms } = { since: undefined, ...termsNow(loaded.agency.privacy) };
  return {
    ...terms,
    ...(since !== undefined && { since: momentInWords(loaded.tenant.calendar.zone, since) }),
  };
};

export const makeGetPrivacyTerms =
  (ports: TermsPorts) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<TermsView, PrivacyFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'get-privacy-terms');
    return allowed.ok ? ok(view(await load(ports, member))) : allowed;
  };

export interface ChangePrivacyTermsInput {
  readonly member: Membership;
  /** The version that was seen. */
  readonly version: number;
  readonly terms: StatedTerms;
}

export const makeChangePrivacyTerms =
  (ports: TermsPorts) =>
  async ({
    member,
    version,
    terms,
  }: ChangePrivacyTermsInput): Promise<
    Result<TermsView, PrivacyFailure<'member-deactivated' | 'role-missing' | 'terms-changed'>>
  > => {
    const allowed = mayUse(member, 'change-privacy-terms');
    if (!allowed.ok) return allowed;
    const loaded = await load(ports, member);
    const { tenant, agency, revision } = loaded;
    if (termsNow(agency.privacy).version !== version) return err({ code: 'terms-changed' });
    const changed = { ...agency, privacy: [...withTerms(agency.privacy, terms, ports.clock.now())] };
    const agencies = tenant.agencies.map((one) => (one.id === agency.id ? changed : one));
    const saved = await ports.directory.change({ ...tenant, agencies }, revision);
    return saved.ok ? ok(view({ ...loaded, agency: changed })) : err({ code: 'terms-changed' });
  };

// Administrative acts, or looks at unmasked values, as people read them: the newest first, page by page.
import { type AccessRefusal, mayUse } from '@layan/domain/access/operations';
import type { ChainEntry, ChainName } from '@layan/domain/audit/chain';
import { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface AuditEntryView {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly about: string;
  readonly caseId?: string;
  readonly detail?: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntryView[];
  readonly next?: number;
}

const PAGE = 30;

const whoDid = ({ by }: ChainEntry['act']): string =>
  by.party === 'staff' ? by.name : by.party === 'central-admin' ? 'pengelola pusat' : 'sistem';

const viewOf = ({ seq, act }: ChainEntry, members: ReadonlyMap<string, string>): AuditEntryView => {
  const caseId = CaseId.safeParse(act.about);
  return {
    seq,
    at: act.at,
    by: whoDid(act),
    act: act.act,
    about: members.get(act.about) ?? act.about,
    ...(caseId.success && { caseId: caseId.data }),
    ...(act.detail !== undefined && { detail: act.detail }),
  };
};

export const makeListAudit =
  ({ audit, staff }: Pick<Ports, 'audit' | 'staff'>) =>
  async (input: {
    readonly member: Membership;
    readonly chain: ChainName;
    readonly before?: number | undefined;
  }): Promise<Result<AuditPage, AccessRefusal>> => {
    const { member, chain, before } = input;
    const allowed = mayUse(member, 'list-audit');
    if (!allowed.ok) return allowed;
    const [found, members] = await Promise.all([
      audit.newest(chain, { limit: PAGE + 1, ...(before === undefined ? {} : { before }) }),
      staff.recent(),
    ]);
    const shown = found.slice(0, PAGE);
    const names = new Map(members.map(({ id, name }) => [String(id), name]));
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    return ok({
      entries: shown.map((entry) => viewOf(entry, names)),
      ...(last && { next: last.seq }),
    });
  };

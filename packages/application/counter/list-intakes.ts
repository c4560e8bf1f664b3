// What a clerk can begin at the counter, and what she began and did not finish.
import { mayUse } from '@layan/domain/access/operations';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { CaseId, InstantText, StandardId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { LoadedFiling } from '../filing/open-filing.ts';
import { displayNameOf, unnamed } from '../filing/people-in-case.ts';
import { readAnswers } from '../filing/read-answers.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import { type CounterService, counterServices } from './counter-services.ts';
import type { CounterFailure } from './errors.ts';
import { findIntake } from './load-intake.ts';

export interface IntakeRow {
  readonly caseId: CaseId;
  readonly standard: StandardId;
  readonly service: string;
  /** The applicant, "Tanpa nama" before there is one. */
  readonly name: string;
  readonly startedAt: InstantText;
  readonly started: string;
}

export interface Intakes {
  readonly services: readonly CounterService[];
  /** Newest first. */
  readonly unfinished: readonly IntakeRow[];
}

type ListIntakesPorts = Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'directory'>;

const isEmpty = ({ filing, documents }: LoadedFiling): boolean =>
  Object.keys(filing.facts).length + Object.keys(filing.unread).length + documents.length === 0;

const rowOf = async (loaded: LoadedFiling, { tenant, input }: Setting): Promise<IntakeRow> => {
  const { filing, version, index, pages } = loaded;
  const { values } = await readAnswers(loaded, input);
  return {
    caseId: filing.caseId,
    standard: filing.standard.id,
    service: version.standard.shortTitle,
    name: loaded.anonymous ? unnamed : displayNameOf(index, pages, values),
    startedAt: filing.createdAt,
    started: momentInWords(tenant.calendar.zone, filing.createdAt),
  };
};

export const makeListIntakes =
  (ports: ListIntakesPorts) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Intakes, CounterFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'list-intakes');
    if (!allowed.ok) return allowed;
    const [begun, setting] = await Promise.all([ports.filings.begunBy(member.id), getSetting(ports)]);
    const found = await Promise.all(begun.map((caseId) => findIntake(ports, member, caseId)));
    const open = found.flatMap((loaded) =>
      loaded && !loaded.filing.filedAt && !isEmpty(loaded) ? [loaded] : [],
    );
    const rows = await Promise.all(open.map((loaded) => rowOf(loaded, setting)));
    return ok({
      services: await counterServices(ports.standards, member),
      unfinished: rows.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)),
    });
  };

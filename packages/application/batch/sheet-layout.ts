// How the spreadsheets of a batch are laid out: read by whoever has a part in it, set down by those who take in what all
// villages send, or by the service manager.
import { mayUse } from '@layan/domain/access/operations';
import { managerRole } from '@layan/domain/case/authority';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Process } from '@layan/domain/standard/process';
import type { Standard } from '@layan/domain/standard/standard';
import type { SheetTemplate } from '../ports/sheets.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findPublished } from '../standard/find-published.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { BatchFailure } from './errors.ts';

export interface SheetLayout {
  readonly columns: SheetTemplate['columns'];
  readonly same: SheetTemplate['same'];
  readonly saved?: { readonly by: string; readonly when: string };
  readonly maySave: boolean;
}

type LayoutPorts = Pick<Ports, 'standards' | 'sheets' | 'directory' | 'clock'>;
type LayoutRefusal = BatchFailure<'member-deactivated' | 'role-missing' | 'batch-not-found'>;

/** Who decides on lines of every village. */
const decidesForAll = ({ roles, steps }: Process, member: Membership): boolean =>
  steps.some(({ lines, role, enteredBy }) => {
    const who = roles.find(({ id }) => id === (enteredBy ?? role));
    return lines !== undefined && who !== undefined && !who.byArea && member.roles.includes(who.id);
  });

const maySave = ({ process }: Standard, member: Membership): boolean =>
  member.roles.includes(managerRole) || decidesForAll(process, member);

const batchOf = async (
  { standards }: LayoutPorts,
  member: Membership,
  id: StandardId,
): Promise<Standard | undefined> => {
  const standard = (await findPublished(standards, id))?.version.standard;
  if (!standard?.process.lines || standard.agency !== member.agency) return undefined;
  const hasPart = standard.process.roles.some((role) => member.roles.includes(role.id));
  return hasPart || member.roles.includes(managerRole) ? standard : undefined;
};

const layoutOf = async (ports: LayoutPorts, standard: Standard, member: Membership): Promise<SheetLayout> => {
  const kept = await ports.sheets.find(standard.id);
  const { zone } = (await getProfile(ports.directory)).calendar;
  return {
    columns: kept?.columns ?? {},
    same: kept?.same ?? {},
    ...(kept && { saved: { by: kept.by.name, when: momentInWords(zone, kept.at) } }),
    maySave: maySave(standard, member),
  };
};

export interface SheetLayoutInput {
  readonly member: Membership;
  readonly standard: StandardId;
}

export const makeGetSheetLayout =
  (ports: LayoutPorts) =>
  async ({ member, standard: id }: SheetLayoutInput): Promise<Result<SheetLayout, LayoutRefusal>> => {
    const allowed = mayUse(member, 'get-sheet-layout');
    if (!allowed.ok) return allowed;
    const standard = await batchOf(ports, member, id);
    return standard ? ok(await layoutOf(ports, standard, member)) : err({ code: 'batch-not-found' });
  };

const attempts = 3;

export const makeSaveSheetLayout =
  (ports: LayoutPorts) =>
  async (
    input: SheetLayoutInput & Pick<SheetTemplate, 'columns' | 'same'>,
  ): Promise<Result<SheetLayout, LayoutRefusal>> => {
    const { member, standard: id, columns, same } = input;
    const allowed = mayUse(member, 'save-sheet-layout');
    if (!allowed.ok) return allowed;
    const standard = await batchOf(ports, member, id);
    if (!standard) return err({ code: 'batch-not-found' });
    if (!maySave(standard, member)) return err({ code: 'role-missing', role: managerRole });
    // The layout is one thing: who saves it later has it.
    for (let left = attempts; left > 0; left -= 1) {
      const before = (await ports.sheets.find(id))?.revision;
      const by = { id: member.id, name: member.name };
      const template = {
        standard: id,
        columns,
        same,
        by,
        at: ports.clock.now(),
        revision: (before ?? 0) + 1,
      };
      const saved = await ports.sheets.save(template, before);
      if (saved.ok) return ok(await layoutOf(ports, standard, member));
    }
    throw new Error(`the layout of ${id} changed ${attempts} times while it was saved`);
  };

// After a case has changed: files and links the cases of other services that it waits for, tells it how those ended that
// have, and tells those that it waits for no longer. Repeated, late or at the same time as others it does nothing twice;
// what cannot be done yet is done when the case next changes.
import type { CaseCommand, CaseRejection } from '@layan/domain/case/command';
import type { Subcase } from '@layan/domain/case/snapshot';
import { abandonedSubcases, wantedSubcases } from '@layan/domain/case/subcases';
import { wantedSuccessor } from '@layan/domain/case/successor';
import type { CaseId } from '@layan/domain/kernel/ids';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { runCommand } from '../case/run-command.ts';
import type { CaseRecord } from '../ports/cases.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { carriedValues, withoutLeaks } from './carried-values.ts';
import { fileSubcase, fileSuccessor, type SubcasePorts } from './file-subcase.ts';

export interface SettledSubcases {
  readonly opened: number;
  readonly ended: number;
}

const attempts = 8;

/** The next case to file and link, if any. */
const linkNext = async (
  ports: SubcasePorts,
  standard: Standard,
  record: CaseRecord,
): Promise<CaseCommand | undefined> => {
  const [wanted] = wantedSubcases(standard, record.snapshot);
  if (!wanted) return undefined;
  const { id, ticket } = await fileSubcase(ports, record, wanted);
  return { type: 'linkSubcase', task: wanted.task, caseId: id, ticket };
};

/** What came of a case, in the facts of the one that waits for it. */
const endOf = async (
  ports: SubcasePorts,
  standard: Standard,
  record: CaseRecord,
  { step: id, caseId }: Subcase,
): Promise<CaseCommand | undefined> => {
  const child = await ports.cases.find(caseId);
  const ending = child?.snapshot.ended?.ending;
  if (!child || ending === undefined) return undefined;
  const pinned = await ports.standards.getPinned(child.snapshot.standard);
  const index = indexOf(standard.process);
  const feeds = Object.entries(index.steps.get(id)?.subcase?.feeds ?? {});
  const fed = Object.fromEntries(
    feeds.flatMap(([ours, theirs]) => {
      const value = child.snapshot.facts[theirs];
      return value === undefined ? [] : [[ours, { from: theirs, value }]];
    }),
  );
  const { anonymous = false } = child.snapshot;
  const carried = withoutLeaks(indexOf(pinned.standard.process), index, fed, anonymous);
  const values = await carriedValues(ports.vault, child, carried);
  const seal = caseSeal(ports.vault, record.key, record.snapshot.id);
  return {
    type: 'endSubcase',
    step: id,
    caseId,
    ending,
    facts: await seal.sealFacts(index.facts, values),
  };
};

/** The first case that has ended and that this one does not know of yet. */
const endNext = async (
  ports: SubcasePorts,
  standard: Standard,
  record: CaseRecord,
): Promise<CaseCommand | undefined> => {
  const { suspended, restricted, subcases = [], tasks } = record.snapshot;
  // While it is on hold it takes no end; letting it go on is a change after which this is looked at again.
  if (suspended || restricted) return undefined;
  const awaited = subcases.filter(({ ended, task }) => !ended && tasks.some(({ id }) => id === task));
  for (const child of awaited) {
    const command = await endOf(ports, standard, record, child);
    if (command) return command;
  }
  return undefined;
};

/** What stands in the way for good is seen by who looks at the case; it is not tried for ever. */
const refused = (caseId: CaseId, { code }: CaseRejection): Error =>
  new Error(`case ${caseId} takes no news of the other case: ${code}`);

const settle = async (ports: SubcasePorts, caseId: CaseId): Promise<SettledSubcases> => {
  let [opened, ended] = [0, 0];
  for (let left = attempts; left > 0; left -= 1) {
    const record = await ports.cases.find(caseId);
    if (!record || record.snapshot.ended) return { opened, ended };
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const command = (await linkNext(ports, standard, record)) ?? (await endNext(ports, standard, record));
    if (!command) return { opened, ended };
    const ran = await runCommand(ports, standard, record, command, { party: 'system' });
    if (!ran.ok) {
      if (ran.error.code === 'rejected') throw refused(caseId, ran.error.rejection);
      continue;
    }
    if (command.type === 'linkSubcase') opened += 1;
    else ended += 1;
  }
  throw new Error(`the cases that case ${caseId} waits for were not settled in ${attempts} attempts`);
};

/** Tells the cases that were opened, and that are waited for no longer. They go on as cases of their own. */
const tellAbandoned = async (ports: SubcasePorts, { snapshot }: CaseRecord): Promise<void> => {
  const why = snapshot.ended ? 'ended' : 'goneOn';
  for (const { caseId } of abandonedSubcases(snapshot)) {
    for (let left = attempts; left > 0; left -= 1) {
      const child = await ports.cases.find(caseId);
      if (!child || child.snapshot.ended || child.snapshot.parent?.left) break;
      const { standard } = await ports.standards.getPinned(child.snapshot.standard);
      const command = { type: 'noteParentLeft', why } as const;
      const ran = await runCommand(ports, standard, child, command, { party: 'system' });
      if (ran.ok) break;
      if (ran.error.code === 'rejected') throw refused(caseId, ran.error.rejection);
    }
  }
};

/** Files and links the next matter that the end of this one opens. */
const openNext = async (ports: SubcasePorts, caseId: CaseId): Promise<number> => {
  for (let left = attempts; left > 0; left -= 1) {
    const record = await ports.cases.find(caseId);
    if (!record) return 0;
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const wanted = wantedSuccessor(standard, record.snapshot);
    if (!wanted) return 0;
    const { id, ticket } = await fileSuccessor(ports, record, wanted);
    const command = { type: 'linkSuccessor', caseId: id, ticket } as const;
    const ran = await runCommand(ports, standard, record, command, { party: 'system' });
    if (ran.ok) return 1;
    if (ran.error.code === 'rejected') throw refused(caseId, ran.error.rejection);
  }
  throw new Error(`what follows case ${caseId} was not linked in ${attempts} attempts`);
};

/** Whether there may be anything to do; the standard need not be opened for a case that waits for no other. */
const mayWait = ({ snapshot }: CaseRecord): boolean =>
  snapshot.tasks.some(({ role }) => role === '') || (snapshot.subcases ?? []).some(({ ended }) => !ended);

export const makeSettleSubcases =
  (ports: SubcasePorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<SettledSubcases> => {
    const record = await ports.cases.find(caseId);
    if (!record) return { opened: 0, ended: 0 };
    const own = { ...(mayWait(record) ? await settle(ports, caseId) : { opened: 0, ended: 0 }) };
    await tellAbandoned(ports, record);
    const { parent, ended, successor } = record.snapshot;
    if (ended && !successor) own.opened += await openNext(ports, caseId);
    if (!parent || !ended) return own;
    const above = await settle(ports, parent.caseId);
    return { opened: own.opened + above.opened, ended: own.ended + above.ended };
  };

// Which services somebody may file for others at the counter: those of their agency in whose process they have a part.
import type { StaffMember } from '@layan/domain/case/command';
import type { ObjectableDecision } from '@layan/domain/case/objection';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { AgencyId } from '@layan/domain/kernel/ids';
import { hasAccounts } from '@layan/domain/process/accounts';
import type { Channel } from '@layan/domain/standard/channel';
import type { Standard } from '@layan/domain/standard/standard';
import type { Outcome, Step } from '@layan/domain/standard/step';

type Member = Pick<StaffMember, 'roles'> & { readonly agency: AgencyId };

const mayFile = ({ agency, process }: Standard, member: Member): boolean =>
  agency === member.agency &&
  process.roles.some((role) => hasAccounts(process, role) && member.roles.includes(role.id));

/** The ways in that staff enter: the counter, letters, the box, the telephone. The counter comes first. */
export const enteredChannels = (standard: Standard, member: Member): readonly Channel[] => {
  if (!mayFile(standard, member)) return [];
  const entered = standard.process.channels.filter(
    ({ kind, about }) => kind !== 'portal' && about === undefined,
  );
  const atTheCounter = ({ kind }: Channel) => kind === 'counter';
  return [...entered.filter(atTheCounter), ...entered.filter((channel) => !atTheCounter(channel))];
};

/** Those on which a new case is entered for somebody; a batch is gathered, not entered. */
export const intakeChannels = (standard: Standard, member: Member): readonly Channel[] =>
  standard.process.lines ? [] : enteredChannels(standard, member);

/** The one asked for, or the first. */
export const intakeChannel = (standard: Standard, member: Member, id?: string): Channel | undefined =>
  intakeChannels(standard, member).find((channel) => id === undefined || channel.id === id);

/** The counter's channel for answering a decision: how the earlier case ended, or what was done to its product later. */
export const objectionChannel = (
  standard: Standard,
  member: Member,
  { ended }: CaseSnapshot,
  { product }: ObjectableDecision,
): Channel | undefined =>
  mayFile(standard, member)
    ? standard.process.channels.find(
        ({ kind, about }) =>
          kind === 'counter' &&
          about !== undefined &&
          (product === undefined
            ? ended !== undefined && about.endings.includes(ended.ending)
            : about.changes !== undefined),
      )
    : undefined;

const isPlain = ({ tone, note, missing, asks }: Outcome): boolean =>
  tone === 'proceed' && note !== 'required' && missing !== true && (asks ?? []).length === 0;

/** The step that this member may do in the same breath: the first look at the file, with nothing to fill in. */
export const acceptanceOf = (
  { process }: Standard,
  channel: Channel,
  member: Member,
): { readonly step: Step; readonly outcome: Outcome } | undefined => {
  const step = process.steps.find(
    ({ kind, after, role = '', form }) =>
      kind === 'task' &&
      form === undefined &&
      member.roles.includes(role) &&
      after.length === 1 &&
      after[0] === channel.opens,
  );
  const outcome = step?.outcomes.find(isPlain);
  return step && outcome && { step, outcome };
};

// What only the tenant can tell: roles that nobody holds, work that needs two people, promises that run while it is closed.
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { isForChannel } from '../../process/promised-on.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, stepPlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';
import type { TenantFacts } from '../tenant-facts.ts';

type Staff = NonNullable<TenantFacts['staff']>;

/** Roles whose holders may do the step. */
const mayDo = ({ role, enteredBy, delegates = [] }: Step): readonly string[] => [
  ...(enteredBy === undefined ? (role === undefined ? [] : [role]) : [enteredBy]),
  ...delegates.map((delegate) => delegate.role),
];

const holders = (staff: Staff, roles: readonly string[]): readonly number[] =>
  staff.flatMap((member, at) => (member.roles.some((role) => roles.includes(role)) ? [at] : []));

/** Roles that something waits for; who stands in or may look is welcome, but not waited for. */
const rolesNeeded = ({
  steps,
  interruptions,
  suspensions = [],
  deadlines,
  products,
}: Process): ReadonlySet<string | undefined> =>
  new Set([
    ...steps.map(({ role, enteredBy }) => enteredBy ?? role),
    ...[...interruptions, ...suspensions].map(({ role }) => role),
    ...deadlines.map(({ extension }) => extension?.role),
    ...products.flatMap(({ actions = [] }) => actions.map(({ role }) => role)),
  ]);

const unheld = ({ process }: Standard, staff: Staff): readonly Finding[] => {
  const stoodIn = new Set(
    process.steps
      .filter(
        (step) =>
          holders(
            staff,
            (step.delegates ?? []).map(({ role }) => role),
          ).length > 0,
      )
      .map(({ role }) => role),
  );
  const needed = rolesNeeded(process);
  return process.roles
    .filter(({ id, party }) => party === 'staff' && needed.has(id))
    .filter(({ id }) => holders(staff, [id]).length === 0 && !stoodIn.has(id))
    .map(({ id, label, basis }) =>
      finding(
        'role-unheld',
        `process.roles.${id}`,
        `Belum ada petugas yang memegang peran "${label}".`,
        citedBy(basis),
      ),
    );
};

/** One step and the other are never done by the same person: there must be two. */
const unseparated = (index: ProcessIndex, staff: Staff): readonly Finding[] =>
  index.process.steps.flatMap((step) =>
    (step.notBy ?? []).flatMap((id) => {
      const other = index.steps.get(id);
      if (!other) return [];
      const own = holders(staff, mayDo(step));
      const others = holders(staff, mayDo(other));
      const alone = own.length > 0 && others.length > 0 && new Set([...own, ...others]).size === 1;
      return alone
        ? [
            finding(
              'separation-impossible',
              stepPlace(step.id),
              `"${step.label}" dan "${other.label}" hanya dapat dikerjakan oleh orang yang sama.`,
              citedBy(step.basis),
            ),
          ]
        : [];
    }),
  );

const elapsing: readonly string[] = ['minute', 'hour'];

/** Minutes that elapse do not wait for the doors to open again. */
const whileClosed = ({ process }: Standard, { calendar }: TenantFacts): readonly Finding[] => {
  const alwaysOpen = (name: 'office' | 'counter') =>
    calendar[name].every((spans) => spans.some(({ from, to }) => from === '00:00' && to >= '23:59'));
  return process.deadlines
    .filter(({ kind, duration }) => kind !== 'norm' && elapsing.includes(duration.unit))
    .filter((deadline) => !alwaysOpen(deadline.calendar) && !('inferred' in deadline.basis))
    .map(({ id, label, basis }) =>
      finding(
        'promise-while-closed',
        `process.deadlines.${id}`,
        `"${label}" terus dihitung saat kantor tutup.`,
        citedBy(basis),
      ),
    );
};

/** What comes in on a day that the clock does not know counts from the next: nobody at the open door would guess. */
const otherDays = ({ process }: Standard, { calendar }: TenantFacts): readonly Finding[] =>
  process.deadlines.flatMap((deadline) => {
    const { id, kind, label, starts, basis } = deadline;
    if (kind === 'norm' || !('filed' in starts)) return [];
    const days = calendar[deadline.calendar];
    const open = process.channels.filter(
      (channel) =>
        isForChannel(process, deadline, channel.id) &&
        calendar[channel.hours].some((spans, at) => spans.length > 0 && days[at]?.length === 0),
    );
    if (open.length === 0) return [];
    const message = `${open.map((channel) => `"${channel.label}"`).join(', ')} buka pada hari yang tidak dihitung oleh "${label}".`;
    return [finding('open-on-uncounted-days', `process.deadlines.${id}`, message, citedBy(basis))];
  });

export const checkTenantFacts = (standard: Standard, tenant: TenantFacts | undefined): readonly Finding[] => {
  if (!tenant) return [];
  const { staff } = tenant;
  return [
    ...(staff ? [...unheld(standard, staff), ...unseparated(indexOf(standard.process), staff)] : []),
    ...whileClosed(standard, tenant),
    ...otherDays(standard, tenant),
  ];
};

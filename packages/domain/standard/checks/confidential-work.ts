// A confidential case opens for the roles that may see it and for whoever was given work on it: each step must be done by
// the former, or somebody must be able to give it out. It is gathered with no others: lists of a batch are read, printed and
// signed by people for whom nobody kept it.
import { indexOf } from '../../process/process-index.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, stepPlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';

/** Places that a confidential case may come to, as if every step could always be done. */
const placesReached = ({ channels, steps, timers, interruptions }: Process): ReadonlySet<string> => {
  const reached = new Set(channels.filter(({ confidential }) => confidential).map(({ opens }) => opens));
  const ways = [
    ...steps.map(({ after, outcomes }) => ({ after, to: outcomes.flatMap((outcome) => outcome.to) })),
    ...timers.map((timer) => ({ after: [timer.while], to: timer.to })),
    ...interruptions.map(({ to }) => ({ after: [], to })),
  ];
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const { after, to } of ways) {
      if (after.every((place) => reached.has(place))) for (const place of to) reached.add(place);
    }
  }
  return reached;
};

const isGiven = ({ assign, coordinator }: Step, seenBy: readonly string[]): boolean =>
  assign !== undefined || (coordinator !== undefined && seenBy.includes(coordinator));

const workersOf = ({ role, enteredBy, delegates = [] }: Step): readonly (string | undefined)[] => [
  enteredBy ?? role,
  ...delegates.map((delegate) => delegate.role),
];

const closedWork = (
  process: Process,
  seenBy: readonly string[],
  steps: readonly Step[],
): readonly Finding[] => {
  const sees = (role: string | undefined) => role !== undefined && seenBy.includes(role);
  return steps
    .filter(({ kind }) => kind === 'task')
    .filter((step) => !workersOf(step).some(sees) && !isGiven(step, seenBy))
    .map(({ id, label, role, enteredBy, basis }) => {
      const worker = indexOf(process).roles.get(enteredBy ?? role ?? '')?.label ?? role;
      return finding(
        'confidential-work-closed',
        stepPlace(id),
        `"${label}" dikerjakan ${worker}, yang tidak dapat membuka berkas rahasia; tidak ada yang menyerahkannya.`,
        citedBy(basis),
      );
    });
};

const gathered = (steps: readonly Step[]): readonly Finding[] =>
  steps
    .filter(({ kind }) => kind === 'line')
    .map(({ id, label, basis }) =>
      finding(
        'confidential-gathered',
        stepPlace(id),
        `Berkas rahasia dapat sampai ke "${label}" dan terbaca dalam daftar berkas bersama.`,
        citedBy(basis),
      ),
    );

export const checkConfidentialWork = ({ process }: Standard): readonly Finding[] => {
  const { confidential } = process;
  if (!confidential || !process.channels.some((channel) => channel.confidential)) return [];
  const reached = placesReached(process);
  const steps = process.steps.filter(({ after }) => after.every((place) => reached.has(place)));
  return [...closedWork(process, confidential.seenBy, steps), ...gathered(steps)];
};

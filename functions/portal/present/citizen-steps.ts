// The steps of a process as the citizen lives them: what each step says while it waits, along the ways that go well.
import type { Channel } from '@layan/domain/standard/channel';
import type { Process } from '@layan/domain/standard/process';
import type { Step } from '@layan/domain/standard/step';

/** Steps in the order they can come about; what only follows a return or a refusal is left out. */
const onTheWay = ({ steps }: Process, opens: string): readonly Step[] => {
  const reached = new Set([opens]);
  const found: Step[] = [];
  for (;;) {
    const now = steps.filter(
      (step) => !found.includes(step) && step.after.every((place) => reached.has(place)),
    );
    if (now.length === 0) return found;
    found.push(...now);
    for (const { outcomes } of now) {
      const ahead = outcomes.filter(({ tone }) => tone === 'proceed').flatMap(({ to }) => to);
      for (const place of ahead) reached.add(place);
    }
  }
};

/** What a step says while it is going on, told beforehand. */
const beforehand = (sentence: string): string => sentence.replace(' sedang ', ' ');

export const citizenSteps = (
  process: Process,
  channel: Channel | undefined,
  online: boolean,
): readonly string[] => {
  const waiting = channel ? onTheWay(process, channel.opens) : [];
  const said = waiting.flatMap(({ kind, citizen }) =>
    kind === 'task' && citizen !== undefined ? [citizen] : [],
  );
  const first = online
    ? 'Anda mengisi permohonan dan mengirim foto berkas di sini, atau datang ke loket.'
    : 'Anda datang ke loket dengan membawa berkas.';
  return [first, ...new Set(said.map(beforehand))];
};

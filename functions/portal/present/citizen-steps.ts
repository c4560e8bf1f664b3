// The steps of a process as the citizen lives them: what each step says while it waits, along the ways that go well.
import type { Channel, Process, Step } from '@layan/domain/standard/process';

/** Steps in the order they can come about; what only follows a return or a refusal is left out. */
const onTheWay = ({ steps }: Process, opens: string): readonly Step[] => {
  const places = [opens];
  const found: Step[] = [];
  for (let at = 0; at < places.length; at += 1) {
    for (const step of steps) {
      if (found.includes(step) || !step.after.some((place) => place === places[at])) continue;
      found.push(step);
      const ahead = step.outcomes.filter(({ tone }) => tone === 'proceed').flatMap(({ to }) => to);
      places.push(...ahead.filter((place) => !places.includes(place)));
    }
  }
  return found;
};

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
  return [first, ...new Set(said)];
};

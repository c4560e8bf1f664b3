// Commands per second that the engine decides and folds into a snapshot, on one core: every turn of every example of the
// ULTPK standard, again and again. `node test/bench/decide-evolve.ts [seconds]`; once with a hash that costs nothing, which is
// the engine alone, and once with the SHA-256 that every event really gets.
import type { By, CaseCommand } from '@layan/domain/case/command';
import { decide } from '@layan/domain/case/decide';
import { decideFiling } from '@layan/domain/case/decide-filing';
import { fold } from '@layan/domain/case/evolve';
import type { Hash } from '@layan/domain/case/recorder';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { commandAs, fileAs } from '@layan/domain/case/stand-ins';
import type { DecideContext } from '@layan/domain/case/turn';
import { laterOf } from '@layan/domain/kernel/instant';
import { calendar, monday, sha256 } from '@layan/domain/testing/a-case';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';

interface Moment {
  readonly snapshot: CaseSnapshot;
  readonly command: CaseCommand;
  readonly by: By;
  readonly now: DecideContext['now'];
}

let ids = 0;
const contextOf = (hash: Hash, by: By, now: DecideContext['now']): DecideContext => ({
  now,
  by,
  calendar,
  newId: () => `produk-${ids++}`,
  nextPlace: () => ({ year: 2026, sequence: 1 }),
  hash,
});

/** Every command of every example, with the state it meets. */
const moments = (): readonly Moment[] =>
  ultpk.process.examples.flatMap(({ channel, facts, turns }) => {
    const { command: filing, by } = fileAs(ultpk, channel, facts);
    const filed = decideFiling(ultpk, filing, contextOf(sha256, by, monday));
    let snapshot = filed.ok ? fold(ultpk, filed.value) : undefined;
    let now = monday;
    const met: Moment[] = [];
    for (const turn of turns) {
      if (!snapshot) break;
      const armed = 'timer' in turn && snapshot.timers.find(({ timer }) => timer === turn.timer);
      if (armed) now = laterOf(now, armed.firesAt);
      const { command, by: actor } = commandAs(ultpk, snapshot, turn);
      met.push({ snapshot, command, by: actor, now });
      const decided = decide(ultpk, snapshot, command, contextOf(sha256, actor, now));
      snapshot = decided.ok ? fold(ultpk, decided.value, snapshot) : undefined;
    }
    return met;
  });

const all = moments();
const seconds = Number(process.argv[2] ?? 5);

const measure = (hash: Hash): number => {
  let done = 0;
  const started = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000_000;
  };
  while (used() < seconds) {
    for (const { snapshot, command, by, now } of all) {
      const decided = decide(ultpk, snapshot, command, contextOf(hash, by, now));
      if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.error.code}`);
      fold(ultpk, decided.value, snapshot);
    }
    done += all.length;
  }
  return done / used();
};

const free = sha256('');
measure(() => free);
for (const [what, hash] of [
  ['engine alone', () => free],
  ['with SHA-256', sha256],
] as const) {
  console.log(`${what}: ${Math.round(measure(hash)).toLocaleString('en')} commands/s of processor time`);
}

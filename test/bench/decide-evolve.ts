// Commands per second that the engine decides and folds into a snapshot, on one core: every turn of every example of a
// standard, again and again. `node test/bench/decide-evolve.ts [seconds]`; once with a hash that costs nothing, which is the
// engine alone, and once with the SHA-256 that every event really gets. A form of sixty questions and a letter of two steps
// cost differently, so several standards are measured.
import type { By, CaseCommand } from '@layan/domain/case/command';
import { decide } from '@layan/domain/case/decide';
import { decideFiling } from '@layan/domain/case/decide-filing';
import { fold } from '@layan/domain/case/evolve';
import type { Hash } from '@layan/domain/case/recorder';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { commandAs, fileAs } from '@layan/domain/case/stand-ins';
import type { DecideContext } from '@layan/domain/case/turn';
import { laterOf } from '@layan/domain/kernel/instant';
import { Standard } from '@layan/domain/standard/standard';
import { calendar, monday, sha256 } from '@layan/domain/testing/a-case';
import { pengaduan } from '@layan/standards/kota-kupang/pengaduan';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import letterSource from '../../packages/standards/example/surat-rekomendasi.json' with { type: 'json' };

interface Moment {
  readonly snapshot: CaseSnapshot;
  readonly command: CaseCommand;
  readonly by: By;
  readonly now: DecideContext['now'];
}

const letter = Standard.parse(letterSource);

let ids = 0;
const contextOf = (hash: Hash, by: By, now: DecideContext['now']): DecideContext => ({
  now,
  by,
  calendar,
  newId: () => `produk-${ids++}`,
  nextPlace: () => ({ year: 2026, sequence: 1 }),
  hash,
});

/** Every command of every example that needs no clock of its own, with the state it meets. */
const momentsOf = (standard: Standard): readonly Moment[] =>
  standard.process.examples.flatMap(({ channel, facts, turns }) => {
    const { command: filing, by } = fileAs(standard, channel, facts);
    const filed = decideFiling(standard, filing, contextOf(sha256, by, monday));
    let snapshot = filed.ok ? fold(standard, filed.value) : undefined;
    let now = monday;
    const met: Moment[] = [];
    for (const turn of turns) {
      if (!snapshot) break;
      const armed = 'timer' in turn && snapshot.timers.find(({ timer }) => timer === turn.timer);
      if (armed) now = laterOf(now, armed.firesAt);
      const { command, by: actor } = commandAs(standard, snapshot, turn);
      const decided = decide(standard, snapshot, command, contextOf(sha256, actor, now));
      if (decided.ok) met.push({ snapshot, command, by: actor, now });
      snapshot = decided.ok ? fold(standard, decided.value, snapshot) : undefined;
    }
    return met;
  });

const seconds = Number(process.argv[2] ?? 5);

const measure = (standard: Standard, moments: readonly Moment[], hash: Hash): number => {
  let done = 0;
  const started = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000_000;
  };
  // The clock is asked seldom: an answer takes as long as a command.
  const rounds = Math.ceil(1_000 / moments.length);
  while (used() < seconds) {
    for (let round = 0; round < rounds; round += 1) {
      for (const { snapshot, command, by, now } of moments) {
        const decided = decide(standard, snapshot, command, contextOf(hash, by, now));
        if (decided.ok) fold(standard, decided.value, snapshot);
      }
    }
    done += rounds * moments.length;
  }
  return done / used();
};

const nothing = sha256('');
for (const [name, standard] of Object.entries({ ultpk, pengaduan, 'surat-rekomendasi': letter })) {
  const moments = momentsOf(standard);
  const perSecond = (hash: Hash) => Math.round(measure(standard, moments, hash)).toLocaleString('en');
  measure(standard, moments, () => nothing);
  console.log(
    `${name}: ${perSecond(() => nothing)} commands/s of processor time, ${perSecond(sha256)} with SHA-256 (${moments.length} commands)`,
  );
}

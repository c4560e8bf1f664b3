// R5: model-based transitions of the engine per second, over random walks through the ULTPK standard, on one core.
// `node test/bench/engine-walk.ts [transitions]`; every transition is checked as in the tests.
import { sha256 } from '@layan/domain/testing/a-case';
import { chance } from '@layan/domain/testing/chance';
import { walk } from '@layan/domain/testing/walk';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';

const zero = sha256('');
const aim = Number(process.argv[2] ?? 1_000_000);
const run = (transitions: number, from: number): { readonly transitions: number; readonly walks: number } => {
  let done = 0;
  let walks = 0;
  while (done < transitions) {
    // One walk in fifty is hashed for real; what is measured is the engine, not the hash of the platform.
    const hash = walks % 50 === 0 ? sha256 : () => zero;
    done += walk({
      standard: ultpk,
      chance: chance(from + walks),
      most: 300,
      thorough: 250,
      hash,
    }).transitions;
    walks += 1;
  }
  return { transitions: done, walks };
};

run(Math.min(aim, 5_000), 1_000_000_000);
const [started, before] = [performance.now(), process.cpuUsage()];
const { transitions, walks } = run(aim, 0);
const [elapsed, used] = [(performance.now() - started) / 1_000, process.cpuUsage(before)];
const cpu = (used.user + used.system) / 1_000_000;
const perSecond = (seconds: number) => Math.round(transitions / seconds).toLocaleString('en');
console.log(
  `R5: ${transitions} transitions in ${walks} cases: ${elapsed.toFixed(1)} s, ${perSecond(elapsed)}/s; ${cpu.toFixed(1)} s of processor time, ${perSecond(cpu)}/s`,
);

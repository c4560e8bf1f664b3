// R5: model-based transitions of the engine, over random walks through the ULTPK standard, one walker on each core.
// `node test/bench/engine-walk.ts [transitions]`; every transition is checked as in the tests.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { sha256 } from '@layan/domain/testing/a-case';
import { chance } from '@layan/domain/testing/chance';
import { walk } from '@layan/domain/testing/walk';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';

interface Part {
  readonly aim: number;
  /** Seed of the first walk; each walk has the next. */
  readonly from: number;
}
interface Done {
  readonly transitions: number;
  readonly walks: number;
}

const zero = sha256('');
const run = ({ aim, from }: Part): Done => {
  let transitions = 0;
  let walks = 0;
  while (transitions < aim) {
    // One walk in fifty is hashed for real; what is measured is the engine, not the hash of the platform.
    const hash = walks % 50 === 0 ? sha256 : () => zero;
    const walked = walk({
      standard: ultpk,
      chance: chance(from + walks),
      most: 300,
      thorough: 250,
      hash,
    });
    transitions += walked.transitions;
    walks += 1;
  }
  return { transitions, walks };
};

/** A failing walk ends the run, with the seed that shows it again. */
const elsewhere = (part: Part): Promise<Done> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

async function measure(aim: number): Promise<void> {
  const walkers = availableParallelism();
  run({ aim: Math.min(aim, 5_000), from: 1_000_000_000 });
  const [started, before] = [performance.now(), process.cpuUsage()];
  const parts = Array.from({ length: walkers }, (_, at) => ({ aim: aim / walkers, from: at * 10_000_000 }));
  const done = await Promise.all(parts.map(elsewhere));
  const [elapsed, used] = [(performance.now() - started) / 1_000, process.cpuUsage(before)];
  const transitions = done.reduce((sum, part) => sum + part.transitions, 0);
  const walks = done.reduce((sum, part) => sum + part.walks, 0);
  const cpu = (used.user + used.system) / 1_000_000;
  const perSecond = (seconds: number) => Math.round(transitions / seconds).toLocaleString('en');
  console.log(
    `R5: ${transitions} transitions in ${walks} cases by ${walkers} walkers: ${elapsed.toFixed(1)} s, ${perSecond(elapsed)}/s; ${cpu.toFixed(1)} s of processor time, ${perSecond(cpu)}/s`,
  );
}

if (isMainThread) await measure(Number(process.argv[2] ?? 1_000_000));
else parentPort?.postMessage(run(workerData));

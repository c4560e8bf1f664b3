// Executable examples must run as they are written; every ending and every channel should have one.

import { type ExampleFailure, playExample } from '../../case/play-example.ts';
import type { Played, Scene } from '../../case/stage.ts';
import { defaultCalendar } from '../../deadline/default-calendar.ts';
import { offsetMs } from '../../deadline/zones.ts';
import { toInstantText } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import { takenKey } from '../../process/automatic.ts';
import { indexOf } from '../../process/process-index.ts';
import { ContentHash } from '../content-hash.ts';
import type { Example } from '../example.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { TenantFacts } from '../tenant-facts.ts';
import { refusalInWords } from './refusals.ts';
import { productStateInWords, promiseStateInWords } from './states-in-words.ts';

const noHash = ContentHash.parse('0'.repeat(64));

/**
 * An example that says no time begins on a Monday without holidays around it. By the calendar of the tenant, where it is
 * known; else by the one a tenant begins with.
 */
const sceneOf = (tenant: TenantFacts | undefined): Scene => {
  const calendar = tenant?.calendar ?? defaultCalendar('Asia/Jakarta');
  const from = toInstantText(Date.parse('2026-03-02T09:00:00Z') - offsetMs(calendar.zone));
  return { calendar, from, hash: () => noHash };
};

const inWords = (process: Process, example: Example, failure: ExampleFailure): string => {
  const { endings, products, deadlines } = indexOf(process);
  switch (failure.code) {
    case 'turn-refused': {
      const where = failure.turn === 0 ? 'saat diajukan' : `pada langkah ke-${failure.turn}`;
      return `berhenti ${where}: ${refusalInWords(process, failure.rejection)}`;
    }
    case 'other-ending': {
      const ending = (id: string | undefined) => endings.get(id ?? '')?.label ?? id ?? '';
      if (failure.ending === undefined)
        return `belum berakhir, padahal tertulis berakhir dengan "${ending(example.ending)}".`;
      return example.ending === undefined
        ? `berakhir dengan "${ending(failure.ending)}", padahal tertulis masih berjalan.`
        : `berakhir dengan "${ending(failure.ending)}", bukan "${ending(example.ending)}".`;
    }
    case 'other-product': {
      const label = products.get(failure.product)?.label ?? failure.product;
      const written = productStateInWords(example.products?.[failure.product]);
      return `menghasilkan "${label}" dalam keadaan "${productStateInWords(failure.state)}", bukan "${written}".`;
    }
    case 'other-promise': {
      const label = deadlines.get(failure.promise)?.label ?? failure.promise;
      const written = promiseStateInWords(example.promises?.[failure.promise] ?? 'none');
      return `meninggalkan "${label}" dalam keadaan "${promiseStateInWords(failure.state ?? 'none')}", bukan "${written}".`;
    }
    case 'other-messages':
      return `mengirim pesan lain kepada warga: ${failure.messages.map((text) => `"${text}"`).join(', ') || 'tidak ada'}.`;
  }
};

interface Told {
  readonly example: Example;
  readonly played: Result<Played, ExampleFailure>;
}

const failing = ({ process }: Standard, told: readonly Told[]): readonly Finding[] =>
  told.flatMap(({ example, played }) =>
    played.ok
      ? []
      : [
          finding(
            'example-fails',
            `process.examples.${example.id}`,
            `Contoh "${example.title}" ${inWords(process, example, played.error)}`,
          ),
        ],
  );

/** Branches that decide by themselves: nobody would notice a wrong one but by an example. */
const untakenBranches = ({ steps }: Process, told: readonly Told[]): readonly Finding[] => {
  const taken = new Set(
    told.flatMap(({ played }) =>
      played.ok
        ? played.value.events.flatMap(({ body }) =>
            body.type === 'routed' || body.type === 'stepCompleted'
              ? [takenKey(body.step, body.outcome)]
              : [],
          )
        : [],
    ),
  );
  return steps
    .filter(({ kind }) => kind === 'route' || kind === 'subcase')
    .flatMap((step) =>
      step.outcomes
        .filter(({ id }) => !taken.has(takenKey(step.id, id)))
        .map(({ id, label, basis }) =>
          finding(
            'branch-without-example',
            outcomePlace(step.id, id),
            `Tidak ada contoh yang melewati cabang "${label}" ("${step.label}").`,
            citedBy(basis),
          ),
        ),
    );
};

export const checkExamples = (standard: Standard, tenant?: TenantFacts): readonly Finding[] => {
  const { endings, channels, examples } = standard.process;
  const scene = sceneOf(tenant);
  const told = examples.map((example) => ({
    example,
    played: playExample(standard, example, scene),
  }));
  const ended = new Set(examples.map(({ ending }) => ending));
  const filed = new Set(examples.map(({ channel }) => channel));
  return [
    ...failing(standard, told),
    ...untakenBranches(standard.process, told),
    ...endings
      .filter(({ id }) => !ended.has(id))
      .map(({ id, label, basis }) =>
        finding(
          'ending-without-example',
          `process.endings.${id}`,
          `Tidak ada contoh yang berakhir dengan "${label}".`,
          citedBy(basis),
        ),
      ),
    ...channels
      .filter(({ id }) => !filed.has(id))
      .map(({ id, label, basis }) =>
        finding(
          'channel-without-example',
          `process.channels.${id}`,
          `Tidak ada contoh lewat kanal "${label}".`,
          citedBy(basis),
        ),
      ),
  ];
};

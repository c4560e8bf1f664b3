// Executable examples must run as they are written; every ending and every channel should have one.

import type { Scene } from '../../case/play.ts';
import { type ExampleFailure, playExample } from '../../case/play-example.ts';
import type { DaySpans, TenantCalendar, WeekHours } from '../../deadline/calendar.ts';
import { toInstantText } from '../../kernel/instant.ts';
import type { Example } from '../example.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Process } from '../process.ts';
import { ContentHash, type Standard } from '../standard.ts';
import { refusalInWords } from './refusals.ts';

const day: DaySpans = [{ from: '08:00', to: '16:00' }];
const week: WeekHours = [day, day, day, day, day, [], []];
const calendar: TenantCalendar = {
  zone: 'Asia/Jakarta',
  office: week,
  counter: week,
  special: [],
  closures: [],
};
const noHash = ContentHash.parse('0'.repeat(64));

/** Any ordinary Monday: what an example tells must not depend on the calendar. */
const scene: Scene = { calendar, from: toInstantText(Date.UTC(2026, 1, 2, 2)), hash: () => noHash };

const inWords = (process: Process, example: Example, failure: ExampleFailure): string => {
  switch (failure.code) {
    case 'turn-refused': {
      const where = failure.turn === 0 ? 'saat diajukan' : `pada langkah ke-${failure.turn}`;
      return `berhenti ${where}: ${refusalInWords(process, failure.rejection)}`;
    }
    case 'other-ending':
      return failure.ending === undefined
        ? `belum berakhir, padahal tertulis berakhir dengan "${example.ending}".`
        : `berakhir dengan "${failure.ending}", bukan "${example.ending ?? 'masih berjalan'}".`;
    case 'other-product': {
      const written = example.products?.[failure.product] ?? 'tidak ada';
      return `menghasilkan "${failure.product}" dalam keadaan "${failure.state ?? 'tidak ada'}", bukan "${written}".`;
    }
  }
};

const failing = (standard: Standard): readonly Finding[] =>
  standard.process.examples.flatMap((example) => {
    const played = playExample(standard, example, scene);
    return played.ok
      ? []
      : [
          finding(
            'example-fails',
            `process.examples.${example.id}`,
            `Contoh "${example.title}" ${inWords(standard.process, example, played.error)}`,
          ),
        ];
  });

export const checkExamples = (standard: Standard): readonly Finding[] => {
  const { endings, channels, examples } = standard.process;
  const ended = new Set(examples.map(({ ending }) => ending));
  const filed = new Set(examples.map(({ channel }) => channel));
  return [
    ...failing(standard),
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

// Promises beside the sentences that they cite: the same number, the same kind of day.
import { durationInWords } from '../../deadline/durations-in-words.ts';
import type { Deadline } from '../deadline.ts';
import type { Duration } from '../duration.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, findSentence, sentencesOf } from '../lookup.ts';
import type { Reading, Standard } from '../standard.ts';
import { numberInWords } from './number-words.ts';
import { type StatedTime, statedTimes, states } from './stated-times.ts';

/** Any of them may be what the sentence speaks of. */
const lengthsOf = ({ duration, extension }: Deadline): readonly Duration[] => [
  ...(duration.unit === 'agreed' ? (duration.atMost ? [duration.atMost] : []) : [duration]),
  ...(extension ? [extension.by] : []),
];

const timesOfReading = ({ statement, why }: Reading): readonly StatedTime[] =>
  statedTimes(`${statement} ${why}`);

/** Whether the reading that the promise follows says how long itself. */
const isReadSo = ({ readings }: Standard, { basis }: Deadline, lengths: readonly Duration[]): boolean => {
  const reading = 'inferred' in basis ? readings.find(({ id }) => id === basis.inferred) : undefined;
  return (
    reading !== undefined &&
    timesOfReading(reading).some((time) => lengths.some((length) => states(time, length)))
  );
};

/** A norm is shorter than what the text says of the whole; a reading may differ where it says so. */
const promises = (standard: Standard): readonly Finding[] =>
  standard.process.deadlines.flatMap((deadline) => {
    const { id, kind, label, basis, duration } = deadline;
    const lengths = lengthsOf(deadline);
    if (kind === 'norm' || lengths.length === 0 || isReadSo(standard, deadline, lengths)) return [];
    const cites = citedBy(basis);
    const stated = cites.flatMap((sentence) => statedTimes(findSentence(standard, sentence)?.text ?? ''));
    if (stated.length === 0 || stated.some((time) => lengths.some((length) => states(time, length))))
      return [];
    const own = duration.unit === 'agreed' ? duration.atMost : duration;
    const words = [...new Set(stated.map(({ shown }) => `"${shown}"`))].join(', ');
    const unit = own?.unit === 'calendar_day' ? ' kalender' : '';
    return [
      finding(
        'promise-differs-from-text',
        `process.deadlines.${id}`,
        `"${label}" dihitung ${own ? durationInWords(own) : ''}${unit}, padahal kalimat yang dirujuk menyebut ${words}.`,
        cites,
      ),
    ];
  });

const numbers = /(?<![\d.,])(\d{1,4}) {0,3}\(([^()]{1,60})\)/g;

/** "2 (tiga)": nobody can tell which of the two is meant, but where a reading names one of them. */
const contradictions = (standard: Standard): readonly Finding[] =>
  sentencesOf(standard).flatMap(({ sentence: { id, text }, place }) => {
    const readings = standard.readings.filter(({ cites }) => cites.includes(id));
    const isRead = (number: number) =>
      readings.some(({ statement, why }) => new RegExp(`\\b${number}\\b`).test(`${statement} ${why}`));
    const wrong = [...text.matchAll(numbers)].find(([, digits, words = '']) => {
      const said = numberInWords(words);
      return said !== undefined && said !== Number(digits) && !isRead(said) && !isRead(Number(digits));
    });
    return wrong
      ? [
          finding('number-words-differ', place, `Angka dan hurufnya berbeda pada "${wrong[0]}": "${text}"`, [
            id,
          ]),
        ]
      : [];
  });

export const checkStatedPromises = (standard: Standard): readonly Finding[] => [
  ...promises(standard),
  ...contradictions(standard),
];

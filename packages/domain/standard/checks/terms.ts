// Targets, agreed dates, outer limits and extensions: each has a promise behind it, and none goes past its limit.
import { durationInWords } from '../../deadline/durations-in-words.ts';
import { leastLength, longestOf } from '../../deadline/lengths.ts';
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { isForChannel } from '../../process/promised-on.ts';
import type { Deadline } from '../deadline.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { TenantFacts } from '../tenant-facts.ts';
import type { FindingCode } from './catalogue.ts';

const about = (code: FindingCode, { id, label, basis }: Deadline, says: string): Finding =>
  finding(code, `process.deadlines.${id}`, `"${label}" ${says}.`, citedBy(basis));

/** Whether the one applies wherever the other does. */
const covers = ({ process }: ProcessIndex, one: Deadline, other: Deadline): boolean =>
  process.channels.every(({ id }) => !isForChannel(process, other, id) || isForChannel(process, one, id));

const targets = (index: ProcessIndex, deadline: Deadline): readonly Finding[] => {
  const { kind, bound } = deadline;
  if (kind === 'target' && bound === undefined) {
    return [about('target-without-bound', deadline, 'hanya target; tidak ada janji bila tidak tercapai')];
  }
  const promise = index.deadlines.get(bound ?? '');
  if (!promise) return [];
  if (kind !== 'target')
    return [
      about('bound-malformed', deadline, `bukan target, tetapi menyebut "${promise.label}" di belakangnya`),
    ];
  if (promise.kind !== 'promise')
    return [about('bound-malformed', deadline, `berlindung pada "${promise.label}", yang bukan janji`)];
  return covers(index, promise, deadline)
    ? []
    : [about('bound-malformed', deadline, `berlaku di kanal tempat "${promise.label}" tidak berlaku`)];
};

const agreements = (index: ProcessIndex, deadline: Deadline): readonly Finding[] => {
  const { duration, within, bound } = deadline;
  if (duration.unit !== 'agreed') return [];
  const fact = index.facts.get(duration.fact);
  if (fact && (fact.type !== 'date' || fact.privacy !== 'ordinary')) {
    return [about('agreed-malformed', deadline, `berakhir pada "${fact.label}", yang bukan tanggal biasa`)];
  }
  if (deadline.kind === 'target' && bound !== undefined) return [];
  return duration.atMost === undefined && within === undefined
    ? [about('agreed-without-limit', deadline, 'boleh disepakati untuk tanggal kapan pun')]
    : [];
};

/** Outer limits one behind the other, until they end or come round. */
const limitsBehind = (index: ProcessIndex, deadline: Deadline): readonly Deadline[] => {
  const found: Deadline[] = [];
  for (
    let next = index.deadlines.get(deadline.within ?? '');
    next;
    next = index.deadlines.get(next.within ?? '')
  ) {
    found.push(next);
    if (next.id === deadline.id || found.length > index.deadlines.size) break;
  }
  return found;
};

const limits = (
  index: ProcessIndex,
  deadline: Deadline,
  tenant: TenantFacts | undefined,
): readonly Finding[] => {
  const [limit, ...further] = limitsBehind(index, deadline);
  if (!limit) return [];
  if ([limit, ...further].some(({ id }) => id === deadline.id))
    return [about('limit-malformed', deadline, 'menjadi batas luarnya sendiri')];
  if (limit.kind !== 'promise')
    return [about('limit-malformed', deadline, `dibatasi "${limit.label}", yang bukan janji`)];
  if (!covers(index, limit, deadline))
    return [about('limit-malformed', deadline, `berlaku di kanal tempat "${limit.label}" tidak berlaku`)];
  const most = longestOf(limit.duration);
  const longest = longestOf(deadline.duration);
  if (!most || !longest) return [];
  const least = leastLength(most, tenant?.calendar, limit.calendar);
  if (least(longest) > least(most)) {
    const words = `(${durationInWords(longest)}) lebih lama dari batas luar "${limit.label}" (${durationInWords(most)})`;
    return [about('promise-past-limit', deadline, words)];
  }
  const { extension } = deadline;
  if (!extension) return [];
  const extended = least(longest) + extension.atMost * least(extension.by);
  return extended > least(most)
    ? [
        about(
          'extension-past-limit',
          deadline,
          `bila diperpanjang ${extension.atMost} kali melewati batas luar "${limit.label}"`,
        ),
      ]
    : [];
};

const extensions = (index: ProcessIndex, deadline: Deadline): readonly Finding[] => {
  const { kind, duration, extension } = deadline;
  if (!extension) return [];
  const role = index.roles.get(extension.role);
  if (kind !== 'promise')
    return [about('extension-malformed', deadline, 'dapat diperpanjang, padahal bukan janji')];
  if (duration.unit === 'agreed')
    return [about('extension-malformed', deadline, 'diperpanjang, padahal tanggalnya disepakati')];
  if (role && role.party !== 'staff')
    return [about('extension-malformed', deadline, `diperpanjang oleh "${role.label}", yang bukan petugas`)];
  return extension.citizen === undefined
    ? [about('extension-unannounced', deadline, 'dapat diperpanjang tanpa kalimat untuk warga')]
    : [];
};

export const checkTerms = ({ process }: Standard, tenant?: TenantFacts): readonly Finding[] => {
  const index = indexOf(process);
  return process.deadlines.flatMap((deadline) => [
    ...targets(index, deadline),
    ...agreements(index, deadline),
    ...limits(index, deadline, tenant),
    ...extensions(index, deadline),
  ]);
};

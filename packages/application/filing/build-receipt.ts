// The receipt of a filing, made from what was written when it was filed: asked for again, it says the same.
import type { CaseEvent } from '@layan/domain/case/event';
import { verbatimOf } from '@layan/domain/case/stated-promises';
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import type { FieldProblem } from '@layan/domain/person/form-input';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import { promisedOn } from '@layan/domain/process/promised-on';
import type { Deadline, Trigger } from '@layan/domain/standard/deadline';
import { onPaperText } from '../counter/kept-receipt.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import type { Setting } from '../tenant/setting.ts';
import type { LoadedFiling } from './open-filing.ts';
import type { Receipt, ReceiptPromise } from './receipt.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** "sejak petugas memilih …" reads badly to citizens: the label of the step says what happens. */
const startInWords = (index: ProcessIndex, starts: Trigger): string => {
  if ('filed' in starts) return 'sejak permohonan diterima';
  if ('issued' in starts) return `sejak ${index.products.get(starts.issued)?.label ?? 'produk'} terbit`;
  if ('ended' in starts) return 'sejak permohonan selesai';
  const label = index.steps.get(starts.step)?.label;
  return label === undefined ? 'sejak tahap berikutnya' : `sejak tahap "${lowerFirst(label)}" selesai`;
};

const promised = (
  loaded: LoadedFiling,
  deadline: Deadline,
  filed: readonly CaseEvent[],
  { tenant }: Setting,
): ReceiptPromise => {
  const { id, label, duration } = deadline;
  const common = { id, label, verbatim: verbatimOf(loaded.version.standard, deadline) };
  const started = filed.find(({ body }) => body.type === 'promiseStarted' && body.promise === id)?.body;
  if (started?.type !== 'promiseStarted') {
    return {
      ...common,
      words: `${durationInWords(duration)}, dihitung ${startInWords(loaded.index, deadline.starts)}`,
    };
  }
  const days = duration.unit === 'working_day' || duration.unit === 'calendar_day';
  const words = (days ? dateInWords : momentInWords)(tenant.calendar.zone, started.dueAt);
  return { ...common, dueAt: started.dueAt, words: `paling lambat ${words}` };
};

/** `events` of the case, from its first; later ones do not change the receipt. */
export const buildReceipt = async (
  loaded: LoadedFiling,
  events: readonly CaseEvent[],
  warnings: readonly FieldProblem[],
  setting: Setting,
): Promise<Receipt> => {
  const { filing, version, seal } = loaded;
  const { standard } = version;
  const [first] = events;
  if (first?.body.type !== 'caseFiled') throw new Error('a case begins by being filed');
  const secret = await seal.openText('secret', filing.secret);
  if (secret === undefined) throw new Error('the secret of a filing does not open');
  const { receivedAt, ticket, lateEntryReason } = first.body;
  const filed = events.filter(({ at }) => at === first.at);
  return {
    caseId: filing.caseId,
    service: { title: standard.title, shortTitle: standard.shortTitle },
    agency: agencyCard(setting.tenant, standard.agency),
    ticket,
    secret,
    receivedAt,
    receivedWords: momentInWords(setting.tenant.calendar.zone, receivedAt),
    ...(lateEntryReason !== undefined && {
      onPaper: await onPaperText(seal, lateEntryReason),
    }),
    promises: promisedOn(standard.process, first.body.channel).map((deadline) =>
      promised(loaded, deadline, filed, setting),
    ),
    standard: filing.standard,
    warnings,
  };
};

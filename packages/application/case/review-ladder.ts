// The tiers of a review as people climb them: who corrected or initialled the draft since it was written, where it stands,
// and what was returned with which note.
import type { CaseEvent, CaseEventBody } from '@layan/domain/case/event';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Step } from '@layan/domain/standard/step';
import type { CaseSeal } from '../sealing/case-seal.ts';
import type { Setting } from '../tenant/setting.ts';
import type { LadderView } from './case-view.ts';
import { actorInWords } from './event-words.ts';

type Completed = CaseEvent & { readonly body: Extract<CaseEventBody, { type: 'stepCompleted' }> };

const isCompleted = (event: CaseEvent): event is Completed => event.body.type === 'stepCompleted';

const toneOf = (index: ProcessIndex, { body }: Completed) =>
  index.steps.get(body.step)?.outcomes.find(({ id }) => id === body.outcome)?.tone;

/** Reviews of which a tier waits, or that wait for their draft to be written again. */
const reviewsThatRun = ({ steps }: ProcessIndex, { tasks }: CaseSnapshot): readonly string[] => {
  const drafts = new Set([...steps.values()].flatMap(({ review }) => review?.draft ?? []));
  const waiting = tasks.flatMap(
    ({ step }) => steps.get(step)?.review?.draft ?? (drafts.has(step) ? step : []),
  );
  return [...new Set(waiting)];
};

interface Parts {
  readonly index: ProcessIndex;
  readonly snapshot: CaseSnapshot;
  readonly events: readonly CaseEvent[];
  readonly seal: CaseSeal;
  readonly setting: Pick<Setting, 'tenant'>;
}

const tierView = (
  { index, snapshot, setting }: Parts,
  { id, label, role, review }: Step,
  done: Completed | undefined,
): LadderView['tiers'][number] => {
  const verb = review?.verb ?? 'correct';
  const of = { step: id, label, role: index.roles.get(role ?? '')?.label ?? role ?? '', verb };
  if (snapshot.tasks.some(({ step }) => step === id)) return { ...of, state: 'now' };
  if (!done) return { ...of, state: 'ahead' };
  if (done.body.skipped) return { ...of, state: 'skipped', why: done.body.skipped };
  const when = momentInWords(setting.tenant.calendar.zone, done.at);
  return { ...of, state: 'done', by: actorInWords(index, done), when };
};

const ladderOf = async (parts: Parts, draft: string): Promise<LadderView> => {
  const { index, events, seal, setting } = parts;
  const completed = events.filter(isCompleted);
  const written = completed.findLastIndex(({ body }) => body.step === draft);
  const since = completed.slice(written + 1);
  const tiers = [...index.steps.values()].filter(({ review }) => review?.draft === draft);
  const returned = completed.filter(
    (event) => tiers.some(({ id }) => id === event.body.step) && toneOf(index, event) === 'return',
  );
  // Once the draft came back, what was put under it stands no longer.
  const climbed = since.some((event) => returned.includes(event)) ? [] : since;
  const own = index.steps.get(draft);
  return {
    draft,
    label: own?.label ?? draft,
    role: index.roles.get(own?.role ?? '')?.label ?? '',
    tiers: tiers.map((tier) =>
      tierView(
        parts,
        tier,
        climbed.findLast(({ body }) => body.step === tier.id),
      ),
    ),
    returns: await Promise.all(
      returned.map(async (event) => {
        const note =
          event.body.note &&
          ((await seal.openText('note', event.body.note)) ?? seal.unopened('catatan tidak terbaca'));
        return {
          by: actorInWords(index, event),
          when: momentInWords(setting.tenant.calendar.zone, event.at),
          ...(note !== undefined && { note }),
        };
      }),
    ),
  };
};

export const reviewLadders = (parts: Parts): Promise<readonly LadderView[]> =>
  Promise.all(reviewsThatRun(parts.index, parts.snapshot).map((draft) => ladderOf(parts, draft)));

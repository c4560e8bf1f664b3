// What a member may do to the clocks of a case: put it on hold, let it go on, give a promise more time. What it would
// mean is told with it.
import type { Worker } from '@layan/domain/access/worker';
import { byWorker } from '@layan/domain/access/worker';
import type { CaseRejection } from '@layan/domain/case/command';
import { extendedDue } from '@layan/domain/case/may-extend';
import { refuseResume, refuseSuspension } from '@layan/domain/case/may-suspend';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { dateInWords } from '@layan/domain/deadline/dates-in-words';
import { dueAt } from '@layan/domain/deadline/working-time';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Setting } from '../tenant/setting.ts';
import type { ActionView } from './case-view.ts';

type HoldKind = Exclude<ActionView['kind'], 'step' | 'interruption'>;

const judged = (refusal: CaseRejection | undefined) =>
  refusal ? { allowed: false, refusal } : { allowed: true };

const holdView = (
  kind: HoldKind,
  about: Pick<ActionView, 'id' | 'label' | 'role' | 'note'> & { readonly effect?: string },
  refusal: CaseRejection | undefined,
): ActionView => ({
  kind,
  ...about,
  ...judged(refusal),
  fields: [],
  pages: [],
  evidence: [],
  shows: [],
  scores: [],
  checks: [],
  outcomes: [],
});

/** Suspensions that this member may never use, and clocks that cannot be extended, are not spoken of. */
const isForOthers = ({ code }: CaseRejection): boolean =>
  ['role-missing', 'area-missing', 'extension-refused'].includes(code);

const open = (views: readonly ActionView[]): readonly ActionView[] =>
  views.filter(({ refusal }) => refusal === undefined || !isForOthers(refusal));

export const holdViews = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  worker: Worker,
  { tenant, now }: Pick<Setting, 'tenant' | 'now'>,
): readonly ActionView[] => {
  const by = byWorker(worker);
  const { calendar } = tenant;
  const roleOf = (id: string) => index.roles.get(id)?.label ?? id;
  if (snapshot.suspended) {
    const suspension = index.suspensions.get(snapshot.suspended.suspension);
    return [
      holdView(
        'resume',
        {
          id: 'resume',
          label: 'Lanjutkan penanganan',
          role: roleOf(suspension?.role ?? ''),
          note: 'optional',
        },
        refuseResume(index, snapshot, { by, now }),
      ),
    ];
  }
  const suspensions = [...index.suspensions.values()].map((suspension) => {
    const { id, label, role, limit, calendar: which } = suspension;
    const until = dateInWords(calendar.zone, dueAt(calendar, which, now, limit).at);
    const about = { id, label, role: roleOf(role), note: 'required' as const };
    const effect = `Paling lama sampai ${until}. Semua janji berhenti dihitung sampai dilanjutkan.`;
    return holdView('suspension', { ...about, effect }, refuseSuspension(index, snapshot, suspension, by));
  });
  const extensions = [...index.deadlines.values()].flatMap(({ id, label, extension }) => {
    if (!extension) return [];
    const due = extendedDue(index, snapshot, id, { by, calendar, now });
    const about = {
      id,
      label: `Perpanjang: ${label}`,
      role: roleOf(extension.role),
      note: 'required' as const,
    };
    return due.ok
      ? [
          holdView(
            'extension',
            { ...about, effect: `Batasnya menjadi ${dateInWords(calendar.zone, due.value.at)}.` },
            undefined,
          ),
        ]
      : [holdView('extension', about, due.error)];
  });
  return open([...suspensions, ...extensions]);
};

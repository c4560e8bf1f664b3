// An intake from its first key to its receipt.
import type { IntakeForm, IntakeView } from '@layan/contract/staff/counter';
import { TenantCalendar } from '@layan/domain/deadline/calendar';
import { zoneName } from '@layan/domain/deadline/zones';
import type { InstantText } from '@layan/domain/kernel/ids';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { isPractising } from '../../shared/space.ts';
import { emptyEntry, entryOf } from './entry.ts';
import { type Filed, fileIntake } from './file-intake.ts';
import { IntakeDesk } from './intake-desk.tsx';
import { Receipt } from './receipt.tsx';
import { useKeptEntry } from './use-kept-entry.ts';

interface Props {
  readonly standard: string;
  readonly channel: string | undefined;
  readonly opening:
    | { readonly id: string; readonly openedAt: InstantText; readonly words: string }
    | undefined;
  readonly form: IntakeForm;
  readonly view: IntakeView | undefined;
  readonly onStarted: (caseId: string) => void;
  readonly onReload: () => void;
  readonly onNext: () => void;
}

const Zone = TenantCalendar.shape.zone;

/** Asked for again after a reload: what was filed is filed. */
function useSentBefore(view: IntakeView | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['sent-intake', view?.caseId],
    queryFn: () => fileIntake(api, { caseId: view?.caseId ?? '', revision: view?.revision ?? 1 }, false),
    enabled: view?.sent === true,
    gcTime: 0,
  });
}

export function Intake({ standard, channel, opening, form, view, onStarted, onReload, onNext }: Props) {
  const me = useMe();
  const [filed, setFiled] = useState<Filed>();
  const before = useSentBefore(view);
  const kept = useKeptEntry({
    standard,
    channel,
    opening: opening && { id: opening.id, openedAt: opening.openedAt },
    draft: view && { caseId: view.caseId, revision: view.revision },
    entry: view === undefined ? emptyEntry : entryOf(view),
    documents: view?.documents ?? [],
    onStarted,
  });
  const zone = Zone.parse(form.context.zone);
  const done = filed ?? before.data;
  // Printed once, when the slip is on the page.
  useEffect(() => {
    if (filed !== undefined && filed.refusal === undefined) window.print?.();
  }, [filed]);
  if (done !== undefined) {
    return (
      <Receipt
        filed={done}
        portal={`${me.tenant.id}${isPractising() ? '--latihan' : ''}.${location.host.replace(/^console\./, '')}`}
        onFiled={setFiled}
        onNext={onNext}
      />
    );
  }
  if (view?.sent === true) {
    return <ProblemNotice error={before.error} retry={() => void before.refetch()} />;
  }
  return (
    <IntakeDesk
      form={form}
      kept={kept}
      about={view?.about?.ticket}
      opened={view?.opened ?? opening?.words}
      zone={zone}
      zoneName={zoneName(zone)}
      onFiled={setFiled}
      onReload={onReload}
    />
  );
}

// What I may do now, first; what others do or I may not, with the reason, on request.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { Text, Title } from '@mantine/core';
import { ActionForm } from './action-form.tsx';
import type { Overtaking } from './overtaken.tsx';
import { Returned } from './returned.tsx';
import { TaskHolder } from './task-holder.tsx';

interface Props {
  readonly view: CaseView;
  readonly onDone: (what: string) => void;
  readonly onOvertaken: (overtaking: Overtaking) => void;
}

export function Actions({ view, onDone, onOvertaken }: Props) {
  const mine = view.actions.filter(({ allowed, kind }) => allowed && kind === 'step');
  const early = view.actions.filter(({ allowed, kind }) => allowed && kind === 'interruption');
  const others = view.actions.filter(({ allowed }) => !allowed);
  return (
    <section aria-labelledby="tindakan" className="panel actions">
      <Title order={3} size="h5" id="tindakan">
        {view.ended === undefined ? 'Yang dapat Anda lakukan' : 'Berkas ini sudah selesai'}
      </Title>
      <Returned view={view} />
      {mine.map((action) => (
        <ActionForm
          key={action.task ?? action.id}
          view={view}
          action={action}
          onDone={onDone}
          onOvertaken={onOvertaken}
        />
      ))}
      {mine.length === 0 && view.ended === undefined ? (
        <Text size="sm" mt="xs">
          Saat ini tidak ada langkah untuk Anda. {waitingFor(others)}
        </Text>
      ) : null}
      {early.length === 0 ? null : (
        <details>
          <summary>Mengakhiri lebih awal</summary>
          {early.map((action) => (
            <ActionForm
              key={action.id}
              view={view}
              action={action}
              onDone={onDone}
              onOvertaken={onOvertaken}
            />
          ))}
        </details>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>Mengapa langkah lain belum bisa</summary>
          <ul>
            {others.map((action) => (
              <li key={`${action.kind}.${action.id}`}>
                <Text size="sm">
                  <strong>{action.label}</strong> ({action.role}): {action.reason ?? 'belum tersedia.'}
                </Text>
                <TaskHolder view={view} action={action} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function waitingFor(others: readonly ActionView[]): string {
  const roles = [...new Set(others.filter(({ kind }) => kind === 'step').map(({ role }) => role))];
  return roles.length === 0 ? '' : `Menunggu: ${roles.join(', ')}.`;
}

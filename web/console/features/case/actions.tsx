// What I may do now, first; what others do or I may not, with the reason, on request.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { Text, Title } from '@mantine/core';
import { Disclosure } from '../../shared/disclosure.tsx';
import { ActionForm } from './action-form.tsx';
import { Ladder } from './letter/ladder.tsx';
import { Returned } from './returned.tsx';
import { TaskHolder } from './task-holder.tsx';
import type { CommandEnds } from './use-command.ts';

interface Props {
  readonly view: CaseView;
  readonly on: CommandEnds;
}

export function Actions({ view, on }: Props) {
  if (view.ended !== undefined) return null;
  const mine = view.actions.filter(({ allowed, kind }) => allowed && (kind === 'step' || kind === 'resume'));
  const early = view.actions.filter(({ allowed, kind }) => allowed && kind === 'interruption');
  const clocks = view.actions.filter(
    ({ allowed, kind }) => allowed && (kind === 'suspension' || kind === 'extension'),
  );
  const others = view.actions.filter(({ allowed }) => !allowed);
  const away = [...new Set(view.actions.flatMap((action) => action.away ?? []))];
  return (
    <section aria-labelledby="tindakan" className="panel actions">
      <Title order={2} className="quiet-heading" id="tindakan">
        Yang dapat Anda lakukan
      </Title>
      <Returned view={view} />
      {view.ladders.map((ladder) => (
        <Ladder key={ladder.draft} ladder={ladder} />
      ))}
      {away.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {mine.map((action) => (
        <ActionForm key={action.task ?? action.id} view={view} action={action} on={on} />
      ))}
      {mine.length === 0 ? (
        <Text mt="xs">Saat ini tidak ada langkah untuk Anda. {waitingFor(view, others)}</Text>
      ) : null}
      {clocks.length === 0 ? null : (
        <Disclosure summary="Menunda atau memperpanjang">
          {clocks.map((action) => (
            <ActionForm key={`${action.kind}.${action.id}`} view={view} action={action} on={on} />
          ))}
        </Disclosure>
      )}
      {early.length === 0 ? null : (
        <Disclosure summary="Mengakhiri lebih awal">
          {early.map((action) => (
            <ActionForm key={action.id} view={view} action={action} on={on} />
          ))}
        </Disclosure>
      )}
      {others.length === 0 ? null : (
        <Disclosure summary="Mengapa langkah lain belum bisa">
          <ul className="plain-list others">
            {others.map((action) => (
              <li key={`${action.kind}.${action.id}`}>
                <Text size="sm">
                  <strong>{action.label}</strong> ({action.role}): {action.reason ?? 'belum tersedia.'}
                </Text>
                <TaskHolder view={view} action={action} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function waitingFor({ returned }: CaseView, others: readonly ActionView[]): string {
  if (returned !== undefined) return '';
  const roles = [...new Set(others.filter(({ kind }) => kind === 'step').map(({ role }) => role))];
  return roles.length === 0 ? '' : `Menunggu: ${roles.join(', ')}.`;
}

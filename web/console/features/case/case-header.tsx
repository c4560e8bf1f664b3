// Whose case this is, and what was promised.
import type { CaseView } from '@layan/contract/staff/case';
import { Badge, Group, Text, Title } from '@mantine/core';
import { PromiseMark } from '../../shared/promise-mark.tsx';

const productStates = { provisional: 'sementara', active: 'berlaku', revoked: 'dicabut' } as const;

export function CaseHeader({ view }: { view: CaseView }) {
  const shown = view.promises.filter(({ state }) => state !== 'dropped');
  return (
    <header className="case-header">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h3">
            {view.applicant}
          </Title>
          <Text size="sm" c="dark.6">
            {view.service} · tiket <strong translate="no">{view.ticket}</strong> · {view.channel} · masuk{' '}
            {view.received}
            {view.area === undefined ? '' : ` · ${view.area}`}
          </Text>
        </div>
        {view.ended === undefined ? null : (
          <Badge size="lg" color="dark.6" tt="none">
            Selesai: {view.ended.label}
          </Badge>
        )}
      </Group>
      {shown.length === 0 ? null : (
        <ul className="promises" aria-label="Janji layanan">
          {shown.map((promise) => (
            <li key={promise.id}>
              <Text size="sm" fw={600}>
                {promise.label}
                {promise.kind === 'norm' ? ' (target internal)' : ''}
              </Text>
              <PromiseMark promise={promise} />
              <Text size="xs" c="dark.6">
                {promise.state === 'conditional' ? 'Bila berlaku: ' : ''}paling lambat {promise.due}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {view.products.length === 0 ? null : (
        <Group mt="xs" gap="xs">
          {view.products.map(({ id, label, state, issued }) => (
            <Badge key={id} variant="light" color="layan" tt="none">
              {label}: {productStates[state]}, terbit {issued}
            </Badge>
          ))}
        </Group>
      )}
    </header>
  );
}

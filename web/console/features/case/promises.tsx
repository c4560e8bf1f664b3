// What was promised in this case, by when, and how each promise stands.
import type { CaseView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';
import { Disclosure } from '../../shared/disclosure.tsx';
import { PromiseMark } from '../../shared/promise-mark.tsx';
import { PromiseLedger } from './promise-ledger.tsx';

export function Promises({ view }: { view: CaseView }) {
  const shown = view.promises.filter(({ state }) => state !== 'dropped');
  if (shown.length === 0) {
    return view.ended === undefined ? (
      <Text size="sm" mt="xs">
        Belum ada janji yang berjalan pada langkah ini.
      </Text>
    ) : null;
  }
  return (
    <ul className="promises" aria-label="Janji layanan">
      {shown.map((promise) => (
        <li key={promise.id} data-state={promise.state}>
          <Text size="sm" fw={500}>
            {promise.label}
            {promise.kind === 'norm' ? ' (target internal)' : promise.kind === 'target' ? ' (target)' : ''}
          </Text>
          <PromiseMark promise={promise} />
          <Text size="xs" c="dark.6">
            {promise.state === 'conditional' ? 'Bila berlaku: ' : ''}paling lambat {promise.due}
          </Text>
          {promise.caution === undefined ? null : <Text size="xs">{promise.caution}</Text>}
          <Disclosure summary="Riwayat janji">
            <PromiseLedger promise={promise} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

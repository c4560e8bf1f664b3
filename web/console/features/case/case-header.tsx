// Whose case this is, and what was promised.
import type { CaseView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Promises } from './promises.tsx';

const productStates = {
  provisional: 'berlaku sementara',
  active: 'berlaku',
  suspended: 'ditangguhkan',
  revoked: 'dicabut',
  expired: 'habis masa berlakunya',
  returned: 'dikembalikan',
} as const;

export function CaseHeader({ view }: { view: CaseView }) {
  return (
    <header className="case-header">
      <PageHeading title={view.applicant} tab={`Tiket ${view.ticket}`} />
      <Text size="sm" c="dark.6">
        Tiket <strong translate="no">{view.ticket}</strong> · {view.service} · lewat {view.channel}
      </Text>
      <Text size="sm" c="dark.6">
        Dihitung masuk {view.received}
        {view.area === undefined ? '' : ` · ${view.area}`}
      </Text>
      {view.ended === undefined ? null : (
        <Text className="ended" fw={600}>
          Selesai: {view.ended.label}
        </Text>
      )}
      <Promises view={view} />
      {view.products.length === 0 ? null : (
        <ul className="products" aria-label="Kartu dan surat">
          {view.products.map(({ id, label, state, issued }) => (
            <li key={id}>
              {label}: <strong>{productStates[state]}</strong>, terbit {issued}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

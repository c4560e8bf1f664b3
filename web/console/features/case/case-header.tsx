// Whose case this is, and what was promised.
import type { CaseView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Promises } from './promises.tsx';

export function CaseHeader({ view }: { view: CaseView }) {
  return (
    <header className="case-header">
      <PageHeading title={view.applicant} tab={`Tiket ${view.ticket}`} />
      <Text size="sm" c="dark.6">
        Tiket <strong translate="no">{view.ticket}</strong> · {view.service} · lewat {view.channel}
      </Text>
      <Text size="sm" c="dark.6">
        Dihitung masuk {view.received}
        {view.counter.onPaper === undefined ? '' : ` · ${view.counter.onPaper}`}
        {view.area === undefined ? '' : ` · ${view.area}`}
      </Text>
      {view.ended === undefined ? null : (
        <Text className="ended" fw={600}>
          Selesai: {view.ended.label}
        </Text>
      )}
      <Promises view={view} />
    </header>
  );
}

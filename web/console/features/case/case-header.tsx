// Whose case this is, and what was promised.
import type { CaseView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Promises } from './promises.tsx';

/** What everybody who opens the case must know first. */
function Banners({
  view: { anonymous, confidential, restricted, suspended, parent, subcases, batch, predecessor, successor },
}: {
  view: CaseView;
}) {
  return (
    <>
      {confidential ? (
        <Text className="case-banner" fw={600}>
          Rahasia: jangan dibicarakan dengan yang tidak menangani berkas ini.
        </Text>
      ) : null}
      {anonymous ? (
        <Text className="case-banner" fw={600}>
          Pelapor anonim: jangan mencari tahu siapa pelapornya.
        </Text>
      ) : null}
      {restricted === undefined ? null : (
        <div className="case-banner" role="status">
          <Text fw={600}>
            Pemrosesan data dibatasi sejak {restricted.since} atas permintaan {restricted.requests.join(', ')}
            .
          </Text>
          <Text size="sm">Data hanya disimpan. Pejabat pelindungan data mengakhiri pembatasannya.</Text>
        </div>
      )}
      {suspended === undefined ? null : (
        <div className="case-banner" role="status">
          <Text fw={600}>
            Sedang ditunda ({suspended.label}), paling lama sampai {suspended.until}.
          </Text>
          {suspended.note === undefined ? null : <Text size="sm">“{suspended.note}”</Text>}
        </div>
      )}
      {parent === undefined ? null : (
        <Text size="sm">
          Dibuka untuk berkas{' '}
          <Link href={`/berkas/${parent.caseId}`} translate="no">
            {parent.ticket}
          </Link>
        </Text>
      )}
      {batch === undefined ? null : (
        <Text size="sm">
          {batch.left ? 'Pernah dalam berkas bersama' : 'Dalam berkas bersama'}{' '}
          <Link href={`/berkas/${batch.caseId}`} translate="no">
            {batch.ticket}
          </Link>
        </Text>
      )}
      {predecessor === undefined ? null : (
        <Text size="sm">
          Lanjutan berkas{' '}
          <Link href={`/berkas/${predecessor.caseId}`} translate="no">
            {predecessor.ticket}
          </Link>
        </Text>
      )}
      {successor === undefined ? null : (
        <Text size="sm">
          Dilanjutkan dalam berkas{' '}
          <Link href={`/berkas/${successor.caseId}`} translate="no">
            {successor.ticket}
          </Link>
        </Text>
      )}
      {subcases.map(({ caseId, ticket, step }) => (
        <Text size="sm" key={caseId}>
          {step}: berkas{' '}
          <Link href={`/berkas/${caseId}`} translate="no">
            {ticket}
          </Link>
        </Text>
      ))}
    </>
  );
}

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
      <Banners view={view} />
      {view.ended === undefined ? null : (
        <Text className="ended" fw={600}>
          Selesai: {view.ended.label}
        </Text>
      )}
      <Promises view={view} />
    </header>
  );
}

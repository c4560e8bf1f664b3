// One government: how far its preparation is, open or closed, and whether it leaves.
import type { TenantView } from '@layan/contract/admin/tenants';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { LeavingSection } from './leaving-section.tsx';
import { moment } from './moments.ts';
import { ProvisioningSteps } from './provisioning-steps.tsx';
import { standingOf } from './tenant-words.ts';
import { type TenantChange, useTenant, useTenantChange } from './use-tenants.ts';

const doneWords = {
  suspend: 'Daerah dihentikan sementara. Portal dan meja kerjanya tertutup dalam satu menit.',
  resume: 'Daerah dibuka kembali. Portal dan meja kerjanya terbuka dalam satu menit.',
  retry: 'Langkah yang gagal sedang diulang.',
  confirm: 'Pengakhiran disetujui.',
  cancel: 'Pengakhiran dibatalkan.',
  close: 'Penutupan dan ekspor dimulai.',
  destroy: 'Pemusnahan dimulai.',
} as const satisfies Record<TenantChange, string>;

export function TenantPage({ id }: { id: string }) {
  const tenant = useTenant(id);
  return (
    <div className="room">
      <Link href="/admin">Semua daerah</Link>
      <PageHeading title={tenant.data?.name ?? 'Daerah'} />
      <ProblemNotice error={tenant.error} retry={() => void tenant.refetch()} />
      {tenant.isPending ? <Skeleton height={200} mt="md" role="status" aria-label="Memuat" /> : null}
      {tenant.data === undefined ? null : <Tenant tenant={tenant.data} />}
    </div>
  );
}

function Tenant({ tenant }: { tenant: TenantView }) {
  const [done, setDone] = useState<Done>();
  const change = useTenantChange(tenant);
  const act = (what: TenantChange): void => {
    setDone(undefined);
    change.mutate(what, { onSuccess: () => setDone({ what: doneWords[what] }) });
  };
  const { words, tone } = standingOf(tenant);
  const { provisioning, offboarding } = tenant;
  return (
    <>
      <Tag tone={tone}>{words}</Tag>
      <DoneNotice done={done} />
      <ProblemNotice error={change.error} arrive />
      <section className="panel" aria-label="Data daerah">
        <dl className="admin-facts">
          <dt>Kode daerah</dt>
          <dd translate="no">{tenant.id}</dd>
          <dt>Pemerintah</dt>
          <dd>{tenant.governmentName}</dd>
          <dt>Kode wilayah</dt>
          <dd>{tenant.region}</dd>
          <dt>Perangkat daerah</dt>
          <dd>{tenant.agencies.map(({ name }) => name).join(', ')}</dd>
          <dt>Pengelola pertama</dt>
          <dd>
            {tenant.firstManager.name}, {tenant.firstManager.email}
          </dd>
          <dt>Terdaftar</dt>
          <dd>{moment(tenant.createdAt)}</dd>
        </dl>
      </section>
      <section className="panel" aria-labelledby="penyiapan">
        <Title order={2} size="h5" id="penyiapan">
          Penyiapan
        </Title>
        <ProvisioningSteps tenant={tenant} />
        {provisioning.state === 'failed' ? (
          <Button mt="sm" loading={change.isPending} onClick={() => act('retry')}>
            Ulangi langkah yang gagal
          </Button>
        ) : null}
      </section>
      {offboarding ? null : (
        <section className="panel" aria-labelledby="buka-tutup">
          <Title order={2} size="h5" id="buka-tutup">
            Buka dan tutup
          </Title>
          <Text mt="xs" maw="65ch">
            {tenant.state === 'active'
              ? 'Bila dihentikan, portal dan meja kerja tertutup. Tidak ada data yang dihapus, dan daerah dapat dibuka lagi.'
              : 'Portal dan meja kerja daerah ini sedang tertutup. Datanya utuh.'}
          </Text>
          <Group mt="sm">
            {tenant.state === 'active' ? (
              <Button variant="default" loading={change.isPending} onClick={() => act('suspend')}>
                Hentikan sementara
              </Button>
            ) : (
              <Button loading={change.isPending} onClick={() => act('resume')}>
                Buka kembali
              </Button>
            )}
          </Group>
        </section>
      )}
      {provisioning.state === 'done' ? (
        <LeavingSection
          tenant={tenant}
          busy={change.isPending}
          act={act}
          onDone={(what) => setDone({ what })}
        />
      ) : null}
    </>
  );
}

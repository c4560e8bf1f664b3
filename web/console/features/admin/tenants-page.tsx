// All governments that use Layan, and how far the new ones are.
import type { TenantView } from '@layan/contract/admin/tenants';
import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { ProvisioningSteps } from './provisioning-steps.tsx';
import { standingOf } from './tenant-words.ts';
import { useTenants } from './use-tenants.ts';

/** From so many on somebody looks for one by its name. */
const MANY = 8;

function TenantRow({ tenant }: { tenant: TenantView }) {
  const { words, tone } = standingOf(tenant);
  return (
    <li>
      <div className="admin-head">
        <Link href={`/admin/daerah/${tenant.id}`}>{tenant.name}</Link>
        <Tag tone={tone}>{words}</Tag>
      </div>
      <Text size="sm" c="dark.6">
        <span translate="no">{tenant.id}</span> · kode wilayah {tenant.region} ·{' '}
        {tenant.agencies.map(({ name }) => name).join(', ')}
      </Text>
      {tenant.provisioning.state === 'done' ? null : <ProvisioningSteps tenant={tenant} />}
    </li>
  );
}

export function TenantsPage() {
  const tenants = useTenants();
  const [sought, setSought] = useState('');
  const all = tenants.data ?? [];
  const shown = all.filter(({ id, name }) =>
    `${name} ${id}`.toLowerCase().includes(sought.toLowerCase().trim()),
  );
  return (
    <div className="room">
      <PageHeading title="Daerah" />
      <Group mt="sm">
        <Button component={Link} href="/admin/daerah/baru">
          Daftarkan daerah
        </Button>
      </Group>
      <ProblemNotice error={tenants.error} retry={() => void tenants.refetch()} />
      {tenants.isPending ? <Skeleton height={160} mt="md" role="status" aria-label="Memuat" /> : null}
      {all.length >= MANY ? (
        <TextInput
          mt="md"
          maw="24rem"
          label="Cari daerah"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      ) : null}
      {tenants.data !== undefined && all.length === 0 ? (
        <Text mt="md">Belum ada daerah. Daftarkan yang pertama; penyiapannya berjalan sendiri.</Text>
      ) : null}
      {all.length > 0 && shown.length === 0 ? <Text mt="md">Tidak ada daerah dengan nama itu.</Text> : null}
      {shown.length === 0 ? null : (
        <section className="panel" aria-label="Daftar daerah">
          <ul className="plain-list admin-rows">
            {shown.map((tenant) => (
              <TenantRow key={tenant.id} tenant={tenant} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

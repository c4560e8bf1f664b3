// Registers a government. What is typed is kept until it is registered, also when sending failed.
import { createTenant } from '@layan/contract/admin/tenants';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useKeptTexts } from '../../shared/kept.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { AgencyFields } from './agency-fields.tsx';
import {
  accentOf,
  agencyCount,
  lacksOf,
  MOST_AGENCIES,
  newTenantOf,
  withoutAgency,
  zones,
} from './new-tenant-rules.ts';
import { problemsOf, useTenantSaved } from './use-tenants.ts';

export function NewTenantPage() {
  const api = useApi();
  const [, go] = useLocation();
  const saved = useTenantSaved();
  const { texts, set, forget } = useKeptTexts('admin.tenant.new');
  const [lacks, setLacks] = useState<ReadonlyMap<string, string>>(new Map());
  const draft = newTenantOf(texts);
  const create = useMutation({
    mutationFn: () => api.call(createTenant, { body: draft }),
    onSuccess: (tenant) => {
      forget();
      saved(tenant);
      go(`/admin/daerah/${tenant.id}`);
    },
  });
  const problems = problemsOf(create.error);
  const problemOf = (field: string): string | undefined => lacks.get(field) ?? problems.get(field);
  const write = (name: string, value: string): void => {
    setLacks(new Map());
    create.reset();
    set(name, value);
  };
  const form = useRef<HTMLFormElement>(null);
  const [marked] = [...lacks.keys(), ...problems.keys()];
  useFocusAt(form, marked, marked === undefined ? null : lacks.size > 0 ? lacks : create.error);
  const count = agencyCount(texts);
  const field = (name: string, label: string, more: { description?: string; maxLength: number }) => (
    <TextInput
      wrapperProps={{ 'data-at': name }}
      label={label}
      autoComplete="off"
      value={texts[name] ?? ''}
      error={problemOf(name)}
      onChange={(event) => write(name, event.currentTarget.value)}
      {...more}
    />
  );
  return (
    <div className="room">
      <Link href="/admin">Semua daerah</Link>
      <PageHeading title="Daftarkan daerah" />
      <Text mt="xs" maw="65ch">
        Setelah dikirim, tempat penyimpanan, kunci, dan undangan disiapkan sendiri dalam beberapa menit. Isian
        tersimpan di tab ini sampai terdaftar.
      </Text>
      <form
        ref={form}
        className="panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = lacksOf(draft);
          setLacks(found);
          if (found.size === 0) create.mutate();
        }}
      >
        <Stack gap="sm">
          <div className="admin-pair">
            {field('name', 'Nama daerah', { maxLength: 80, description: 'Misalnya Kota Probolinggo.' })}
            {field('governmentName', 'Nama pemerintah', {
              maxLength: 120,
              description: 'Misalnya Pemerintah Kota Probolinggo.',
            })}
            {field('id', 'Kode daerah', {
              maxLength: 40,
              description: 'Menjadi alamat portal, misalnya kab-lumajang. Tidak dapat diubah.',
            })}
            {field('region', 'Kode wilayah', {
              maxLength: 20,
              description: 'Kode Kemendagri, misalnya 35.74.',
            })}
            <NativeSelect
              label="Zona waktu"
              data={zones.map(({ value, label }) => ({ value, label }))}
              value={draft.zone}
              error={problemOf('zone')}
              onChange={(event) => write('zone', event.currentTarget.value)}
            />
            <TextInput
              wrapperProps={{ 'data-at': 'branding.accent' }}
              label="Warna daerah"
              description="Warna gelap yang terbaca di atas putih, misalnya #0b5d66."
              autoComplete="off"
              maxLength={7}
              value={accentOf(texts)}
              error={problemOf('branding.accent')}
              onChange={(event) => write('branding.accent', event.currentTarget.value)}
            />
          </div>
          {Array.from({ length: count }, (_, at) => at).map((at) => (
            <AgencyFields
              key={at}
              at={at}
              field={field}
              onRemove={
                count > 1
                  ? () => {
                      for (const [name, value] of Object.entries(withoutAgency(texts, at)))
                        write(name, value);
                    }
                  : undefined
              }
            />
          ))}
          {count < MOST_AGENCIES ? (
            <Group>
              <Button variant="default" onClick={() => write('agencies', String(count + 1))}>
                Tambah perangkat daerah
              </Button>
            </Group>
          ) : null}
          <fieldset className="admin-part">
            <legend>Pengelola layanan pertama</legend>
            <Text size="sm">Ia diundang lewat surel, lalu mengundang petugas yang lain.</Text>
            <div className="admin-pair">
              {field('firstManager.name', 'Nama lengkap', { maxLength: 120 })}
              {field('firstManager.email', 'Alamat surel', { maxLength: 120 })}
              {count > 1 ? (
                <NativeSelect
                  wrapperProps={{ 'data-at': 'firstManager.agency' }}
                  label="Bekerja di"
                  data={draft.agencies.map(({ id, name }, at) => ({
                    value: id,
                    label: name === '' ? `Perangkat daerah ke-${at + 1}` : name,
                  }))}
                  value={draft.firstManager.agency}
                  error={problemOf('firstManager.agency')}
                  onChange={(event) => write('firstManager.agency', event.currentTarget.value)}
                />
              ) : null}
            </div>
          </fieldset>
          <ProblemNotice error={create.error} arrive={problems.size === 0} />
          <Group gap="xs">
            <Button type="submit" loading={create.isPending}>
              Daftarkan daerah
            </Button>
            <Button
              variant="default"
              onClick={() => {
                forget();
                go('/admin');
              }}
            >
              Urungkan
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}

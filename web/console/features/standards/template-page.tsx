// One template of the library: read it, then take it as a draft of the own agency.
import { adoptTemplate, getTemplate, listTemplates } from '@layan/contract/staff/library';
import { Button, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { OfficialText } from './official-text.tsx';
import './standards.css';

const isCode = (text: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);

function Adopt({ template, usual, free }: { template: string; usual: string; free: boolean }) {
  const api = useApi();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [code, setCode] = useState(free ? usual : '');
  const [tried, setTried] = useState(false);
  const adopt = useMutation({
    mutationFn: () =>
      api.call(adoptTemplate, { params: { templateId: template }, body: { standardId: code } }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['standards'] });
      go(`/standar/${saved.standard.id}/${saved.version}`);
    },
  });
  const told = adopt.error instanceof ApiProblem ? (adopt.error.problem.problems ?? []) : [];
  const lack = isCode(code)
    ? undefined
    : 'Tulis huruf kecil, angka, dan tanda hubung, misalnya bantuan-sosial.';
  return (
    <form
      noValidate
      className="panel step-form"
      aria-label="Ambil sebagai rancangan"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (lack === undefined) adopt.mutate();
      }}
    >
      <Title order={2} size="h5">
        Ambil sebagai rancangan
      </Title>
      <Text size="sm">
        Naskah menjadi rancangan dinas Anda, tanpa nomor keputusan. Setiap tafsirnya Anda konfirmasi sendiri.
      </Text>
      <TextInput
        label="Kode layanan"
        description="Bagian dari alamat portal; tidak dapat diubah sesudahnya."
        value={code}
        error={(tried ? lack : undefined) ?? told[0]?.detail}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {told.length === 0 ? <ProblemNotice error={adopt.error} arrive /> : null}
      <Button type="submit" loading={adopt.isPending}>
        Ambil sebagai rancangan
      </Button>
    </form>
  );
}

export function TemplatePage({ id }: { id: string }) {
  const api = useApi();
  const template = useQuery({
    queryKey: ['library', id],
    queryFn: () => api.call(getTemplate, { params: { templateId: id } }),
  });
  const library = useQuery({ queryKey: ['library'], queryFn: () => api.call(listTemplates) });
  const summary = library.data?.templates.find((one) => one.id === id);
  const { standard } = template.data ?? {};
  return (
    <div className="room">
      <Link href="/standar/pustaka" className="back-link">
        Pustaka nasional
      </Link>
      <PageHeading title={template.data?.title ?? 'Contoh standar'} />
      <ProblemNotice error={template.error ?? library.error} retry={() => void template.refetch()} />
      {template.isPending ? (
        <Skeleton height={320} mt="md" role="status" aria-label="Membuka contoh" />
      ) : null}
      {standard === undefined ? null : (
        <>
          <Text>{standard.title}</Text>
          <Text c="dark.6" maw="65ch">
            {standard.summary}
          </Text>
          {summary === undefined ? null : (
            <Adopt template={id} usual={summary.standardId} free={summary.free} key={String(summary.free)} />
          )}
          <OfficialText standard={standard} />
        </>
      )}
    </div>
  );
}

// The terms on which the agency processes personal data: stating others makes a new version of every notice.
import { changePrivacyTerms, getPrivacyTerms, type PrivacyTermsView } from '@layan/contract/staff/privacy';
import {
  Button,
  Checkbox,
  NativeSelect,
  NumberInput,
  Skeleton,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './privacy.css';

const bases = [
  { value: 'public-service', label: 'Tugas pelayanan publik, Pasal 20 ayat (2) huruf e' },
  { value: 'legal-obligation', label: 'Kewajiban hukum, huruf c' },
  { value: 'consent', label: 'Persetujuan, huruf a' },
  { value: 'contract', label: 'Perjanjian, huruf b' },
  { value: 'vital-interest', label: 'Kepentingan vital, huruf d' },
  { value: 'legitimate-interest', label: 'Kepentingan sah lainnya, huruf f' },
] as const satisfies readonly { value: PrivacyTermsView['basis']; label: string }[];

const classes = [
  { id: 'case', label: 'Berkas selesai, bulan', usual: 60 },
  { id: 'scans', label: 'Foto dokumen, bulan', usual: 24 },
  { id: 'rejectedIntake', label: 'Dibatalkan atau tidak dilengkapi, bulan', usual: 12 },
  { id: 'anonymousComplaint', label: 'Pengaduan tanpa nama, bulan', usual: 24 },
] as const;

function Editor({ terms, onDone }: { terms: PrivacyTermsView; onDone: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState(terms.officer?.name ?? '');
  const [contact, setContact] = useState(terms.officer?.contact ?? '');
  const [basis, setBasis] = useState(terms.basis);
  const [purposes, setPurposes] = useState(terms.purposes.join('\n'));
  const [names, setNames] = useState(terms.namesReaders ?? false);
  const [months, setMonths] = useState<PrivacyTermsView['retention']['months']>(terms.retention.months);
  const save = useMutation({
    mutationFn: () =>
      api.call(changePrivacyTerms, {
        body: {
          version: terms.version,
          ...(name.trim() === '' ? {} : { officer: { name: name.trim(), contact: contact.trim() } }),
          basis,
          purposes: purposes
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
          retention: { ...terms.retention, months },
          ...(names ? { namesReaders: true } : {}),
        },
      }),
    onSuccess: (after) => {
      queries.setQueryData(['privacy-terms'], after);
      onDone();
    },
  });
  return (
    <form
      noValidate
      className="privacy-form"
      aria-label="Ketentuan data pribadi"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        label="Nama pejabat pelindungan data pribadi"
        description="Tampil pada pemberitahuan di portal."
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Cara menghubunginya"
        description="Surel, telepon, atau alamat."
        maxLength={200}
        value={contact}
        onChange={(event) => setContact(event.currentTarget.value)}
      />
      <NativeSelect
        label="Dasar pemrosesan"
        data={[...bases]}
        value={basis}
        onChange={(event) =>
          setBasis(bases.find(({ value }) => value === event.currentTarget.value)?.value ?? 'public-service')
        }
      />
      <Textarea
        label="Tujuan pemrosesan"
        description="Satu tujuan per baris."
        autosize
        minRows={4}
        value={purposes}
        onChange={(event) => setPurposes(event.currentTarget.value)}
      />
      {classes.map(({ id, label, usual }) => (
        <NumberInput
          key={id}
          label={label}
          description={`Baku: ${usual} bulan. Yang masih berjalan atau berlaku tidak pernah dimusnahkan.`}
          min={1}
          max={1200}
          allowDecimal={false}
          value={months[id] ?? usual}
          onChange={(value) => setMonths({ ...months, [id]: Number(value) || usual })}
        />
      ))}
      <Checkbox
        label="Warga yang bertanya siapa yang membuka datanya diberi tahu nama petugas, bukan hanya perannya"
        checked={names}
        onChange={(event) => setNames(event.currentTarget.checked)}
      />
      <ProblemNotice error={save.error} />
      <div>
        <Button type="submit" loading={save.isPending}>
          Simpan sebagai versi baru
        </Button>
      </div>
    </form>
  );
}

export function TermsPage() {
  const api = useApi();
  const [done, setDone] = useState<Done>();
  const terms = useQuery({
    queryKey: ['privacy-terms'],
    queryFn: () => api.call(getPrivacyTerms),
    // What is being typed is not to be changed under the hand.
    refetchOnWindowFocus: false,
  });
  return (
    <div className="room">
      <Text size="sm">
        <Link href="/data-pribadi">Pelindungan data</Link>
      </Text>
      <PageHeading title="Pemberitahuan dan masa simpan" />
      <Text mt="xs" maw="60ch">
        Setiap perubahan menjadi versi baru. Versi lama tetap dapat dibaca warga, dan setiap permohonan
        mencatat versi yang berlaku ketika dikirim.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={terms.error} retry={() => void terms.refetch()} />
      {terms.isPending ? <Skeleton height={320} mt="md" role="status" aria-label="Memuat ketentuan" /> : null}
      {terms.data === undefined ? null : (
        <section className="panel" aria-label="Ketentuan">
          <Text size="sm" c="dark.6">
            {terms.data.since === undefined
              ? 'Belum pernah diubah: ketentuan baku.'
              : `Versi ${terms.data.version}, sejak ${terms.data.since}`}
          </Text>
          <Editor
            key={terms.data.version}
            terms={terms.data}
            onDone={() => setDone({ what: 'Ketentuan baru tersimpan dan berlaku sekarang.' })}
          />
        </section>
      )}
    </div>
  );
}

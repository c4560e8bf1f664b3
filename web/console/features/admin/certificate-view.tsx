// The certificate that everything was destroyed: in words, as a document, and as signed data to hand over.
import type { TenantView } from '@layan/contract/admin/tenants';
import { getCertificate } from '@layan/contract/admin/tenants';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { saveFile } from '../../shared/save-file.ts';
import { moment } from './moments.ts';

type Certificate = NonNullable<NonNullable<TenantView['offboarding']>['certificate']>;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

export function CertificateView({ tenant, certificate }: { tenant: string; certificate: Certificate }) {
  const { name, destroyedAt, destroyedBy, agreedBy, backupsUntil, objects, accounts, keys, hash } =
    certificate;
  const api = useApi();
  const file = `berita-acara-pemusnahan-${tenant}`;
  const fetch = useMutation({
    mutationFn: async (as: 'pdf' | 'data') => {
      const kept = await api.call(getCertificate, { params: { tenantId: tenant } });
      if (as === 'pdf') saveFile(`${file}.pdf`, 'application/pdf', bytesOf(kept.pdf));
      else saveFile(`${file}.json`, 'application/json', kept.data);
    },
  });
  return (
    <div className="admin-part">
      <Title order={3} size="h6">
        Berita acara pemusnahan
      </Title>
      <dl className="admin-facts">
        <dt>Daerah</dt>
        <dd>{name}</dd>
        <dt>Dimusnahkan</dt>
        <dd>{moment(destroyedAt)}</dd>
        <dt>Diminta dan disetujui oleh</dt>
        <dd>
          {destroyedBy}, {agreedBy}
        </dd>
        <dt>Pindaian dihapus</dt>
        <dd>{objects}</dd>
        <dt>Akun dimatikan</dt>
        <dd>{accounts}</dd>
        {keys.map(({ arn, deletedOn }) => (
          <KeyFact key={arn} arn={arn} deletedOn={deletedOn} />
        ))}
        <dt>Cadangan terakhir berakhir</dt>
        <dd>{plainDateInWords(backupsUntil)}</dd>
        <dt>Sidik berita acara</dt>
        <dd translate="no">{hash}</dd>
      </dl>
      <Text size="sm" mt="xs" maw="65ch">
        Sidik ini juga tercatat sebagai tindakan terakhir daerah dalam catatan tindakan.
      </Text>
      <ProblemNotice error={fetch.error} arrive />
      <Group mt="sm">
        <Button loading={fetch.isPending} onClick={() => fetch.mutate('pdf')}>
          Unduh berita acara (PDF)
        </Button>
        <Button variant="default" loading={fetch.isPending} onClick={() => fetch.mutate('data')}>
          Unduh data bertanda tangan
        </Button>
      </Group>
    </div>
  );
}

function KeyFact({ arn, deletedOn }: Certificate['keys'][number]) {
  return (
    <>
      <dt>Kunci terhapus pada {moment(deletedOn)}</dt>
      <dd translate="no">{arn}</dd>
    </>
  );
}

// The certificate that everything was destroyed: in words, and as a file to hand over.
import type { TenantView } from '@layan/contract/admin/tenants';
import { Button, Text, Title } from '@mantine/core';
import { saveFile } from '../../shared/save-file.ts';
import { moment } from './moments.ts';

type Certificate = NonNullable<NonNullable<TenantView['offboarding']>['certificate']>;

export function CertificateView({ certificate }: { certificate: Certificate }) {
  const { tenant, name, destroyedAt, objects, accounts, keys, hash } = certificate;
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
        <dt>Pindaian dihapus</dt>
        <dd>{objects}</dd>
        <dt>Akun dimatikan</dt>
        <dd>{accounts}</dd>
        {keys.map(({ arn, deletedOn }) => (
          <KeyFact key={arn} arn={arn} deletedOn={deletedOn} />
        ))}
        <dt>Sidik berita acara</dt>
        <dd translate="no">{hash}</dd>
      </dl>
      <Text size="sm" mt="xs" maw="65ch">
        Sidik ini juga tercatat sebagai tindakan terakhir daerah dalam catatan tindakan.
      </Text>
      <Button
        mt="sm"
        onClick={() =>
          saveFile(
            `berita-acara-pemusnahan-${tenant}.json`,
            'application/json',
            `${JSON.stringify(certificate, null, 2)}\n`,
          )
        }
      >
        Unduh berita acara
      </Button>
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

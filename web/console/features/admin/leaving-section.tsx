// A government leaves: announced by one central admin, confirmed by another, closed, exported, and destroyed at last.
import type { TenantView } from '@layan/contract/admin/tenants';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { Button, Group, Text, Title } from '@mantine/core';
import { AnnounceForm } from './announce-form.tsx';
import { CertificateView } from './certificate-view.tsx';
import { DestroyForm } from './destroy-form.tsx';
import { ExportedFiles } from './exported-files.tsx';
import { leavingStepInWords, leavingWords } from './tenant-words.ts';
import type { TenantChange } from './use-tenants.ts';

interface Props {
  readonly tenant: TenantView;
  readonly busy: boolean;
  readonly act: (change: TenantChange) => void;
  readonly onDone: (what: string) => void;
}
type Leaving = NonNullable<TenantView['offboarding']>;

export function LeavingSection({ tenant, busy, act, onDone }: Props) {
  const { offboarding } = tenant;
  return (
    <section className="panel" aria-labelledby="pengakhiran">
      <Title order={2} size="h5" id="pengakhiran">
        Pengakhiran kerja sama
      </Title>
      {offboarding ? (
        <Underway tenant={tenant} leaving={offboarding} busy={busy} act={act} onDone={onDone} />
      ) : (
        <AnnounceForm
          tenant={tenant}
          onAnnounced={() => onDone('Pengakhiran diumumkan. Admin pusat yang lain harus menyetujuinya.')}
        />
      )}
    </section>
  );
}

function Underway({ tenant, leaving, busy, act, onDone }: Props & { readonly leaving: Leaving }) {
  const { on, consent, state, step, failure, exported, sealed, mine, certificate } = leaving;
  const failed = failure !== undefined;
  return (
    <>
      <Text mt="xs" fw={600}>
        {leavingWords[state]}
        {step === undefined ? '' : `: ${leavingStepInWords(step)}`}
      </Text>
      <Text>
        {state === 'destroyed' ? 'Ditutup' : 'Ditutup mulai'} {dayInWords(on)}.
      </Text>
      {consent === undefined ? null : <Text>Persetujuan tertulis daerah: {consent}</Text>}
      {failed ? (
        <Text mt="xs">
          Langkah ini terhenti: <span translate="no">{failure}</span>
        </Text>
      ) : null}
      {state === 'announced' && mine ? (
        <p className="admin-second">
          Anda yang mengumumkan. Admin pusat yang lain harus menyetujuinya di halaman ini; Anda tidak dapat
          menyetujuinya sendiri.
        </p>
      ) : null}
      {state === 'announced' && !mine ? (
        <p className="admin-second">
          Diumumkan oleh admin pusat yang lain. Pastikan daerah sudah diberi tahu, lalu setujui sebagai orang
          kedua.
        </p>
      ) : null}
      <ExportedFiles exported={exported} sealed={sealed} />
      <Group mt="sm">
        {state === 'announced' && !mine ? (
          <Button loading={busy} onClick={() => act('confirm')}>
            Setujui pengakhiran
          </Button>
        ) : null}
        {state === 'confirmed' ? (
          <Button loading={busy} onClick={() => act('close')}>
            Tutup dan ekspor data
          </Button>
        ) : null}
        {state === 'closing' && failed ? (
          <Button loading={busy} onClick={() => act('close')}>
            Lanjutkan ekspor
          </Button>
        ) : null}
        {state === 'destroying' && failed ? (
          <Button loading={busy} onClick={() => act('destroy')}>
            Lanjutkan pemusnahan
          </Button>
        ) : null}
        {state === 'destroying' || state === 'destroyed' ? null : (
          <Button variant="default" disabled={busy} onClick={() => act('cancel')}>
            Batalkan pengakhiran
          </Button>
        )}
      </Group>
      {state === 'exported' ? <DestroyForm tenant={tenant} leaving={leaving} onDone={onDone} /> : null}
      {certificate ? <CertificateView tenant={tenant.id} certificate={certificate} /> : null}
    </>
  );
}

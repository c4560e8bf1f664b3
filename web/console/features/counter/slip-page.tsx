// Slips of a case for the pocket: the survey queue as of now, or the receipt once more. The secret is never printed again.
import type { CaseView } from '@layan/contract/staff/case';
import type { SlipView } from '@layan/contract/staff/counter';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './counter.css';
import { Slip, SlipLines } from './slip.tsx';

const placeIn = ({ area, position }: NonNullable<SlipView['village']>): string =>
  `urutan ke-${position} di ${area}`;

function QueueSlip({ slip }: { slip: SlipView }) {
  const places = [slip.village, slip.district].flatMap((place) => (place === undefined ? [] : [place]));
  return (
    <Slip title="Slip antrean survei" agency={slip.agency}>
      <p className="slip-ticket" translate="no">
        {slip.ticket}
      </p>
      <SlipLines
        lines={[
          ['Layanan', slip.service],
          ['Dihitung masuk', slip.received],
          ['Masuk antrean', slip.queued],
          ...places.map((place, at) => [at === 0 ? 'Antrean' : 'Antrean kecamatan', placeIn(place)] as const),
          ...slip.promises.map(({ label, due }) => [label, `paling lambat ${due}`] as const),
        ]}
      />
      <p>Urutan menurut keadaan {slip.asOf}. Urutan dapat berubah karena janji layanan keluarga lain.</p>
      <p>
        <strong>Siapkan di rumah:</strong>{' '}
        {[...slip.bring, 'satu orang dewasa yang dapat menjawab'].join(', ')}. Petugas menunjukkan surat
        tugas. Survei tidak dipungut biaya.
      </p>
    </Slip>
  );
}

function ReceiptAgain({ view, agency }: { view: CaseView; agency: string }) {
  return (
    <Slip title="Tanda terima (cetak ulang)" agency={{ name: agency, address: '' }}>
      <p className="slip-ticket" translate="no">
        {view.ticket}
      </p>
      <SlipLines
        lines={[
          ['Layanan', view.service],
          ['Dihitung masuk', view.received],
          ...view.promises
            .filter(({ kind, state }) => kind === 'promise' && (state === 'running' || state === 'paused'))
            .map(({ label, due }) => [label, `paling lambat ${due}`] as const),
          ...(view.ended === undefined ? [] : [['Selesai', view.ended.label] as const]),
        ]}
      />
      <p>Kode rahasia tidak dicetak ulang. Tanyakan perkembangan di loket dengan nomor tiket ini.</p>
    </Slip>
  );
}

/** Where to go on, for whoever is met there: nobody tells their story twice. */
function Directions({ view, agency }: { view: CaseView; agency: string }) {
  const note = view.timeline.findLast((entry) => entry.note !== undefined)?.note;
  return (
    <Slip title="Lembar petunjuk" agency={{ name: agency, address: '' }}>
      <p className="slip-ticket" translate="no">
        {view.ticket}
      </p>
      <SlipLines
        lines={[
          ['Layanan', view.service],
          ['Nama', view.applicant],
          ...(view.area === undefined ? [] : [['Alamat', view.area] as const]),
          ['Hasil', view.ended?.label ?? ''],
        ]}
      />
      <p>{view.ended?.sentence}</p>
      {note === undefined ? null : <p>Catatan petugas: {note}</p>}
      <p>Ini petunjuk, bukan penolakan.</p>
    </Slip>
  );
}

const isReferred = ({ ended }: Pick<CaseView, 'ended'>): boolean => ended?.kind === 'referred';

const isNoQueue = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === 'not-in-queue';

export function SlipPage({ caseId }: { caseId: string }) {
  const api = useApi();
  const me = useMe();
  const [again, setAgain] = useState(false);
  const view = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => api.call(staffApi.getCase, { params: { caseId } }),
  });
  const slip = useQuery({
    queryKey: ['slip', caseId],
    queryFn: () => api.call(staffApi.getSlip, { params: { caseId } }),
    refetchOnMount: 'always',
    gcTime: 0,
  });
  const isOut = isNoQueue(slip.error);
  const Paper = view.data && isReferred(view.data) ? Directions : ReceiptAgain;
  const isReceipt = again || isOut;
  const ready = isReceipt ? view.data !== undefined : slip.data !== undefined;
  const error = isReceipt ? view.error : slip.error;
  return (
    <div className="room counter">
      <PageHeading title="Cetak slip" />
      {isOut ? (
        <Text mt="xs">
          {view.data && isReferred(view.data)
            ? 'Petunjuk ini dibawa pemohon ke tempat berikutnya.'
            : 'Berkas ini tidak menunggu survei. Yang dapat dicetak: tanda terima tanpa kode rahasia.'}
        </Text>
      ) : null}
      {!isReceipt && slip.isPending ? <Skeleton height={260} mt="md" aria-label="Menyiapkan slip" /> : null}
      <ProblemNotice
        error={isReceipt || !isOut ? error : null}
        retry={() => void (isReceipt ? view : slip).refetch()}
      />
      <div className="receipt-next">
        <Button disabled={!ready} onClick={() => window.print()}>
          Cetak
        </Button>
        {isOut ? null : (
          <Button variant="default" onClick={() => setAgain(!again)}>
            {again ? 'Slip antrean survei' : 'Tanda terima (cetak ulang)'}
          </Button>
        )}
        <Link href={`/berkas/${caseId}`}>Kembali ke berkas</Link>
      </div>
      {isReceipt
        ? view.data && <Paper view={view.data} agency={me.agency.name} />
        : slip.data && <QueueSlip slip={slip.data} />}
    </div>
  );
}

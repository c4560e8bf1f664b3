// After filing: what the applicant takes home, and the next thing to do with one key.
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { accept, acceptanceIn, type Filed } from './file-intake.ts';
import { Slip, SlipLines } from './slip.tsx';

interface Props {
  readonly filed: Filed;
  readonly portal: string;
  readonly onFiled: (filed: Filed) => void;
  readonly onNext: () => void;
}

/** The promise as it runs now; before its clock starts, as it was told at filing. */
const promisesOf = ({ receipt, view }: Filed): readonly (readonly [string, string])[] =>
  receipt.promises.map(({ id, label, words }) => {
    const promise = view?.promises.find((one) => one.id === id);
    if (promise?.state === 'running') return [label, `paling lambat ${promise.due}`];
    return [
      label,
      promise?.state === 'conditional' ? `paling lambat ${promise.due}, ${promise.words}` : words,
    ];
  });

function ReceiptSlip({ filed, portal }: Pick<Props, 'filed' | 'portal'>) {
  const { receipt } = filed;
  return (
    <Slip title="Tanda terima permohonan" agency={receipt.agency}>
      <p className="slip-ticket" translate="no">
        {receipt.ticket}
      </p>
      {receipt.secret === undefined ? null : (
        <p className="slip-secret">
          Kode rahasia: <strong translate="no">{receipt.secret}</strong>
        </p>
      )}
      <SlipLines
        lines={[
          ['Layanan', receipt.service.shortTitle],
          ['Dihitung masuk', receipt.receivedWords],
          ...(receipt.onPaper === undefined ? [] : [['Catatan', receipt.onPaper] as const]),
          ...promisesOf(filed),
        ]}
      />
      <p>
        Simpan slip ini. Lihat perkembangan di <span translate="no">{portal}</span> dengan nomor tiket
        {receipt.secret === undefined ? '' : ' dan kode rahasia'}, atau tanyakan di loket.
      </p>
    </Slip>
  );
}

export function Receipt({ filed, portal, onFiled, onNext }: Props) {
  const api = useApi();
  const first = useRef<HTMLButtonElement>(null);
  const accepting = useMutation({ mutationFn: () => accept(api, filed), onSuccess: onFiled });
  const { receipt, accepted, refusal } = filed;
  const next = accepted === undefined && filed.view !== undefined ? acceptanceIn(filed.view) : undefined;
  const stage = accepted ?? next?.outcome.id ?? '';
  useEffect(() => {
    if (stage !== undefined) first.current?.focus();
  }, [stage]);
  return (
    <div className="room receipt-room">
      <PageHeading title={`Tersimpan: tiket ${receipt.ticket}`} tab="Tanda terima" />
      <div role="status">
        {accepted === undefined ? null : (
          <Text mt="xs">Berkas sudah diterima ({accepted}). Janji layanan berjalan.</Text>
        )}
      </div>
      {refusal === undefined ? null : (
        <>
          <Text mt="xs" fw={600}>
            Permohonan sudah tersimpan, tetapi berkasnya belum dapat diterima.
          </Text>
          <ProblemNotice error={refusal} />
        </>
      )}
      <div className="receipt-next">
        {next === undefined ? (
          <Button ref={first} onClick={onNext}>
            Permohonan berikutnya
          </Button>
        ) : (
          <Button ref={first} loading={accepting.isPending} onClick={() => accepting.mutate()}>
            {next.outcome.label}
          </Button>
        )}
        <Button variant="default" onClick={() => window.print()}>
          Cetak tanda terima
        </Button>
        {next === undefined ? null : (
          <Button variant="default" onClick={onNext}>
            Permohonan berikutnya
          </Button>
        )}
        <Link href={`/berkas/${receipt.caseId}`}>Buka berkas</Link>
      </div>
      {receipt.secret === undefined ? (
        <Text size="sm" c="dark.6">
          Kode rahasia hanya dicetak sesaat setelah permohonan disimpan. Bila hilang, pemohon dapat bertanya
          di loket dengan nomor tiket.
        </Text>
      ) : null}
      <ReceiptSlip filed={filed} portal={portal} />
    </div>
  );
}

// The cases of a request: which part the person has in each, what was done in it, what the system decided by itself.
import type { RequestDetail } from '@layan/contract/staff/privacy';
import { Text } from '@mantine/core';

type Case = RequestDetail['about'][number];

function Corrected({ corrected }: { corrected: NonNullable<Case['corrected']> }) {
  const { facts, steps, products } = corrected;
  return (
    <>
      <Text size="sm">Data diperbaiki: {facts.join(', ')}.</Text>
      {steps.length === 0 ? null : (
        <Text size="sm">
          Sudah berjalan dengan data lama, minta petugas memeriksa lagi: {steps.join(', ')}.
        </Text>
      )}
      {products.length === 0 ? null : (
        <Text size="sm">Masih mencetak data lama, terbitkan penggantinya: {products.join(', ')}.</Text>
      )}
    </>
  );
}

function Automatic({ automatic, review }: Pick<Case, 'automatic' | 'review'>) {
  if (automatic.length === 0)
    return <Text size="sm">Tidak ada langkah yang diputuskan sistem tanpa petugas.</Text>;
  return (
    <Text size="sm">
      Diputuskan sistem tanpa petugas: {automatic.join('; ')}.{' '}
      {review === undefined
        ? 'Layanan ini tidak menyediakan pemeriksaan ulang oleh petugas.'
        : `Petugas memeriksanya ulang lewat ${review}.`}
    </Text>
  );
}

export function CasesOfRequest({ request: { about, kind, withheld } }: { request: RequestDetail }) {
  if (withheld === true)
    return 'Isi permintaan dan berkasnya hanya ditunjukkan kepada pejabat pelindungan data pribadi dan petugas yang boleh membuka berkas itu.';
  if (about.length === 0) return 'Tidak ada berkas orang ini di dinas ini.';
  return about.map(({ caseId, ticket, service, state, part, covered, restricted, ...one }) => (
    <div key={caseId}>
      {service}, <span translate="no">{ticket}</span> ({state}
      {part === undefined ? '' : `; sebagai ${part}`})
      {covered ? null : (
        <Text size="sm">
          Orang ini hanya disebut. Tidak termasuk
          {kind === 'restriction' || kind === 'objection' ? ' kecuali ditambahkan' : ''}.
        </Text>
      )}
      {restricted ? <Text size="sm">Pemrosesan datanya sedang dibatasi.</Text> : null}
      {one.corrected === undefined ? null : <Corrected corrected={one.corrected} />}
      {kind === 'objection' ? <Automatic automatic={one.automatic} review={one.review} /> : null}
    </div>
  ));
}

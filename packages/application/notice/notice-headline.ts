// What a notice is about in three or four words. Subjects are shown on locked screens, so none tells how a decision went.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Turn } from './pending-turns.ts';

/** What happened to a product in these turns: turn and change are of the same moment. */
const productTurn = (index: ProcessIndex, { products }: CaseSnapshot, turns: readonly Turn[]) => {
  const moments = new Set(turns.map(({ at }) => at));
  const touched = products.findLast(({ changedAt }) => moments.has(changedAt));
  if (!touched) return undefined;
  const label = index.products.get(touched.product)?.label ?? 'kartu Anda';
  const isNew =
    moments.has(touched.issuedAt) && (touched.state === 'active' || touched.state === 'provisional');
  return isNew ? `${label} terbit` : `kabar tentang ${label}`;
};

export const noticeHeadline = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  turns: readonly Turn[],
): string => {
  const last = turns.at(-1);
  const product = productTurn(index, snapshot, turns);
  if (product !== undefined) return product;
  if (snapshot.ended && turns.some(({ at }) => at === snapshot.ended?.at)) return 'keputusan untuk Anda';
  if (snapshot.returned && last?.at === snapshot.returned.at) return 'mohon lengkapi berkas';
  if (snapshot.suspended && last?.at === snapshot.suspended.at) return 'penanganan ditunda sementara';
  if (
    snapshot.promises.some(({ ledger }) =>
      ledger.some(({ turn, at }) => turn === 'extended' && at === last?.at),
    )
  )
    return 'batas waktu diperpanjang';
  if (last?.seq === 1) return 'permohonan kami terima';
  return 'kabar permohonan Anda';
};

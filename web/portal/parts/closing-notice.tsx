// That this local government stops using these pages, from which day on, and what to do before.
import { Notice } from './notice.tsx';

export interface Closing {
  /** "Senin, 5 Oktober 2026". */
  readonly on: string;
  /** The day has come. */
  readonly begun: boolean;
}

export const ClosingNotice = ({ closing }: { readonly closing: Closing | undefined }) =>
  closing === undefined ? null : (
    <Notice
      tone="info"
      title={
        closing.begun
          ? `Sejak ${closing.on} permohonan baru tidak diterima di sini`
          : `Layanan di alamat ini berakhir mulai ${closing.on}`
      }
    >
      <p>
        {closing.begun
          ? 'Untuk permohonan baru, silakan datang ke loket atau hubungi dinas.'
          : 'Sejak hari itu permohonan baru tidak diterima di sini.'}{' '}
        Simpan tanda terima dan unduh surat Anda. Tanyakan kelanjutan berkas Anda kepada dinas.
      </p>
    </Notice>
  );

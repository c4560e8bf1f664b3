// Whether a decree has enacted the standard, with what that means one tap away.

export interface Enactment {
  readonly number: string;
  /** "2 Januari 2026". */
  readonly on: string;
}

export const EnactmentBadge = ({ decree }: { decree?: Enactment }) =>
  decree ? (
    <p class="badge-line">
      <span class="badge good">Ditetapkan</span> Nomor SK {decree.number}, {decree.on}
    </p>
  ) : (
    <details class="badge-line">
      <summary>
        <span class="badge attention">Belum ditetapkan</span> <span class="hint">Apa artinya?</span>
      </summary>
      <p>
        Standar ini sudah diumumkan dan dijalankan. Nomor Surat Keputusan (SK) penetapannya belum tercantum.
        Hak Anda atas layanan ini tetap sama.
      </p>
    </details>
  );

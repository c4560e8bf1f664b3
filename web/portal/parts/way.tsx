// Going back, and going away without losing anything.

export const BackLink = ({ path, label = 'Kembali' }: { path: string; label?: string }) => (
  <p class="back">
    <a href={path}>{label}</a>
  </p>
);

export const LeaveNote = () => (
  <p class="hint leave">
    Jawaban tersimpan setiap kali Anda melanjutkan. Anda boleh berhenti dan kembali lagi dari HP ini dalam 30
    hari.
  </p>
);

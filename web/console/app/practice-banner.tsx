// Above everything while somebody practises: nothing here is real, and this is the way out.
import { Button } from '@mantine/core';
import { leavePractice } from '../shared/space.ts';

export function PracticeBanner() {
  return (
    <aside className="practice" aria-label="Ruang latihan">
      <p>
        <strong>Ruang latihan.</strong> Orang, berkas, nomor, dan kartu di sini karangan. Tidak ada yang
        sampai ke warga.
      </p>
      <Button variant="white" color="dark" onClick={leavePractice}>
        Keluar dari ruang latihan
      </Button>
    </aside>
  );
}

// What lies beside the exported files, for whoever opens them in ten years.

export const READ_ME = `DATA DAERAH DARI LAYAN

SHA256SUMS         sidik SHA-256 setiap berkas. Periksa dengan "sha256sum -c SHA256SUMS",
                   atau dengan "layan export verify --folder FOLDER".
data-NNNNN-SIDIK.jsonl
                   semua catatan, satu per baris, dalam bentuk JSON (UTF-8).
                   "pk" dan "sk" adalah alamat catatan, "body" isinya.
                   CASE#...   berkas perkara: ringkasan, setiap kejadian, daftar pindaian
                   PRODUCT#... kartu dan surat yang terbit
                   AUDIT#...  rantai catatan tindakan; READS# dan UNMASK# siapa membaca apa
                   {"opened": ...}  isian yang semula tersandi dan sudah dibuka
                   {"sealed": ...}  isian yang kuncinya sudah dimusnahkan; tidak ada yang dapat membukanya
berkas-NNNNN-SIDIK.tar
                   pindaian (accepted/PERKARA/DOKUMEN), surat (letters/PERKARA/SIDIK.pdf) dan segel (seals/NOMOR.json),
                   seperti aslinya. Buka dengan program tar mana pun.

Isinya data pribadi yang terbuka. Simpan di tempat yang hanya dibuka oleh yang berwenang.
`;

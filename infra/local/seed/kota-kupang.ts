// Kota Kupang as it runs here: its complaint standard, and one person for each role of it. Its clock is WITA.
import { pengaduan } from '@layan/standards/kota-kupang/pengaduan';
import type { DemoPerson } from './demo-person.ts';

const person = (mailbox: string, role: string, name: string, description: string): DemoPerson => ({
  email: `${mailbox}@kupang.example`,
  name,
  description,
  roles: [role],
  areas: [],
});

export const kupang = {
  tenant: {
    id: 'kota-kupang',
    name: 'Kota Kupang',
    governmentName: 'Pemerintah Kota Kupang',
    region: '53.71',
    zone: 'Asia/Makassar',
    agencies: [
      {
        id: pengaduan.agency,
        name: 'Dinas Sosial',
        shortName: 'Dinsos',
        address: 'Jalan S.K.Lerik No. 02 Kupang 85228',
        phone: '085239409087',
      },
    ],
    branding: { accent: '#7a3b12' },
    firstManager: {
      name: 'Manajer Kupang',
      email: 'manajer@kupang.example',
      agency: pengaduan.agency,
    },
  },
  standards: [pengaduan],
  people: [
    person('tamu', 'receptionist', 'Penerima Tamu Kupang', 'Penerima Tamu: buku tamu dan arahan'),
    person(
      'sekretariat',
      'secretariat',
      'Sekretariat Kupang',
      'Sekretariat: mencatat, mengirim, mengarsipkan',
    ),
    person('petugas', 'assignedOfficer', 'Petugas Pengaduan Kupang', 'Pejabat yang ditugaskan: menjawab'),
    person('kasubid', 'subdivisionHead', 'Kasubid Kupang', 'Kasubid: koreksi pertama'),
    person('kabid', 'divisionHead', 'Kabid Kupang', 'Kabid: koreksi kedua, dapat menandatangani a.n.'),
    person('sekretaris', 'agencySecretary', 'Sekretaris Dinas Kupang', 'Sekretaris: koreksi terakhir, Plh.'),
    person('kadis', 'agencyHead', 'Kadis Kupang', 'Kepala Dinas: disposisi, tanda tangan, eskalasi'),
    person('plt', 'actingHead', 'Plt. Kepala Dinas Kupang', 'Plt.: menggantikan Kepala Dinas'),
    person('ppdp', 'dataProtectionOfficer', 'PPDP Kupang', 'Pejabat pelindungan data pribadi'),
  ],
} as const;

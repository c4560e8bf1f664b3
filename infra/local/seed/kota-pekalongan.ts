// Kota Pekalongan as it runs here: letters of recommendation with the seal of the agency, and one person for each role. Its
// counter closes at noon.
import type { DaySpans, WeekHours } from '@layan/domain/deadline/calendar';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { pengaduan } from '@layan/standards/kota-pekalongan/pengaduan';
import { rekomendasiKis } from '@layan/standards/kota-pekalongan/rekomendasi-kis';
import type { DemoPerson } from './demo-person.ts';
import { officialOf } from './officials.ts';

const morning: DaySpans = [{ from: '07:30', to: '12:00' }];
const friday: DaySpans = [{ from: '07:30', to: '11:00' }];
const counter: WeekHours = [morning, morning, morning, morning, friday, [], []];
const { office, special, closures } = defaultCalendar('Asia/Jakarta');

const person = (
  mailbox: string,
  role: string,
  name: string,
  description: string,
  more: Partial<DemoPerson> = {},
): DemoPerson => ({
  email: `${mailbox}@pekalongan.example`,
  name,
  description,
  roles: [role],
  areas: [],
  ...more,
});

export const pekalongan = {
  tenant: {
    id: 'kota-pekalongan',
    name: 'Kota Pekalongan',
    governmentName: 'Pemerintah Kota Pekalongan',
    region: '33.75',
    zone: 'Asia/Jakarta',
    calendar: { office, counter, special, closures },
    agencies: [
      {
        id: rekomendasiKis.agency,
        name: 'Dinas Sosial, Pengendalian Penduduk dan Keluarga Berencana',
        shortName: 'Dinsos P2KB',
        address: 'Kota Pekalongan',
        phone: '0285-422868',
        letters: { unitCode: 'DINSOSP2KB', place: 'Pekalongan', signing: 'seal' },
      },
    ],
    branding: { accent: '#6d1f4f' },
    firstManager: {
      name: 'Manajer Pekalongan',
      email: 'manajer@pekalongan.example',
      agency: rekomendasiKis.agency,
    },
  },
  standards: [pengaduan, rekomendasiKis],
  people: [
    person('loket', 'frontOffice', 'Loket Pekalongan', 'Front Office: berkas, konsep surat, penyerahan'),
    person('backoffice', 'backOffice', 'Back Office Pekalongan', 'Back Office: menghubungi perangkat daerah'),
    person('fasilitator', 'facilitator', 'SLRT Pekalongan', 'Fasilitator SLRT: kunjungan di semua kelurahan'),
    person(
      'fasilitator.barat',
      'facilitator',
      'SLRT Pekalongan Barat',
      'Fasilitator SLRT: kunjungan di Kecamatan Pekalongan Barat',
      { areas: ['33.75.01'] },
    ),
    person('supervisor', 'supervisor', 'Supervisor Pekalongan', 'Supervisor SLRT: memeriksa hasil kunjungan'),
    person('pengolah', 'dataProcessor', 'Pengolah Data Pekalongan', 'Pengolah Data: input SIKS-NG'),
    person('kasi', 'sectionHead', 'Kasi Pekalongan', 'Kasi PSKM: paraf pertama', {
      official: officialOf('Kepala Seksi PSKM', 'Satu', 1, 'Penata Tingkat I'),
    }),
    person('kabid', 'divisionHead', 'Kabid Pekalongan', 'Kabid: paraf kedua, dapat menandatangani a.n.', {
      official: officialOf('Kepala Bidang Pemberdayaan Sosial', 'Dua', 2, 'Pembina'),
    }),
    person('sekretaris', 'agencySecretary', 'Sekretaris Pekalongan', 'Sekretaris: paraf terakhir, Plh.', {
      official: officialOf('Sekretaris Dinas', 'Tiga', 3, 'Pembina Tingkat I'),
    }),
    person('kadis', 'agencyHead', 'Kadis Pekalongan', 'Kepala Dinas: tanda tangan, keberatan, pengaduan', {
      official: officialOf('Kepala Dinas', 'Empat', 4, 'Pembina Utama Muda'),
    }),
    person('plt', 'actingHead', 'Plt. Kadis Pekalongan', 'Plt.: menggantikan Kepala Dinas', {
      official: officialOf('Kepala Dinas', 'Lima', 5, 'Pembina Tingkat I'),
    }),
    person(
      'pengaduan',
      'complaintOfficer',
      'Aduan Pekalongan',
      'Pengelola pengaduan: memeriksa, menggolongkan',
    ),
    person('penghubung', 'liaisonOfficer', 'Penghubung Pekalongan', 'Pejabat penghubung: menjawab pengaduan'),
    person('ppdp', 'dataProtectionOfficer', 'PPDP Pekalongan', 'Pejabat pelindungan data pribadi'),
  ],
} as const;

// The four founding tenants: who they are, as published, and demo people named by what they do.
import { pengaduan } from '@layan/standards/kota-probolinggo/pengaduan';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import type { DemoPerson } from './demo-person.ts';
import { lumajang } from './kab-lumajang.ts';
import { kupang } from './kota-kupang.ts';
import { pekalongan } from './kota-pekalongan.ts';

const probolinggo = {
  id: 'kota-probolinggo',
  name: 'Kota Probolinggo',
  governmentName: 'Pemerintah Kota Probolinggo',
  region: '35.74',
  zone: 'Asia/Jakarta',
  agencies: [
    {
      id: ultpk.agency,
      name: 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak',
      shortName: 'Dinsos PPPA',
      address: 'Jalan Raya Dringu No. 13 Probolinggo 67271',
      phone: '(0335) 421431',
    },
  ],
  branding: { accent: '#0b5d66' },
  firstManager: { name: 'Manajer Layanan', email: 'manajer@probolinggo.example', agency: ultpk.agency },
} as const;

/** One facilitator in each kecamatan of Kota Probolinggo, besides the one who goes everywhere. */
const districtFacilitators: readonly DemoPerson[] = [
  ['35.74.01', 'Kademangan'],
  ['35.74.02', 'Wonoasih'],
  ['35.74.03', 'Mayangan'],
  ['35.74.04', 'Kanigaran'],
  ['35.74.05', 'Kedopok'],
].map(([code = '', district = '']) => ({
  email: `fasilitator.${district.toLowerCase()}@probolinggo.example`,
  name: `Fasilitator ${district}`,
  description: `Fasilitator: survei lapangan di Kecamatan ${district}`,
  roles: ['facilitator'],
  areas: [code],
}));

export const foundingTenants = [
  {
    tenant: probolinggo,
    standards: [ultpk, pengaduan],
    people: [
      {
        email: 'loket@probolinggo.example',
        name: 'Petugas Loket',
        description: 'Front Office: memeriksa berkas',
        roles: ['frontOffice'],
        areas: [],
      },
      {
        email: 'backoffice@probolinggo.example',
        name: 'Petugas Back Office',
        description: 'Back Office: registrasi, cek DTSEN, kartu',
        roles: ['backOffice'],
        areas: [],
      },
      {
        email: 'fasilitator@probolinggo.example',
        name: 'Fasilitator Lapangan',
        description: 'Fasilitator: survei lapangan di semua kecamatan',
        roles: ['facilitator'],
        areas: [],
      },
      ...districtFacilitators,
      {
        email: 'kabid@probolinggo.example',
        name: 'Kepala Bidang',
        description: 'Kabid Rehabilitasi Sosial: pencabutan kartu',
        roles: ['divisionHead'],
        areas: [],
      },
      {
        email: 'kadis@probolinggo.example',
        name: 'Kepala Dinas',
        description: 'Kepala Dinas: memutuskan keberatan',
        roles: ['agencyHead'],
        areas: [],
      },
      {
        email: 'pengaduan@probolinggo.example',
        name: 'Pengelola Pengaduan',
        description: 'Pengelola pengaduan: memeriksa dan menggolongkan',
        roles: ['complaintOfficer'],
        areas: [],
      },
      {
        email: 'penghubung@probolinggo.example',
        name: 'Pejabat Penghubung',
        description: 'Pejabat penghubung: menindaklanjuti dan menjawab',
        roles: ['liaisonOfficer'],
        areas: [],
      },
      {
        email: 'ppdp@probolinggo.example',
        name: 'PPDP Probolinggo',
        description: 'Pejabat pelindungan data pribadi',
        roles: ['dataProtectionOfficer'],
        areas: [],
      },
    ],
  },
  pekalongan,
  kupang,
  lumajang,
] as const;

/** Whatever one central admin asks for that is grave, another one confirms. */
export const secondCentralAdmin = {
  email: 'pusat.kedua@layan.example',
  name: 'Admin Pusat Kedua',
  description: 'Admin pusat kedua: menyetujui akses darurat dan pengakhiran',
} as const;

export const centralAdmin = {
  email: 'pusat@layan.example',
  name: 'Admin Pusat',
  description: 'Admin pusat: menyiapkan daerah (Admin API)',
} as const;

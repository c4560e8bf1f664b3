// Kabupaten Lumajang as it runs here: proposals from villages of both kinds to the regent, signed by hand. Two desa have one name.
import { pengaduan } from '@layan/standards/kab-lumajang/pengaduan';
import { pengesahanPbiJk } from '@layan/standards/kab-lumajang/pengesahan-pbi-jk';
import { usulanDataKesejahteraan } from '@layan/standards/kab-lumajang/usulan-data-kesejahteraan';
import { vervalPbiJk } from '@layan/standards/kab-lumajang/verval-pbi-jk';
import type { DemoPerson } from './demo-person.ts';
import { officialOf } from './officials.ts';

const person = (
  mailbox: string,
  role: string,
  name: string,
  description: string,
  more: Partial<DemoPerson> = {},
): DemoPerson => ({
  email: `${mailbox}@lumajang.example`,
  name,
  description,
  roles: [role],
  areas: [],
  ...more,
});

/** Jatisari is a desa in Tempeh and another one in Kedungjajang. */
const operators = [
  ['ditotrunan', 'Ditotrunan', 'Kelurahan Ditotrunan', '35.08.10.1004'],
  ['jatisari', 'Jatisari Tempeh', 'Desa Jatisari, Kecamatan Tempeh', '35.08.05.2009'],
  [
    'jatisari.kedungjajang',
    'Jatisari Kedungjajang',
    'Desa Jatisari, Kecamatan Kedungjajang',
    '35.08.16.2009',
  ],
].map(([mailbox = '', name = '', village = '', area = '']) =>
  person(`operator.${mailbox}`, 'villageOperator', `Operator ${name}`, `Operator ${village}`, {
    areas: [area],
  }),
);

export const lumajang = {
  tenant: {
    id: 'kab-lumajang',
    name: 'Kabupaten Lumajang',
    governmentName: 'Pemerintah Kabupaten Lumajang',
    region: '35.08',
    zone: 'Asia/Jakarta',
    agencies: [
      {
        id: vervalPbiJk.agency,
        name: 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak',
        shortName: 'Dinsos P3A',
        address: 'Jl. Pisang Gajih No. 1 Lumajang 67316',
        phone: '085 895 242 105',
        letters: { unitCode: '427.64', place: 'Lumajang', signing: 'ink' },
      },
    ],
    branding: { accent: '#1f5a36' },
    firstManager: {
      name: 'Manajer Lumajang',
      email: 'manajer@lumajang.example',
      agency: vervalPbiJk.agency,
    },
  },
  standards: [pengaduan, vervalPbiJk, pengesahanPbiJk, usulanDataKesejahteraan],
  people: [
    person('loket', 'counterOfficer', 'Loket Lumajang', 'Petugas: wawancara, pemadanan data, saran'),
    ...operators,
    person(
      'supervisor',
      'regencySupervisor',
      'Supervisor Lumajang',
      'Supervisor Kabupaten: verifikasi, catatan Bupati',
    ),
    person(
      'subkoordinator',
      'subCoordinator',
      'Subkoordinator Lumajang',
      'Sub Koordinator: koreksi pertama',
      {
        official: officialOf('Sub Koordinator', 'Enam', 6, 'Penata'),
      },
    ),
    person('kabid', 'divisionHead', 'Kabid Lumajang', 'Kabid: koreksi kedua', {
      official: officialOf('Kepala Bidang', 'Tujuh', 7, 'Pembina'),
    }),
    person('sekdin', 'agencySecretary', 'Sekdin Lumajang', 'Sekretaris Dinas: koreksi terakhir, Plh.', {
      official: officialOf('Sekretaris Dinas', 'Delapan', 8, 'Pembina Tingkat I'),
    }),
    person('kadis', 'agencyHead', 'Kadis Lumajang', 'Kepala Dinas: paraf, keberatan, pengaduan', {
      official: officialOf('Kepala Dinas', 'Sembilan', 9, 'Pembina Utama Muda'),
    }),
    person(
      'pengaduan',
      'complaintOfficer',
      'Aduan Lumajang',
      'Pengelola pengaduan: tanggapan dalam 2x24 jam',
    ),
    person('penghubung', 'liaisonOfficer', 'Penghubung Lumajang', 'Pejabat penghubung: menjawab pengaduan'),
    person('ppdp', 'dataProtectionOfficer', 'PPDP Lumajang', 'Pejabat pelindungan data pribadi'),
  ],
} as const;

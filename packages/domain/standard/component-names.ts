// What the fourteen components are called by law (UU 25/2009 art. 21, PermenPANRB 15/2014), whatever a source prints.
import type { ComponentKey } from './components.ts';

export const componentNames = {
  requirements: 'Persyaratan',
  procedure: 'Sistem, mekanisme, dan prosedur',
  processingTime: 'Jangka waktu penyelesaian',
  fee: 'Biaya/tarif',
  product: 'Produk pelayanan',
  complaintHandling: 'Penanganan pengaduan, saran, dan masukan',
  legalBasis: 'Dasar hukum',
  facilities: 'Sarana, prasarana, dan/atau fasilitas',
  staffCompetence: 'Kompetensi pelaksana',
  internalOversight: 'Pengawasan internal',
  staffCount: 'Jumlah pelaksana',
  serviceGuarantee: 'Jaminan pelayanan',
  safetyGuarantee: 'Jaminan keamanan dan keselamatan pelayanan',
  performanceEvaluation: 'Evaluasi kinerja pelaksana',
} as const satisfies Record<ComponentKey, string>;

// The whole standard, component by component, in the order of the regulation.
import type { Service } from '@layan/application/standard/get-service';
import { dateIn, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import {
  type Component,
  type ComponentKey,
  deliveryComponents,
  managementComponents,
} from '@layan/domain/standard/components';
import type { Standard } from '@layan/domain/standard/standard';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { ComponentView, OfficialDocumentProps } from '@layan/portal/pages/official-document';
import { servicePath } from './filing-way.ts';
import { decreeOf } from './service.ts';

const names = {
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

const viewOf = (component: Component, { sources }: Standard): ComponentView => ({
  title: component.title,
  sentences: component.sentences.map(({ label, text }) => ({
    text,
    ...(label === undefined ? {} : { label }),
  })),
  alternates: (component.alternates ?? []).map(({ source, text }) => ({
    text,
    source: sources.find(({ id }) => id === source)?.title ?? source,
  })),
});

export const officialDocument = (
  { ref, version, agency }: Service,
  tenant: Tenant,
): Omit<OfficialDocumentProps, 'site'> => {
  const { standard } = version;
  const present = (keys: readonly ComponentKey[]) =>
    keys.flatMap((key) => standard.components.filter((component) => component.key === key));
  const all = [...deliveryComponents, ...managementComponents];
  return {
    agency: agency.name,
    title: standard.title,
    ...decreeOf(standard),
    groups: [
      { title: 'Komponen penyampaian pelayanan', keys: deliveryComponents },
      { title: 'Komponen pengelolaan pelayanan', keys: managementComponents },
    ].map(({ title, keys }) => ({ title, components: present(keys).map((one) => viewOf(one, standard)) })),
    absent: all.filter((key) => present([key]).length === 0).map((key) => names[key]),
    complete: { have: present(all).length, of: all.length },
    sources: standard.sources.map(({ title, note }) => ({ title, ...(note === undefined ? {} : { note }) })),
    version: version.version,
    hash: version.hash,
    ...(version.publishedAt === undefined
      ? {}
      : { publishedOn: plainDateInWords(dateIn(tenant.calendar.zone, version.publishedAt)) }),
    back: servicePath(ref.id),
  };
};

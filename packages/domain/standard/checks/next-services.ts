// The next matter of the same person: the service that an ending opens is there, and takes what it is given.
import type { Ending } from '../ending.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { ServiceFacts, TenantFacts } from '../tenant-facts.ts';

const unfit = (
  { agency }: Standard,
  { channel, carries }: NonNullable<Ending['opens']>,
  service: ServiceFacts,
): readonly string[] => {
  if (service.agency !== undefined && service.agency !== String(agency)) return ['yang milik dinas lain'];
  if (service.kind === 'batch') return ['yang berupa berkas bersama'];
  const facts = service.standard?.process.facts.map(({ id }) => id);
  const strange = Object.keys(carries).filter((fact) => facts && !facts.includes(fact));
  return [
    ...(service.channels && !service.channels.includes(channel)
      ? [`di kanal "${channel}", yang tidak ada di sana`]
      : []),
    ...strange.map((fact) => `dengan data "${fact}", yang tidak dikenal di sana`),
  ];
};

/** Cases of this very service are opened as well as any other. */
const found = (
  standard: Standard,
  services: TenantFacts['services'],
  id: string,
): ServiceFacts | undefined =>
  id === String(standard.id)
    ? { id, kind: standard.kind, channels: standard.process.channels.map((channel) => channel.id), standard }
    : services?.find((service) => service.id === id);

export const checkNextServices = (standard: Standard, tenant: TenantFacts | undefined): readonly Finding[] =>
  standard.process.endings.flatMap(({ id, label, opens, basis }) => {
    if (!opens) return [];
    const place = `process.endings.${id}`;
    const says = `Akhir "${label}" membuka layanan "${opens.service}"`;
    const service = found(standard, tenant?.services, String(opens.service));
    if (service)
      return unfit(standard, opens, service).map((wrong) =>
        finding('next-service-unfit', place, `${says} ${wrong}.`, citedBy(basis)),
      );
    return tenant?.services
      ? [finding('next-service-missing', place, `${says}, yang belum terbit.`, citedBy(basis))]
      : [];
  });

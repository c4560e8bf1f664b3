// Other services that the standard leans on, where it is known which there are: the one that takes complaints, and those
// whose cases its steps open.
import { type Finding, finding } from '../finding.ts';
import { citedBy, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';
import type { ServiceFacts, TenantFacts } from '../tenant-facts.ts';

type Services = readonly ServiceFacts[];

const isOurs = ({ agency }: Standard, service: ServiceFacts): boolean =>
  service.agency === undefined || service.agency === String(agency);

const complaintService = (standard: Standard, services: Services): readonly Finding[] => {
  const id = standard.complaints;
  if (id === undefined || String(id) === String(standard.id)) return [];
  const service = services.find((one) => one.id === String(id));
  const about = (code: 'complaints-service-missing' | 'complaints-service-unfit', says: string) => [
    finding(code, 'complaints', `Pengaduan diarahkan ke layanan "${id}", yang ${says}.`),
  ];
  if (!service) return about('complaints-service-missing', 'belum terbit');
  if (!isOurs(standard, service)) return about('complaints-service-unfit', 'milik dinas lain');
  return service.kind === 'complaint' ? [] : about('complaints-service-unfit', 'bukan layanan pengaduan');
};

const wrongWith = (
  standard: Standard,
  { subcase, outcomes }: Step,
  services: Services,
): readonly string[] => {
  if (!subcase || subcase.service === String(standard.id)) return [];
  const service = services.find(({ id }) => id === subcase.service);
  const name = `layanan "${subcase.service}"`;
  if (!service) return [`membuka perkara ${name}, yang belum terbit`];
  if (!isOurs(standard, service)) return [`membuka perkara ${name}, yang milik dinas lain`];
  const { channels, endings } = service;
  const unknown = [...new Set(outcomes.flatMap((outcome) => outcome.endings ?? []))].filter(
    (ending) => endings && !endings.includes(ending),
  );
  return [
    ...(channels && !channels.includes(subcase.channel)
      ? [`membuka perkara ${name} di kanal "${subcase.channel}", yang tidak ada di sana`]
      : []),
    ...unknown.map((ending) => `menunggu akhir "${ending}", yang tidak dikenal ${name}`),
  ];
};

export const checkServices = (standard: Standard, tenant: TenantFacts | undefined): readonly Finding[] => {
  const services = tenant?.services;
  if (!services) return [];
  return [
    ...complaintService(standard, services),
    ...standard.process.steps.flatMap((step) =>
      wrongWith(standard, step, services).map((says) =>
        finding(
          'subcase-service-unfit',
          stepPlace(step.id),
          `Langkah "${step.label}" ${says}.`,
          citedBy(step.basis),
        ),
      ),
    ),
  ];
};

// The service that an address names, if it is published; one that was taken away says so, anything else is not found.
import { makeGetService, type Service } from '@layan/application/standard/get-service';
import { StandardId } from '@layan/domain/kernel/ids';
import { notFound } from '../answer.tsx';
import type { PortalContext } from '../env.ts';
import { goneOrNotFound } from './service-withdrawn.ts';

export async function withService(
  c: PortalContext,
  show: (service: Service) => Response | Promise<Response>,
): Promise<Response> {
  const id = StandardId.safeParse(c.req.param('standard'));
  if (!id.success) return notFound(c);
  const service = await makeGetService(c.get('ports'))({ service: id.data });
  return service.ok ? show(service.value) : goneOrNotFound(c, id.data);
}

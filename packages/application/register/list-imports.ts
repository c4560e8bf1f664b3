// What an agency can take over, and what it has taken over so far, the newest first. One query, and the standards.
import { mayUse } from '@layan/domain/access/operations';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { StandardId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { RegisterProduct } from '@layan/domain/register/read-row';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { agencyProducts } from './agency-products.ts';
import type { RegisterFailure } from './errors.ts';
import { type ImportView, importView } from './import-view.ts';

export interface Imports {
  /** The tenant's, by which days ahead are told. */
  readonly today: string;
  readonly services: readonly {
    readonly standard: StandardId;
    readonly service: string;
    readonly products: readonly RegisterProduct[];
  }[];
  readonly imports: readonly ImportView[];
}

export const makeListImports =
  (ports: Pick<Ports, 'imports' | 'standards' | 'directory' | 'vault' | 'clock'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Imports, RegisterFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'list-imports');
    if (!allowed.ok) return allowed;
    const { calendar } = await getProfile(ports.directory);
    const products = await agencyProducts(ports.standards, member.agency);
    const services = new Map(products.map(({ standard, service }) => [standard, service]));
    const imports = await ports.imports.list(member.agency);
    return ok({
      today: dateIn(calendar.zone, ports.clock.now()),
      services: [...services].map(([standard, service]) => ({
        standard,
        service,
        products: products
          .filter((one) => one.standard === standard)
          .map(({ product: { id, label } }) => ({ id, label })),
      })),
      imports: await Promise.all(
        imports
          .toSorted((a, b) => epochMs(b.startedAt) - epochMs(a.startedAt))
          .map((record) => importView(ports.vault, calendar.zone, record)),
      ),
    });
  };

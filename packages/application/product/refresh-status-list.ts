// Signs the oldest status list anew before it is too old to rely on, and on that occasion compares it with its whole
// register: what a lost message left behind is made good within half a day.
import { parseStatusListName } from '@layan/domain/product/parse-status-list-name';
import {
  type Register,
  standingAt,
  standingOfState,
  statusListName,
} from '@layan/domain/product/status-list';
import { isFresh, makePublishStatusList, type StatusListPorts, statusesIn } from './publish-status-list.ts';
import { findProducts, pagesAfter, placeIn } from './register-rows.ts';

/** Ids of products of which the list says something else than the register. */
async function differing(ports: StatusListPorts, register: Register): Promise<readonly string[]> {
  const statuses = await statusesIn(await ports.statusLists.find(statusListName(register)));
  const ids: string[] = [];
  for await (const page of pagesAfter(ports.products, register, 0)) {
    for (const product of await findProducts(ports.products, page)) {
      const sequence = placeIn(register, product);
      const listed = sequence === undefined ? undefined : standingAt(statuses, sequence);
      if (listed !== undefined && listed !== standingOfState(product.state)) ids.push(product.id);
    }
  }
  return ids;
}

/** At most one list a call, so that a tenant with many lists is no burden in any minute. @returns its name */
export const makeRefreshStatusList = (ports: StatusListPorts) => async (): Promise<string | undefined> => {
  const now = ports.clock.now();
  const [oldest] = (await ports.statusLists.list())
    .filter((list) => !isFresh(list, now))
    .sort((a, b) => Date.parse(a.issuedAt) - Date.parse(b.issuedAt));
  const register = oldest && parseStatusListName(oldest.name);
  if (!register) return undefined;
  await makePublishStatusList(ports)({ register, ids: await differing(ports, register) });
  return oldest.name;
};

// Carries the products of a case into the status lists of their registers.
import type { CaseId } from '@layan/domain/kernel/ids';
import { type Register, registerOf, statusListName } from '@layan/domain/product/status-list';
import type { Ports } from '../ports/surroundings.ts';
import { makePublishStatusList, type StatusListPorts } from './publish-status-list.ts';

/** @returns how many lists were signed anew */
export const makePublishStatusOfCase =
  (ports: StatusListPorts & Pick<Ports, 'cases'>) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<number> => {
    const snapshot = (await ports.cases.find(caseId))?.snapshot;
    const lists = new Map<string, { readonly register: Register; readonly ids: string[] }>();
    for (const { id, product, place } of snapshot?.products ?? []) {
      if (!snapshot || !place) continue;
      const register = {
        agency: snapshot.agency,
        product: registerOf(product, place),
        year: place.year,
      };
      const list = lists.get(statusListName(register)) ?? { register, ids: [] };
      list.ids.push(id);
      lists.set(statusListName(register), list);
    }
    let published = 0;
    for (const list of lists.values())
      if ((await makePublishStatusList(ports)(list)) === 'published') published += 1;
    return published;
  };

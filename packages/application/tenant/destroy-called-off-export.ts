// The files of an export whose offboarding was called off are destroyed: a government that stays needs no copy of all it has.
// Asked for until none is left and nobody can be writing one any more.

import type { TenantId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import type { TenantRemains } from '../ports/offboarding.ts';
import type { ControlPorts } from './control-ports.ts';
import { isClosedForGood } from './has-left.ts';
import { tenantAct } from './tenant-act.ts';

export interface DestroyCalledOffExportPorts extends ControlPorts {
  readonly remains: (tenant: TenantId) => Pick<TenantRemains, 'removeExported'>;
}

/** Who was at a file when it was called off has written it by then: twice as long as the function may take. */
const LAST_FILE_IN = 2 * 60_000;
/** What of a turn of the function this may take. */
const MOST_TIME = 15_000;

/** True once all of it is gone; undefined where there is nothing to do, or not yet. */
export const makeDestroyCalledOffExport =
  ({ register, clock, remains }: DestroyCalledOffExportPorts) =>
  async ({ tenant }: { readonly tenant: TenantId }): Promise<true | undefined> => {
    const registration = await register.find(tenant);
    // When it leaves again, that begins with what is left of the time before.
    if (registration?.exportCalledOff === undefined || isClosedForGood(registration)) return undefined;
    const { exportCalledOff, ...rest } = registration;
    const since = epochMs(clock.now());
    const { removeExported } = remains(tenant);
    let removed = await removeExported();
    while (removed > 0 && epochMs(clock.now()) - since < MOST_TIME) removed = await removeExported();
    if (removed > 0 || since - epochMs(exportCalledOff) < LAST_FILE_IN) return undefined;
    const act = tenantAct('destroy-export', tenant, undefined, clock.now());
    const saved = await register.save({ ...rest, revision: rest.revision + 1 }, rest.revision, act);
    return saved.ok ? true : undefined;
  };

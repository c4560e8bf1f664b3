// Somebody may have learnt the key of the indexes: who answers for the protection of data has it replaced at once. People are
// found and cards are issued all the while.
import { mayUse } from '@layan/domain/access/operations';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { IndexStage } from '../ports/index-rotation.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { PrivacyFailure } from '../privacy/errors.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';

export interface IndexKeyView {
  readonly stage: IndexStage;
  readonly since: string;
  /** Until every key of that moment is gone. */
  readonly asked?: { readonly when: string; readonly by: string };
}

type IndexKeyPorts = SettingPorts & Pick<Ports, 'indexKeys'>;
type Answer = Promise<Result<IndexKeyView, PrivacyFailure<'member-deactivated' | 'role-missing'>>>;
interface Input {
  readonly member: Membership;
}

const view = async (ports: IndexKeyPorts): Promise<IndexKeyView> => {
  const { tenant } = await getSetting(ports);
  const { zone } = tenant.calendar;
  const { stage, since, asked } = await ports.indexKeys.find();
  return {
    stage,
    since: momentInWords(zone, since),
    ...(asked && { asked: { when: momentInWords(zone, asked.at), by: asked.by.name } }),
  };
};

export const makeGetIndexKey =
  (ports: IndexKeyPorts) =>
  async ({ member }: Input): Answer => {
    const allowed = mayUse(member, 'get-index-key');
    return allowed.ok ? ok(await view(ports)) : allowed;
  };

export const makeRenewIndexKey =
  (ports: IndexKeyPorts) =>
  async ({ member }: Input): Answer => {
    const allowed = mayUse(member, 'renew-index-key');
    if (!allowed.ok) return allowed;
    const { id, name } = member;
    await ports.indexKeys.ask({ at: ports.clock.now(), by: { id, name } });
    return ok(await view(ports));
  };

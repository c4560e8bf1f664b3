// The empty form of a service on one of the channels that staff enter: nothing is kept until something is typed.
import { mayUse } from '@layan/domain/access/operations';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findPublished } from '../standard/find-published.ts';
import { getSetting } from '../tenant/setting.ts';
import { buildIntakeForm } from './build-intake-form.ts';
import { intakeChannel } from './counter-channel.ts';
import type { CounterFailure } from './errors.ts';
import type { IntakeForm } from './intake-view.ts';

export const makeGetIntakeForm =
  (ports: Pick<Ports, 'standards' | 'directory' | 'clock'>) =>
  async (input: {
    readonly member: Membership;
    readonly standard: StandardId;
    /** The first where none is named. */
    readonly channel?: string | undefined;
  }): Promise<
    Result<IntakeForm, CounterFailure<'member-deactivated' | 'role-missing' | 'service-not-found'>>
  > => {
    const { member } = input;
    const allowed = mayUse(member, 'get-intake-form');
    if (!allowed.ok) return allowed;
    const published = await findPublished(ports.standards, input.standard);
    const channel = published && intakeChannel(published.version.standard, member, input.channel);
    if (!published || !channel) return err({ code: 'service-not-found' });
    const { version, ref } = published;
    return ok(buildIntakeForm(version, ref, channel, member, await getSetting(ports)));
  };

// The questions and requirements of a channel, whole: the client decides with the domain's own conditions what applies.
import type { StandardRef } from '@layan/domain/case/event';
import { indexOf } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import type { StandardVersion } from '@layan/domain/standard/standard';
import { questionView } from '../form/build-field-view.ts';
import type { Membership } from '../ports/staff.ts';
import type { Setting } from '../tenant/setting.ts';
import { acceptanceOf } from './counter-channel.ts';
import type { IntakeForm } from './intake-view.ts';

export const buildIntakeForm = (
  { standard }: Pick<StandardVersion, 'standard'>,
  ref: StandardRef,
  channel: Channel,
  member: Membership,
  { tenant, input }: Setting,
): IntakeForm => {
  const index = indexOf(standard.process);
  const pages = standard.process.forms.find(({ id }) => id === channel.form)?.pages ?? [];
  const acceptance = acceptanceOf(standard, channel, member);
  return {
    standard: ref,
    service: standard.shortTitle,
    channel: channel.label,
    pages: pages.map(({ id, title, intro, fields }) => ({
      id,
      title,
      ...(intro !== undefined && { intro }),
      fields: fields.flatMap((field) => {
        const fact = index.facts.get(field.fact);
        return fact ? [questionView(fact, field)] : [];
      }),
    })),
    requirements: channel.requirements.flatMap((id) => {
      const requirement = index.requirements.get(id);
      if (!requirement) return [];
      const { label, hint, required, when } = requirement;
      return [{ id, label, required, ...(hint !== undefined && { hint }), ...(when && { when }) }];
    }),
    context: { today: input.today, region: tenant.region, zone: tenant.calendar.zone },
    ...(acceptance && { accept: acceptance.outcome.label }),
  };
};

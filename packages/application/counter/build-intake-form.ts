// The questions and requirements of a channel, whole: the client decides with the domain's own conditions what applies.
import type { StandardRef } from '@layan/domain/case/event';
import { indexOf, mustHave } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { groupsAsked, isAnonymous, pagesAsked, readersOf } from '../filing/asked-pages.ts';
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
  const form = mustHave(
    standard.process.forms.find(({ id }) => id === channel.form),
    `form ${channel.form}`,
  );
  const way = { index, channel, anonymous: isAnonymous(channel, undefined) };
  const pages = pagesAsked(way, form);
  const { identity, confidential } = standard.process;
  const acceptance = acceptanceOf(standard, channel, member);
  return {
    standard: ref,
    service: standard.shortTitle,
    channel: channel.label,
    kind: channel.kind,
    ...(channel.receipt && { receipt: channel.receipt }),
    ...(channel.identity === 'optional' &&
      identity && { anonymity: { facts: identity.facts, readers: readersOf(index) } }),
    ...(channel.confidential && confidential && { confidentiality: { label: confidential.label } }),
    groups: groupsAsked(way),
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
      const { label, hint, required, when, oneOf, shown } = requirement;
      return [
        {
          id,
          label,
          required,
          ...(hint !== undefined && { hint }),
          ...(when && { when }),
          ...(oneOf && { oneOf }),
          ...(shown && { shown }),
        },
      ];
    }),
    context: { today: input.today, region: tenant.region, zone: tenant.calendar.zone },
    ...(acceptance && { accept: acceptance.outcome.label }),
  };
};

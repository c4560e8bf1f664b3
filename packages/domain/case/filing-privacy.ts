// What an applicant may keep to themselves: who they are, and what they tell. Two separate things.
import { identityOn } from '../process/identity.ts';
import type { Channel } from '../standard/channel.ts';
import type { By, CaseRejection, FileCase } from './command.ts';

/** Why the channel does not offer what is asked for. A case that another one opened is as that one is. */
export const refusePrivacy = (
  { id, identity, confidential }: Channel,
  command: FileCase,
  by: By,
): CaseRejection | undefined => {
  if (by.party === 'system' && command.parent) return undefined;
  const mayBeAnonymous = identity === 'optional' || identity === 'anonymous';
  if (command.anonymous && !mayBeAnonymous) return { code: 'anonymity-not-offered', channel: id };
  return command.confidential && !confidential
    ? { code: 'confidentiality-not-offered', channel: id }
    : undefined;
};

export interface Privacy {
  readonly anonymous?: true;
  readonly confidential?: true;
}

/** What an earlier case kept private stays so in the one about it. */
export const privacyOf = (channel: Channel, { anonymous, confidential, about }: FileCase): Privacy => {
  const asked = anonymous ?? about?.snapshot.anonymous ?? false;
  return {
    ...(identityOn(channel, asked) !== 'told' && { anonymous: true }),
    ...((confidential ?? about?.snapshot.confidential) && { confidential: true }),
  };
};

// A stand-in for the earlier case that an objection is about: it ended as the channel answers, and there is time left.
import { CaseId, InstantText } from '../kernel/ids.ts';
import type { Channel } from '../standard/channel.ts';
import { ContentHash } from '../standard/content-hash.ts';
import type { Standard } from '../standard/standard.ts';
import type { EarlierCase } from './command.ts';
import type { FactValues } from './facts.ts';

const hash = ContentHash.parse('0'.repeat(64));
const never = InstantText.parse('9999-12-31T00:00:00.000Z');
const once = InstantText.parse('2000-01-03T02:00:00.000Z');

/** Undefined for channels that are about nothing earlier. */
export const earlierAs = (
  standard: Standard,
  channel: Channel,
  facts: FactValues,
): EarlierCase | undefined => {
  const [ending] = channel.about?.endings ?? [];
  if (ending === undefined) return undefined;
  return {
    facts,
    snapshot: {
      id: CaseId.parse('1'.repeat(26)),
      seq: 1,
      lastHash: hash,
      standard: { id: standard.id, version: 1, hash },
      agency: standard.agency,
      ticket: '1111-1111-1',
      channel: standard.process.channels[0]?.id ?? '',
      filedAt: once,
      receivedAt: once,
      marking: [],
      taken: {},
      workers: {},
      facts,
      attachments: [],
      tasks: [],
      products: [],
      promises: [],
      timers: [],
      timeline: [],
      ended: { ending, at: once, objection: { channel: channel.id, until: never } },
      lastChange: { at: once, by: { party: 'system' }, what: '' },
    },
  };
};

// The way of a draft through its review: who has put something under it, where it stands, whom it meets next, and the notes
// with which it came back.
import type { LadderView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';
import { IconArrowRight, IconCheck, IconCornerRightDown } from '@tabler/icons-react';
import { Disclosure } from '../../../shared/disclosure.tsx';

type Tier = LadderView['tiers'][number];

const deeds = { correct: 'dikoreksi', initial: 'diparaf', sign: 'ditandatangani' } as const;
const next = { correct: 'koreksi', initial: 'paraf', sign: 'tanda tangan' } as const;
const passed = {
  vacant: 'dilewati: belum ada pejabatnya',
  away: 'dilewati: sedang tidak di tempat',
} as const;

/** The role stands above it already; another one is worth saying: somebody stood in. */
const nameOf = ({ by, role }: Tier): string => (by === undefined ? '' : ` ${by.replace(` (${role})`, '')}`);

function words(tier: Tier): string {
  const { state, verb, why } = tier;
  switch (state) {
    case 'done':
      return `${deeds[verb]}${nameOf(tier)}`;
    case 'now':
      return `di sini, menunggu ${next[verb]}`;
    case 'skipped':
      return passed[why ?? 'vacant'];
    case 'ahead':
      return next[verb];
  }
}

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;

export function Ladder({ ladder: { role, tiers } }: { ladder: LadderView }) {
  const writing = tiers.every(({ state }) => state === 'ahead');
  return (
    <ol className="ladder" aria-label="Perjalanan konsep">
      <li data-state={writing ? 'now' : 'done'} aria-current={writing ? 'step' : undefined}>
        {writing ? null : <IconCheck {...icon} />}
        <span>
          <strong>{role}</strong>{' '}
          <span className="ladder-what">{writing ? 'di sini, disusun' : 'disusun'}</span>
        </span>
      </li>
      {tiers.map((tier) => (
        <li key={tier.step} data-state={tier.state} aria-current={tier.state === 'now' ? 'step' : undefined}>
          <IconArrowRight {...icon} className="ladder-arrow" />
          {tier.state === 'done' ? <IconCheck {...icon} /> : null}
          {tier.state === 'skipped' ? <IconCornerRightDown {...icon} /> : null}
          <span>
            <strong>{tier.role}</strong> <span className="ladder-what">{words(tier)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

type Return = LadderView['returns'][number];

function ReturnNote({ returned: { by, when, note } }: { returned: Return }) {
  return (
    <div className="returned">
      <Text size="sm" fw={600}>
        Dikembalikan {by}
      </Text>
      <Text size="xs" c="dark.6">
        {when}
      </Text>
      {note === undefined ? null : <Text size="sm">“{note}”</Text>}
    </div>
  );
}

interface ReturnsProps {
  readonly ladder: LadderView;
  /** The form says it already: why the draft is here again. */
  readonly lastIsShown: boolean;
}

/** The last one in sight, the earlier ones on request. */
export function Returns({ ladder: { returns }, lastIsShown }: ReturnsProps) {
  const last = returns.at(-1);
  if (last === undefined) return null;
  const earlier = returns.slice(0, -1);
  return (
    <>
      {lastIsShown ? null : <ReturnNote returned={last} />}
      {earlier.length === 0 ? null : (
        <Disclosure summary={`Catatan sebelumnya (${earlier.length})`}>
          {earlier.toReversed().map((returned) => (
            <ReturnNote key={`${returned.when}.${returned.by}`} returned={returned} />
          ))}
        </Disclosure>
      )}
    </>
  );
}

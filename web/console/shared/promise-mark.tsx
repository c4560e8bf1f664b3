// The promise, always shown the same way: words first, a sign that is not only a colour.
import type { PromiseView } from '@layan/contract/staff/common';
import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconMinus,
  IconPlayerPause,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

type State = PromiseView['state'];

const signs = {
  conditional: { icon: IconHelpCircle, colour: 'gray.7', name: 'Janji bersyarat' },
  running: { icon: IconClock, colour: 'layan.8', name: 'Janji berjalan' },
  paused: { icon: IconPlayerPause, colour: 'gray.7', name: 'Janji berhenti sementara' },
  kept: { icon: IconCircleCheck, colour: '#146c43', name: 'Janji ditepati' },
  broken: { icon: IconAlertTriangle, colour: '#a61e1e', name: 'Janji terlewat' },
  dropped: { icon: IconMinus, colour: 'gray.7', name: 'Janji tidak berlaku' },
} satisfies Record<State, { icon: ComponentType<IconProps>; colour: string; name: string }>;

export function PromiseMark({ promise }: { promise: Pick<PromiseView, 'state' | 'words'> }) {
  const { icon: Icon, colour, name } = signs[promise.state];
  return (
    <Text span size="sm" c={colour} className="promise-mark" data-state={promise.state}>
      <Icon size={16} aria-label={name} role="img" />
      <span>{promise.words}</span>
    </Text>
  );
}

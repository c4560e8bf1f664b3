// Cards in lines: number, state, holder in initials, day of issue.
import type { CardSummary } from '@layan/contract/staff/register';
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { productStates } from '../../shared/product-state.ts';
import { Tag } from '../../shared/tag.tsx';

export function CardList({ cards }: { cards: readonly CardSummary[] }) {
  return (
    <ul className="plain-list card-lines">
      {cards.map(({ id, label, number, state, holder, issued }) => (
        <li key={id}>
          <Link href={`/kartu/${id}`} className="card-line">
            {label} nomor <span translate="no">{number}</span>
          </Link>{' '}
          <Tag tone={productStates[state].tone}>{productStates[state].label}</Tag>
          <Text size="sm" c="dark.6">
            {holder === undefined ? '' : `${holder} · `}Terbit {issued}
          </Text>
        </li>
      ))}
    </ul>
  );
}

// One task in the inbox: how urgent, who, what to do.
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { Badge, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { PromiseMark } from '../../shared/promise-mark.tsx';

interface Props {
  readonly row: InboxRowView;
  readonly href: string;
  readonly open: boolean;
  readonly marked: boolean;
  readonly onFocus: () => void;
}

export function InboxRow({ row, href, open, marked, onFocus }: Props) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (marked) item.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <li ref={item} data-marked={marked}>
      <Link href={href} aria-current={open ? 'true' : undefined} onFocus={onFocus}>
        {row.promise === undefined ? null : (
          <PromiseMark
            promise={{
              state: row.promise.overdue ? 'broken' : 'running',
              words: row.promise.overdue
                ? `Terlewat: ${row.promise.due}`
                : `Paling lambat ${row.promise.due}`,
              due: row.promise.due,
            }}
          />
        )}
        <Text fw={600} lh={1.3}>
          {row.applicant}
        </Text>
        <Text size="sm" lh={1.3}>
          {row.stepLabel}
        </Text>
        <Text size="xs" c="dark.6">
          <span translate="no">{row.ticket}</span> · masuk {row.received}
          {row.area === undefined ? '' : ` · ${row.area}`}
        </Text>
        {row.assignee === undefined ? null : (
          <Badge size="sm" variant="light" color={row.assignee.me ? 'layan' : 'gray.8'} tt="none">
            {row.assignee.me ? 'Anda pegang' : `Dipegang ${row.assignee.name}`}
          </Badge>
        )}
      </Link>
    </li>
  );
}

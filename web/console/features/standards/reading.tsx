// One reading: what it says, why, the sentences it rests on, and who confirmed it.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';

interface Props {
  readonly reading: StandardVersionView['standard']['readings'][number];
  readonly quotes: readonly string[];
  readonly confirmedBy: string | undefined;
  readonly sending: boolean;
  readonly onConfirm: (() => void) | undefined;
}

export function Reading({ reading: { statement, why }, quotes, confirmedBy, sending, onConfirm }: Props) {
  return (
    <li>
      <Text fw={500}>{statement}</Text>
      <Text size="sm" c="dark.6">
        {why}
      </Text>
      {quotes.map((quote) => (
        <blockquote key={quote}>{quote}</blockquote>
      ))}
      {confirmedBy === undefined ? null : (
        <Text size="sm" c="#146c43" className="with-icon">
          <IconCircleCheck size={16} aria-hidden /> Dikonfirmasi {confirmedBy}
        </Text>
      )}
      {confirmedBy !== undefined || onConfirm === undefined ? null : (
        <Button mt="xs" variant="default" loading={sending} onClick={onConfirm}>
          Ya, begitu
        </Button>
      )}
    </li>
  );
}

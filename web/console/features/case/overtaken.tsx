// Somebody was faster: what they did, and what this person had written, so that it is not lost with the step.
import { Alert, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';

export interface Overtaking {
  readonly title: string;
  readonly detail: string;
  /** The note that was typed for the step that is gone. */
  readonly note?: string;
}

export function Overtaken({ overtaking }: { overtaking: Overtaking | undefined }) {
  if (overtaking === undefined) return null;
  return (
    <Alert
      role="alert"
      color="orange.9"
      variant="light"
      icon={<IconUsers aria-hidden />}
      title={overtaking.title}
      mt="sm"
    >
      <Text size="sm" c="dark.8">
        {overtaking.detail}
      </Text>
      {overtaking.note === undefined ? null : (
        <Text size="sm" c="dark.8" mt={6}>
          Catatan yang sudah Anda tulis: “{overtaking.note}”
        </Text>
      )}
    </Alert>
  );
}

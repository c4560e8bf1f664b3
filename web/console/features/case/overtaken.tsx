// Somebody was faster: what happened meanwhile, and what was typed, so that it can be used again.
import { Text } from '@mantine/core';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export interface Overtaken {
  readonly error: Error;
  /** The note that was typed for the step that may be gone. */
  readonly note: string | undefined;
}

export function OvertakenNotice({ overtaken }: { overtaken: Overtaken | undefined }) {
  if (overtaken === undefined) return null;
  const { error, note } = overtaken;
  return (
    <>
      <ProblemNotice error={error} arrive />
      {note === undefined ? null : (
        <Text size="sm" className="panel">
          Catatan yang sudah Anda tulis: “{note}”
        </Text>
      )}
    </>
  );
}

// The ledger of one promise: its official sentence, and every turn of its clock with the reason.
import type { CaseView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';

export function PromiseLedger({ promise }: { promise: CaseView['promises'][number] }) {
  return (
    <div className="ledger">
      {promise.verbatim === promise.label ? null : (
        <Text size="xs" c="dark.6">
          Bunyi standar: “{promise.verbatim}”
        </Text>
      )}
      <ol>
        {promise.ledger.map(({ at, when, what }) => (
          <li key={`${at}.${what}`}>
            <Text size="sm">{what}</Text>
            <Text size="xs" c="dark.6">
              <time dateTime={at}>{when}</time>
            </Text>
          </li>
        ))}
      </ol>
    </div>
  );
}

// Counts what code asks of a DynamoDB client: one entry an operation, however often the network made the client repeat it.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface CallCounter {
  /** Operations asked for while the work ran. */
  during(work: () => Promise<unknown>): Promise<readonly string[]>;
}

export function countCalls(client: DynamoDBClient): CallCounter {
  const calls: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (input) => {
        calls.push(commandName.replace(/Command$/, ''));
        return next(input);
      },
    { step: 'initialize', name: 'countCalls' },
  );
  return {
    during: async (work) => {
      const before = calls.length;
      await work();
      return calls.slice(before);
    },
  };
}
